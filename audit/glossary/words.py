"""Cuts terms and texts into the words by which they are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from audit.lang.lemmas import elided, fold, lemmas

SPACELESS = frozenset({"zh", "yue", "wuu", "ja", "ko", "th", "lo", "km", "my", "bo", "dz"})
"""Languages in which a term is found by its letters: no blanks between words, or, in Korean,
particles that are written together with the noun before them."""

COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "no", "fi", "et", "hu", "is"})
"""Languages that write a compound as one word, in which a term may stand as a part."""

_MARK = "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
_MARK += "\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963]"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|{_MARK})*(?:['’ʼ\u05f3\u05f4\u200c](?:[^\W_]|{_MARK})+)*")
"""Letters and digits, with inner apostrophes, the Hebrew marks and the Persian non-joiner; a hyphen
parts two words, so that “cyber-security” and “cyber security” have the same words."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: `text[start:end]`, folded, and what it may be a form of.

    `acronym` says whether it is written in capitals throughout: UN, НАТО, F16.
    """

    start: int
    end: int
    text: str
    folded: str
    lemmas: frozenset[str]
    acronym: bool

    @property
    def possessive(self) -> bool:
        """Whether it has the English ending behind an apostrophe: the council’s."""
        return self.text.endswith(("'s", "’s"))


@lru_cache(maxsize=256)
def words(text: str, lang: str) -> tuple[Word, ...]:
    """The words of `text` in order."""
    return tuple(_words(text, lang))


def _words(text: str, lang: str) -> Iterator[Word]:
    apart = elided(lang)
    for found in _WORD.finditer(text):
        word, start = found.group(), found.start()
        mark = _APOSTROPHE.search(word) if apart else None
        if mark and word[: mark.start()].lower() in apart:
            start, word = start + mark.end(), word[mark.end() :]
        acronym = len(word) > 1 and word.isupper()
        yield Word(start, found.end(), word, fold(word, lang), lemmas(word, lang), acronym)


_APOSTROPHE = re.compile("['’ʼ]")


def spaceless(lang: str) -> bool:
    """Whether terms are found by their letters in `lang`, and not by words."""
    return lang.partition("-")[0] in SPACELESS


def squeezed(text: str, lang: str) -> str:
    """`text` folded, without blanks and hyphens: equal for cyber security and cybersecurity."""
    return "".join(fold(found.group(), lang) for found in _WORD.finditer(text))


def speaks(term_lang: str, lang: str) -> bool:
    """Whether a term of `term_lang` is one of a text in `lang`: one tag begins the other.

    A term in "en" counts in "en-GB" and the reverse; one in "en-US" does not.
    """
    a, b = term_lang.lower().split("-"), lang.lower().split("-")
    size = min(len(a), len(b))
    return a[:size] == b[:size]
