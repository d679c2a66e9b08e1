"""Words: where they stand in a text, and how many a person would count."""

import re
import unicodedata
from collections.abc import Iterator

# `\w` knows no combining marks, so vowel signs would cut Hindi, Thai or decomposed words in two.
# Marks of all modern scripts stand below the kana (U+3100), besides one block of half marks.
_MARKS = "".join(
    chr(code) for code in range(0x0300, 0x3100) if unicodedata.category(chr(code))[0] == "M"
)
_MARK = f"{_MARKS}\ufe20-\ufe2f"

# `[^\W\d_]` still lets superscripts, fractions and circled numbers pass as letters.
_LETTER = "[^\\W\\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2460-\u24ff]"

# Apostrophes (typewriter, typographic, Ukrainian letter), hyphens (ASCII, Unicode, no-break), the
# Hebrew maqaf and gershayim, the Catalan dot, the soft hyphen and the Persian joiners.
_JOIN = "['\u2019\u02bc\\-\u2010\u2011\u05be\u05f3\u05f4\u00b7\u00ad\u200c\u200d]"

# Letters with their marks, written so that a run of bare letters, which most are, is one step.
_RUN = f"{_LETTER}+(?:[{_MARK}]+{_LETTER}*)*"

_WORD = re.compile(f"{_RUN}(?:{_JOIN}{_RUN})*")

# Han with its iteration marks and extensions, kana and half-width kana.
_CJK = "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_CJK += "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
_CJK_CHAR = re.compile(f"[{_CJK}]")

# What a person counts: letters and digits in one run, joined by one apostrophe, hyphen, slash or
# the like, by a point or comma between digits ("3.5", "10:30") or within "U.S".
_COUNTED = re.compile(
    f"\\w[\\w{_MARK}]*(?:(?:{_JOIN}|[/&@]|(?<=\\d)[.,:](?=\\d)|\\.(?=\\w\\b))\\w[\\w{_MARK}]*)*"
)

_UNSPACED = frozenset({"zh", "ja", "yue", "wuu", "und"})
"""Languages whose words are not parted by blanks, and text of unknown language."""


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open span of each word of letters, with its inner apostrophes and hyphens.

    Numbers are no words here. In scripts without blanks a run of letters is one word.
    """
    for found in _WORD.finditer(text):
        yield found.span()


def word_texts(text: str) -> list[str]:
    """The words that `words` has the spans of."""
    return _WORD.findall(text)


def count_words(text: str, lang: str) -> int:
    """How many words a person would count in `text`, which is in the language `lang`.

    Numbers count; dashes and symbols that stand alone do not. In Chinese and Japanese, and where
    the language is unknown ("und"), each Han character and each kana counts as one word, as word
    processors count; runs of other scripts in between count as one each. Korean is spaced and
    counted by blanks. Thai, Lao, Khmer and Burmese are counted by their blanks and so too low.
    """
    if lang.partition("-")[0].lower() not in _UNSPACED:
        return len(_COUNTED.findall(text))
    rest, characters = _CJK_CHAR.subn(" ", text)
    return characters + len(_COUNTED.findall(rest))
