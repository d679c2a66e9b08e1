"""Hanyu Pinyin and Wade-Giles: which names in Latin letters are one Chinese name.

>>> wade_giles("Mao Zedong")
'Mao Tse-tung'
"""

import re
from functools import cache
from importlib.resources import files

from audit.tables import read_table

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_DIVISIONS = re.compile(r"[’'-]")
_LONGEST = 6
"""Letters of the longest syllable of Pinyin: zhuang, shuang, chuang."""


@cache
def _syllables() -> dict[str, str]:
    file = files(__package__).joinpath("data", "wade-giles.toml")
    table: str = read_table(file)["syllables"]
    rows = (entry.split() for entry in table.split(","))
    return {row[0]: row[1] for row in rows}


def syllables(word: str) -> tuple[str, ...] | None:
    """The syllables of a word in Pinyin, in lower case; None where it is no such word.

    Of several divisions the one with the longest first syllables is taken, as Pinyin is read: an
    apostrophe or a hyphen divides where that is not meant (Xi’an).
    """
    found = list[str]()
    for piece in _DIVISIONS.split(word.casefold()):
        divided = _divide(piece)
        if divided is None:
            return None
        found += divided
    return tuple(found)


def _divide(letters: str) -> list[str] | None:
    if not letters:
        return []
    for size in range(min(_LONGEST, len(letters)), 0, -1):
        if letters[:size] in _syllables():
            rest = _divide(letters[size:])
            if rest is not None:
                return [letters[:size], *rest]
    return None


def wade_giles(pinyin: str) -> str:
    """A name in Pinyin in Wade-Giles; words that are no Pinyin stay as they are."""
    return _WORD.sub(lambda match: _written(match[0]), pinyin)


def _written(word: str) -> str:
    found = syllables(word)
    if found is None:
        return word
    latin = "-".join(_syllables()[one] for one in found)
    return latin[:1].upper() + latin[1:] if word[:1].isupper() else latin
