"""How long a translation is to be expected, by language pair, and how far it may depart.

Lengths count letters and digits, since spaces and marks come and go between languages. The
logarithm of the ratio of two lengths is as good as normal, with a spread that shrinks with the
length of the passage (Gale and Church, A program for aligning sentences in bilingual corpora,
Computational Linguistics 19, 1993, who take the difference instead).
"""

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.tables import read_table

TRANSLATED = 0.05
"""Translations are longer than their sources in either direction; natural logarithm of by how much.

Half the difference of what the two directions of a pair give on human translations.
"""
SPREAD = 0.07
"""What no length takes away: a standard deviation of the logarithm of the ratio."""
SPREAD_OF_A_LETTER = 1.2
"""The same for a passage of one letter; it shrinks with the root of the length."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """What is known of the lengths of texts and their translations in one pair of languages.

    `factor` is letters of the target for one of the source, `letters` those of the source for one
    of English, `loose` a further standard deviation of the logarithm of the ratio.
    """

    factor: float
    letters: float = 1.0
    loose: float = 0.0

    def departure(self, source: float, target: float) -> float:
        """By how many standard deviations a translation is too long, or (below 0) too short.

        `source` and `target` are letters, both above 0.
        """
        ratio = math.log(target / (source * self.factor))
        return ratio / self.spread(source)

    def spread(self, source: float) -> float:
        """The standard deviation of the logarithm of the ratio for a source of so many letters."""
        english = source / self.letters
        return math.sqrt(SPREAD**2 + SPREAD_OF_A_LETTER**2 / english + self.loose**2)


@cache
def expansion(source: str, target: str) -> Expansion | None:
    """What is known of a pair of BCP 47 tags; None where one of the languages is not measured."""
    table = _table()
    ours, theirs = target.partition("-")[0], source.partition("-")[0]
    letters = table["letters"]
    if ours not in letters or theirs not in letters:
        return None
    factor = letters[ours] / letters[theirs] * math.exp(TRANSLATED)
    loose = max(table["loose"].get(ours, 0.0), table["loose"].get(theirs, 0.0))
    return Expansion(factor, letters[theirs], loose)


@cache
def _table() -> dict[str, dict[str, float]]:
    file = files("audit.lang").joinpath("lengths.toml")
    return read_table(file)


def letters(text: str) -> int:
    """The letters and digits of a text."""
    return sum(map(str.isalnum, text))
