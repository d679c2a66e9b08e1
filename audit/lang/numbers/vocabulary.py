"""The number words and habits of one language, read from `words/` and `data/`.

`words/<lang>.toml` holds the numerals that Unicode CLDR spells out, `data/<lang>.toml` what it
lacks: other forms, scale words, fractions, units, clock and habits. Word lists are those of
`audit.lang.language`: commas divide, braces hold alternatives; a "+" at the end of a word stands
for the endings of the list `adjective`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from audit.lang.language import data as language_data
from audit.lang.language import entries
from audit.lang.numbers.fold import fold
from audit.tables import read_table

_NONE: Mapping[str, Fraction] = MappingProxyType({})


# No slots: a frozen value that is built once a language.
@dataclass(frozen=True)
class Vocabulary:
    """How one language writes numbers; empty where nothing is known.

    All mappings go from a word or phrase as `fold` leaves it. `scales` multiply what stands before
    them; `weak_scales` do so, too, and alone are but a hint of their value; `hints` are words that
    may stand for a number. `prefixes` begin compounds ("двух-", "dvou-"). `joiners` may stand
    between the parts of one number where the part before is at least `joiner_from`. `half_more` are
    phrases that add a half. `units_first` says "five and twenty"; `solid` writes compounds in one
    word; `year_pairs` reads years by pairs ("nineteen eighty-four"). `unspaced` languages have no
    blanks between words. `half_past` and its like in `clock` are words before an hour;
    `half_ordinal` says "half of the tenth" for 9:30,
    `hyphen_clock` writes 22-00.
    """

    lang: str = "und"
    decimal: str = ""
    unspaced: bool = False
    units_first: bool = False
    solid: bool = False
    year_pairs: bool = False
    half_ordinal: bool = False
    hyphen_clock: bool = False
    joiner_from: int = 100
    joiners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    half_more: frozenset[str] = frozenset()
    cardinals: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    ordinals: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    scales: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    weak_scales: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    fractions: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    hints: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    prefixes: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    months: Mapping[str, Fraction] = field(default_factory=lambda: _NONE)
    clock: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    ordinal_suffixes: frozenset[str] = frozenset()
    decade_suffixes: frozenset[str] = frozenset()
    cardinal_suffixes: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """Whether anything is known of the language."""
        return bool(self.units)

    def clock_words(self, name: str) -> frozenset[str]:
        """The words of the clock called `name`: am, pm, noon, clock_words, half_past and so on."""
        return self.clock.get(name, frozenset())


_NUMERALS = (
    *("cardinals", "ordinals", "scales", "weak_scales", "fractions", "prefixes"),
    "weak",
)
_CLOCK = (
    *("am", "pm", "noon", "midnight", "clock_words", "clock_leads", "clock_names", "oclock"),
    *("half_past", "half_before", "quarter_past", "quarter_to"),
)
_SUFFIXES = ("ordinal_suffixes", "decade_suffixes", "cardinal_suffixes")
_HABITS = (
    *("decimal", "unspaced", "units_first", "solid", "year_pairs", "joiner_from"),
    *("half_ordinal", "hyphen_clock"),
)


@cache
def vocabulary(lang: str) -> Vocabulary:
    """What is known of the language whose BCP 47 tag is `lang`; regions make no difference."""
    primary = lang.replace("_", "-").partition("-")[0].lower()
    primary = {"no": "nb", "nn": "nb", "yue": "zh", "cmn": "zh"}.get(primary, primary)
    table = _table("data", primary)
    if not table:
        return Vocabulary(lang=primary)
    return _vocabulary(primary, _table("words", primary), table)


def known_languages() -> tuple[str, ...]:
    """The primary subtags whose numbers can be read, in order."""
    names = (entry.name for entry in files(__package__).joinpath("data").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def _table(folder: str, primary: str) -> dict[str, Any]:
    if not (primary.isascii() and primary.isalpha()):
        return {}
    file = files(__package__).joinpath(folder, f"{primary}.toml")
    return read_table(file) if file.is_file() else {}


def _vocabulary(primary: str, words: dict[str, Any], table: dict[str, Any]) -> Vocabulary:
    """Build the value of the two parsed data files."""
    endings = entries(table.pop("adjective", ""))
    facts: dict[str, Any] = {name: table.pop(name) for name in _HABITS if name in table}
    for name in _NUMERALS:
        rows = [*words.get(name, {}).items(), *table.pop(name, {}).items()]
        facts["hints" if name == "weak" else name] = _numerals(rows, endings)
    facts["units"] = MappingProxyType(
        {
            fold(phrase): unit
            for unit, phrases in table.pop("units", {}).items()
            for phrase in _forms(phrases, endings)
        }
    )
    facts["clock"] = MappingProxyType(
        {name: frozenset(map(fold, entries(table.pop(name, "")))) for name in _CLOCK}
    )
    for name in ("joiners", "articles", "half_more", *_SUFFIXES):
        facts[name] = frozenset(map(fold, entries(table.pop(name, ""))))
    facts["months"] = _months(primary, table.pop("months", []))
    if table:
        raise ValueError(f"{primary}.toml: unknown keys {sorted(table)}")
    return Vocabulary(lang=primary, **facts)


def _numerals(rows: Iterable[tuple[str, str]], endings: tuple[str, ...]) -> Mapping[str, Fraction]:
    """A mapping from word to value; of two values for one word the first row wins."""
    found: dict[str, Fraction] = {}
    for value, phrases in rows:
        for phrase in _forms(phrases, endings):
            found.setdefault(fold(phrase), Fraction(value.replace("_", "")))
    return MappingProxyType(found)


def _forms(phrases: str, endings: tuple[str, ...]) -> Iterator[str]:
    for phrase in entries(phrases):
        if phrase.endswith("+"):
            yield from (phrase[:-1] + ending for ending in endings)
        else:
            yield phrase


def _months(primary: str, own: list[str]) -> Mapping[str, Fraction]:
    """The months by name: of this file, or those that `audit.lang` knows anyway."""
    sets = [frozenset(entries(words)) for words in own] or language_data(primary).months
    return MappingProxyType(
        {
            fold(word): Fraction(number)
            for number, words in enumerate(sets, 1)
            for word in sorted(words)
            if not word[0].isdigit()
        }
    )
