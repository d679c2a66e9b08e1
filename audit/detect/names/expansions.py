"""Acronyms that a text spells out: "World Health Organization (WHO)", "WHO (World Health ...)".

Only the brackets and the initials count, so that it works in any language with capitals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Prefix

from audit.lang import data
from audit.model.place import Span
from audit.model.text import Document, Segment
from audit.text.fold import bare, roman

_ACRONYM = r"[^\W\d_a-zа-яёіїєґ]{2,8}"
_BEHIND = re.compile(rf"(?P<long>[^()（）\n]{{6,120}}?)\s?[(（](?P<short>{_ACRONYM})[)）]")
_BEFORE = re.compile(rf"(?<!\w)(?P<short>{_ACRONYM})\s?[(（](?P<long>[^()（）\n]{{6,120}}?)[)）]")
_IN_BRACKETS = re.compile(rf"[(（]{_ACRONYM}[)）]")
"""What `_BEHIND` ends in; few segments have it, and looking for it first saves most of the time."""
_REACH = 121
"""Characters that `_BEHIND` may take before a bracket."""

_WORD = re.compile(r"[^\W\d_]+(?:['’]s(?![^\W\d_])|-[^\W\d_]+)*")
"""A word with its possessive ending, but without an elided article: l'Organisation."""
EXTRA_WORDS = 3
"""Small words that an expansion may have beyond the letters of its acronym."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """An acronym beside what it stands for; `at` is the place of the long form."""

    short: str
    long: str
    at: Span
    short_at: Span


def expansions(document: Document) -> Iterator[Expansion]:
    """The acronyms that a document spells out, in order."""
    for segment in document.segments:
        text = segment.text
        if "(" not in text and "（" not in text:
            continue
        found = _before_brackets(text)
        found += _BEFORE.finditer(text)
        for match in sorted(found, key=lambda one: one.start("short")):
            words = list(_WORD.finditer(match["long"]))
            behind = match.start("long") < match.start("short")
            if one := _expansion(segment, match, words, behind=behind):
                yield one


def _before_brackets(text: str) -> list[re.Match[str]]:
    """The matches of `_BEHIND`: searched for from the reach of the first acronym to the last."""
    brackets = [match.span() for match in _IN_BRACKETS.finditer(text)]
    if not brackets:
        return []
    return [*_BEHIND.finditer(text, max(0, brackets[0][0] - _REACH), brackets[-1][1])]


def _expansion(
    segment: Segment, match: re.Match[str], words: Sequence[re.Match[str]], *, behind: bool
) -> Expansion | None:
    """The words beside an acronym whose initials spell it, from where they begin to its side."""
    small = data(segment.lang).function_words
    starts = range(len(words) - 1, -1, -1) if behind else range(1)
    for start in starts:
        chosen = [word[0] for word in words[start:]]
        if len(chosen) > len(match["short"]) + EXTRA_WORDS:
            break
        if _fits(match["short"], chosen, small):
            base = match.start("long")
            first, last = base + words[start].start(), base + words[-1].end()
            return Expansion(
                match["short"],
                segment.text[first:last],
                segment.at(first, last),
                segment.at(match.start("short"), match.end("short")),
            )
    return None


def _fits(short: str, words: Sequence[str], small: frozenset[str]) -> bool:
    """Whether the initials of the words, with or without the small ones, spell the acronym.

    A hyphenated word gives an initial for each of its parts, or one.
    """
    if not words or not words[0][0].isupper() or words[0].casefold() in small:
        return False
    wanted = bare(short)
    whole = [word for word in words if word not in small]  # in capitals none is small: Mine
    pieces = [piece for word in whole for piece in re.split(r"[-\u2010]", word)]
    return any("".join(map(_initials, each)) == wanted for each in (words, whole, pieces))


def _initials(word: str) -> str:
    """The first letter of a word, or all letters of an acronym within: UN Development Program."""
    return bare(word) if word.isupper() else bare(word)[:1]


def same_expansion(one: str, other: str, lang: str) -> bool:
    """Whether two expansions are one, whatever their capitals, cases, hyphens and small words."""
    small = data(lang).function_words
    first, second = ([w for w in _WORD.findall(bare(text).replace("-", " ")) if w not in small]
                     for text in (one, other))  # fmt: skip
    if len(first) != len(second):
        return False
    return all(_same_word(a, b, lang) for a, b in zip(first, second, strict=True))


LONGEST_ENDING = 3
"""Letters in which two cases of a word may differ at the end."""


def _same_word(one: str, other: str, lang: str) -> bool:
    if other in (one, f"{one}s") or f"{other}s" == one:
        return True
    if lang.startswith("en"):
        return False
    shared = Prefix.similarity(one, other)
    return shared >= max(len(one), len(other)) - LONGEST_ENDING and shared > 1


_SPELLED_TWICE = (("programme", "program"), ("organis", "organiz"), ("defence", "defense"),
                  ("centre", "center"), ("labour", "labor"), ("aluminium", "aluminum"))  # fmt: skip


def british_and_american(one: str, other: str) -> bool:
    """Whether two English expansions differ in British and American spelling alone."""
    first, second = roman(one), roman(other)
    for british, american in _SPELLED_TWICE:
        first, second = first.replace(british, american), second.replace(british, american)
    return first == second and roman(one) != roman(other)
