"""Folding: what is left of a name when letter case, marks and punctuation no longer count."""

import unicodedata
from functools import lru_cache

from anyascii import anyascii

CACHE = 1 << 16
"""Distinct strings remembered per function and process: some 12 MB each. As many as 10 MB of text
need that go on naming new people."""

_HYPHENS = "-‐‑‒–\u00ad"
_APOSTROPHES = "'’‘ʼʹʻʿ`´′"
_DROPPED = str.maketrans("", "", _APOSTROPHES)
_HYPHEN_TO_SPACE = str.maketrans(dict.fromkeys(_HYPHENS, " "))

# Letters that carry no combining mark and are yet variants of a base letter.
_BARE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ð": "d", "ə": "e", "ґ": "г"}
)


@lru_cache(CACHE)
def bare(text: str) -> str:
    """`text` in lower case without combining marks: Cézanne -> cezanne, Kılıç -> kilic.

    Letters keep their script; й, ї and ё keep theirs too, since these are letters of their own and
    not marked ones.
    """
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    kept = []
    for char in unicodedata.normalize("NFC", lowered):
        if "\u0400" <= char <= "\u04ff":
            kept.append(char)
        else:
            parts = unicodedata.normalize("NFD", char)
            kept.append("".join(p for p in parts if not unicodedata.combining(p)))
    return "".join(kept).translate(_BARE)


@lru_cache(CACHE)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a name at spaces and hyphens: Kim Jong-un -> Kim, Jong, un."""
    return tuple(name.translate(_HYPHEN_TO_SPACE).split())


@lru_cache(CACHE)
def squeeze(name: str) -> str:
    """`name` in lower case without spaces, hyphens and apostrophes; equal for spacing variants."""
    return "".join(parts(name.casefold())).translate(_DROPPED)


# Romanization of Cyrillic letters, press style (close to BGN/PCGN without its apostrophes). The
# skeleton that is built on it makes other schemes equal, so the choice of scheme is free.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
}  # fmt: skip
_ROMAN = str.maketrans(_CYRILLIC)


@lru_cache(CACHE)
def roman(text: str) -> str:
    """`text` in lower-case ASCII letters, whatever its script; apostrophes are dropped.

    Cyrillic goes by the table above, other scripts by `anyascii`, which is a fallback: it knows no
    language and gives one plausible reading.
    """
    folded = bare(text).translate(_DROPPED)
    if folded.isascii():
        return folded
    return anyascii(folded.translate(_ROMAN)).casefold().translate(_DROPPED)
