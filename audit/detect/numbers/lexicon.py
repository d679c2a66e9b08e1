"""How a language writes numbers, read from `data/<lang>.toml`.

`decimal` is the decimal mark, `group` the marks between groups of three digits. `units` are words
and signs behind which a number is surely a quantity (not a time, a version or a score). `scales`
maps scale words that do not stand behind digits in this language to what they multiply by,
`abbreviations` maps those of other languages to the words that stand here. `prefixed` are currency
signs that stand before the number. `twelve_hours` says whether the clock of the news has twelve.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from audit.detect.language_files import language_table


# No slots: the pattern is computed on first use and kept.
@dataclass(frozen=True)
class Notation:
    """The habits of one language; empty where nothing is known."""

    decimal: str = ""
    group: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    scales: Mapping[str, int] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    prefixed: str = ""
    twelve_hours: bool = False

    def alternatives(self, words: "tuple[str, ...]") -> str:
        """A pattern for any of `words`, the longest first."""
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def notation(lang: str) -> Notation:
    """The habits for a BCP 47 tag; empty where there is no file."""
    table = language_table(__package__, lang)
    for name in ("group", "units"):
        table[name] = tuple(table.get(name, ()))
    return Notation(**table)
