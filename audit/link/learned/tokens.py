"""Names as the learned matcher sees them: lower-case ASCII tokens and their phonetic keys."""

import re
from collections.abc import Iterable, Sequence

from audit.text.fold import parts, roman

MOST_TOKENS = 12
"""Tokens of a name that are compared; the longest names of sanction lists have about as many."""
MOST_LETTERS = 48
"""Letters of a token that are compared; what is longer is no name, and would only cost time."""

_NO_LETTER = re.compile(r"[^a-z0-9]+")


def tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name in any script: Kim Jŏng-ŭn -> kim, jong, un; empty for no letters."""
    limit = MOST_TOKENS * MOST_LETTERS
    text = " ".join(parts(roman(name[:limit])))
    if not text.isascii() or not text.replace(" ", "").isalnum():
        text = _NO_LETTER.sub(" ", text)
    return tuple(token[:MOST_LETTERS] for token in text.split()[:MOST_TOKENS])


# The rules of `audit.text.skeleton` in their order, for many tokens at once, one a line.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), sound)
    for pattern, sound in (
        (r"schtsch|shch|szcz|stsch", "Q"),
        (r"dzh|dsch|dj(?=[aou])", "J"),
        (r"tsch|tch|cz(?![aou]s)|(?<!s)ch", "C"),
        (r"sch|sh|sz", "S"),
        (r"zh", "Z"),
        (r"gh(?=[aeiouy])", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"^rh|rrh", "r"),
        (r"kh", "h"),
        (r"ck|cq|q", "k"),
        (r"tz|ts|c(?=[eiy])|c$", "T"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"[yj]", "i"),
        (r"ie", "e"),
        (r"ee", "i"),
        (r"([^\n])\1+", r"\1"),
    )
)


def skeletons(words: Sequence[str]) -> list[str]:
    """The skeleton of each token, as `audit.text.skeleton.skeleton` makes it, in one pass."""
    text = "\n".join(words)
    for pattern, sound in _RULES:
        text = pattern.sub(sound, text)
    return text.split("\n")


_JOINED = str.maketrans("gpbfdlTsSzZJCQm", "hvvvtrsssssssss"[:14] + "n")
_VOWELS = str.maketrans("", "", "aeiou")
_DOUBLED = re.compile(r"([^\n])\1+")


def consonants(keys: Sequence[str]) -> list[str]:
    """The consonants of each skeleton, with sounds joined that schemes and ears confuse."""
    text = "\n".join(keys).translate(_JOINED).translate(_VOWELS)
    return _DOUBLED.sub(r"\1", text).split("\n")


def numbered(words: Iterable[str]) -> dict[str, int]:
    """The place of each distinct word, in order of first appearance."""
    return {word: place for place, word in enumerate(dict.fromkeys(words))}
