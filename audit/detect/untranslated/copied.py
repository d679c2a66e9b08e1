"""What of a text is surely left in the language of its source.

Two grounds: letters of a script in which the target language is not written, and small words that
the source language has and the target language does not. Names, numbers and codes have neither.
"""

import re
from functools import lru_cache

from audit.lang import data
from audit.lang.scripts import own_scripts
from audit.model.text import Aligned
from audit.text.scripts import COMMON, INHERITED, UNKNOWN, script_of

_CAPITAL = re.compile(r"(?<=\S\s)[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]")
_LONGEST_NAME = 80
"""Characters of a name of a body that are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(256)
def shared_words(pair: Aligned) -> frozenset[str]:
    """The distinct words, with the marks that hang on them, that both sides have.

    Most pairs share none but names, so this is asked before all else.
    """
    return frozenset(pair.text.split()).intersection(pair.source.split())


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def foreign_letters(text: str, lang: str) -> int:
    """Letters of a text in scripts in which `lang` is not written; 0 where that is not known."""
    own = own_scripts(lang)
    if not own:
        return 0
    shared = own | {COMMON, INHERITED, UNKNOWN}
    return sum(script_of(char) not in shared for char in text if not char.isascii())


def foreign_small_words(found: list[str], source: str, target: str) -> int:
    """How many of some words are small words of the source language alone."""
    theirs = _theirs_alone(source.partition("-")[0], target.partition("-")[0])
    return sum(word.lower() in theirs for word in found)


@lru_cache(64)
def _theirs_alone(source: str, target: str) -> frozenset[str]:
    """The function words of a language that another, whose own are known, does not have."""
    ours = data(target).function_words
    return data(source).function_words - ours if ours else frozenset()


def folded(text: str) -> str:
    """A text without what a copy may differ in: capitals, blanks, marks."""
    return " ".join(_WORD.findall(text.casefold()))


def in_a_name(pair: Aligned, start: int, end: int) -> bool:
    """Whether a word ends a phrase of the source that a capital inside the sentence begins."""
    source = pair.source.casefold()
    for capital in _CAPITAL.finditer(pair.text, max(0, start - _LONGEST_NAME), start):
        if pair.text[capital.start() : end].casefold() in source:
            return True
    return False
