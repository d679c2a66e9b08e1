"""Writing systems: which script a character belongs to, and which scripts a text is written in.

Names are the long script names of Unicode Standard Annex 24 ("Latin", "Cyrillic", "Han"). The
standard library has no script property, so the ranges of the scripts that occur in news are listed
here by Unicode block. Characters that are no letters, marks or letter numbers are "Common".
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

COMMON = "Common"
"""Characters that all scripts share: digits, punctuation, symbols, blanks."""

INHERITED = "Inherited"
"""Combining marks that take the script of the letter they stand on."""

UNKNOWN = "Unknown"
"""Letters of scripts that are not listed here."""

# Unicode blocks (Blocks.txt), first and last code point of neighbouring blocks of one script.
_RANGES = (
    (0x0041, 0x02AF, "Latin"),
    (0x02B0, 0x02DF, COMMON),
    (0x02E0, 0x02E4, "Latin"),
    (0x02E5, 0x02FF, COMMON),
    (0x0300, 0x036F, INHERITED),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0700, 0x074F, "Syriac"),
    (0x0750, 0x077F, "Arabic"),
    (0x0780, 0x07BF, "Thaana"),
    (0x0860, 0x086F, "Syriac"),
    (0x0870, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x0F00, 0x0FFF, "Tibetan"),
    (0x1000, 0x109F, "Myanmar"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x13A0, 0x13FF, "Cherokee"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"),
    (0x1AB0, 0x1AFF, INHERITED),
    (0x1C80, 0x1C8F, "Cyrillic"),
    (0x1C90, 0x1CBF, "Georgian"),
    (0x1D00, 0x1D25, "Latin"),
    (0x1D2B, 0x1D2B, "Cyrillic"),
    (0x1D2C, 0x1DBF, "Latin"),
    (0x1DC0, 0x1DFF, INHERITED),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x2071, 0x209F, "Latin"),
    (0x20D0, 0x20FF, INHERITED),
    (0x2126, 0x2126, "Greek"),
    (0x212A, 0x212B, "Latin"),
    (0x2160, 0x2188, "Latin"),
    (0x2C60, 0x2C7F, "Latin"),
    (0x2D00, 0x2D2F, "Georgian"),
    (0x2D80, 0x2DDF, "Ethiopic"),
    (0x2DE0, 0x2DFF, "Cyrillic"),
    (0x2E80, 0x2FDF, "Han"),
    (0x3005, 0x3007, "Han"),
    (0x3021, 0x3029, "Han"),
    (0x302A, 0x302D, INHERITED),
    (0x3038, 0x303B, "Han"),
    (0x3041, 0x3096, "Hiragana"),
    (0x3099, 0x309A, INHERITED),
    (0x309D, 0x309F, "Hiragana"),
    (0x30A1, 0x30FA, "Katakana"),
    (0x30FB, 0x30FC, COMMON),
    (0x30FD, 0x30FF, "Katakana"),
    (0x3100, 0x312F, "Bopomofo"),
    (0x3130, 0x318F, "Hangul"),
    (0x31A0, 0x31BF, "Bopomofo"),
    (0x31F0, 0x31FF, "Katakana"),
    (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"),
    (0xA640, 0xA69F, "Cyrillic"),
    (0xA722, 0xA7FF, "Latin"),
    (0xA8E0, 0xA8FF, "Devanagari"),
    (0xA960, 0xA97F, "Hangul"),
    (0xAA60, 0xAA7F, "Myanmar"),
    (0xAB30, 0xAB6F, "Latin"),
    (0xAB70, 0xABBF, "Cherokee"),
    (0xAC00, 0xD7FF, "Hangul"),
    (0xF900, 0xFAFF, "Han"),
    (0xFB00, 0xFB06, "Latin"),
    (0xFB13, 0xFB17, "Armenian"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE00, 0xFE0F, INHERITED),
    (0xFE20, 0xFE2D, INHERITED),
    (0xFE2E, 0xFE2F, "Cyrillic"),
    (0xFE70, 0xFEFC, "Arabic"),
    (0xFF21, 0xFF5A, "Latin"),
    (0xFF66, 0xFF6F, "Katakana"),
    (0xFF70, 0xFF70, COMMON),
    (0xFF71, 0xFF9D, "Katakana"),
    (0xFFA0, 0xFFDC, "Hangul"),
    (0x1B000, 0x1B000, "Katakana"),
    (0x1B001, 0x1B11F, "Hiragana"),
    (0x1D400, 0x1D7FF, COMMON),
    (0x1EE00, 0x1EEFF, "Arabic"),
    (0x20000, 0x3FFFF, "Han"),
)
_STARTS = tuple(first for first, _, _ in _RANGES)

# Letters and marks inside the ranges above that Unicode gives to all scripts: the micro sign, the
# Arabic vowel marks and tatweel, the small vowels, and the danda.
_COMMON_LETTERS = frozenset("\u00b5\u0640")
_INHERITED_MARKS = frozenset(map(chr, (*range(0x0485, 0x0487), *range(0x064B, 0x0656), 0x0670)))

_CACHE_SIZE = 1 << 14
"""More distinct characters than a Chinese newspaper uses in a year."""


_WORDS = 1 << 16
"""Distinct words of a feed whose script is remembered."""


@lru_cache(_CACHE_SIZE)
def script_of(char: str) -> str:
    """The Unicode script name of one character; "Common" for what is no letter or mark."""
    if char in _COMMON_LETTERS:
        return COMMON
    if char in _INHERITED_MARKS:
        return INHERITED
    if unicodedata.category(char) not in _WRITTEN:
        return COMMON
    at = ord(char)
    first, last, script = _RANGES[max(0, bisect_right(_STARTS, at) - 1)]
    return script if first <= at <= last else UNKNOWN


# General categories that carry a script: letters, marks, letter numbers (Roman numerals).
_WRITTEN = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nl"})


def script_counts(text: str) -> Counter[str]:
    """How many characters of each script `text` holds; shared characters are left out."""
    counts: Counter[str] = Counter()
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return Counter({"Latin": letters}) if letters else counts
    for char, times in Counter(text).items():
        script = script_of(char)
        if script not in {COMMON, INHERITED}:
            counts[script] += times
    return counts


def scripts(text: str) -> frozenset[str]:
    """The scripts that `text` has letters of."""
    return frozenset(script_counts(text))


@lru_cache(_WORDS)
def main_script(text: str) -> str:
    """The script most letters of `text` are in; of equals the first by name; else "Common"."""
    if text.isascii() and text.isalpha():
        return "Latin"
    counts = script_counts(text)
    if not counts:
        return COMMON
    return min(counts, key=lambda script: (-counts[script], script))
