"""What the project knows of a language: one frozen value per language, read from a data file.

The files lie in `audit/lang/data/`, one `<primary subtag>.toml` a language, and name their sources.
Their word lists are strings of entries divided by commas or line breaks; braces hold alternatives,
so `президент{|а|у}` stands for three entries. Adding a language is adding a file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any

from audit.tables import read_table

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Declension:
    """One paradigm of proper names: a stem takes `nominative` or one of `endings`.

    Stem alternations are part of the endings: `nominative="ів"`, `endings=("ова", ...)`. Where
    `after` is given, the stem must end in one of its strings.
    """

    name: str
    nominative: str
    endings: tuple[str, ...]
    after: tuple[str, ...] = ()


# No slots: the unions below are computed on first use and kept.
@dataclass(frozen=True)
class LanguageData:
    """Word lists and habits of one language; everything is empty where nothing is known.

    Words are in lower case unless they are only ever written otherwise. Abbreviations carry their
    points and no blanks ("z.b."); one with a capital letter is meant in that case only ("No.").
    `closing_abbreviations` may also end a sentence; all others cannot. `months` are twelve sets
    from January, `weekdays` seven from Monday: all case forms and the abbreviations without
    their point. `ordinal_leads` are words after which a number with a point is an ordinal.
    `quotes` are (opening, closing) pairs, the outer pair first, its nested pair second, then
    others in use. `demonyms` maps a nationality word to its country.
    """

    lang: str = "und"
    abbreviations: frozenset[str] = frozenset()
    closing_abbreviations: frozenset[str] = frozenset()
    titles_person: frozenset[str] = frozenset()
    name_particles: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    organisation_words: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    months: tuple[frozenset[str], ...] = ()
    weekdays: tuple[frozenset[str], ...] = ()
    languages: frozenset[str] = frozenset()
    demonyms: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    quotes: tuple[tuple[str, str], ...] = ()
    ordinal_leads: frozenset[str] = frozenset()
    ordinal_point: bool = False
    capitalises_nouns: bool = False
    has_case: bool = True
    inflected: bool = False
    declensions: tuple[Declension, ...] = ()

    def __reduce__(self) -> "tuple[Any, tuple[str]]":
        """Pickle as the language's name: the data is in every process."""
        return (data, (self.lang,))

    @cached_property
    def month_words(self) -> frozenset[str]:
        """The words of all twelve months."""
        return frozenset().union(*self.months)

    @cached_property
    def weekday_words(self) -> frozenset[str]:
        """The words of all seven days."""
        return frozenset().union(*self.weekdays)

    @cached_property
    def all_abbreviations(self) -> frozenset[str]:
        """Abbreviations of both kinds."""
        return self.abbreviations | self.closing_abbreviations


@cache
def data(lang: str) -> LanguageData:
    """What is known of the language whose BCP 47 tag is `lang`; regions make no difference."""
    return _load(re.split(r"[-_]", lang, maxsplit=1)[0].lower())


def known_languages() -> tuple[str, ...]:
    """The primary subtags that have a data file, in order."""
    names = (entry.name for entry in files(__package__).joinpath("data").iterdir())
    return tuple(sorted(m[1] for n in names if (m := re.fullmatch(r"([a-z]{2,3})\.toml", n))))


@cache
def _load(primary: str) -> LanguageData:
    """Read the file of `primary` once a process."""
    if not re.fullmatch(r"[a-z]{2,3}", primary):
        return LanguageData()
    file = files(__package__).joinpath("data", f"{primary}.toml")
    if not file.is_file():
        return LanguageData(lang=primary)
    table = read_table(file)
    return _language(primary, table)


_WORD_LISTS = (
    "abbreviations",
    "closing_abbreviations",
    "titles_person",
    "name_particles",
    "place_words",
    "organisation_words",
    "function_words",
    "languages",
    "ordinal_leads",
)
_HABITS = ("ordinal_point", "capitalises_nouns", "has_case", "inflected")


def _language(primary: str, table: dict[str, Any]) -> LanguageData:
    """Build the value of one parsed data file."""
    facts: dict[str, Any] = {name: _words(table.pop(name, "")) for name in _WORD_LISTS}
    facts |= {name: table.pop(name) for name in _HABITS if name in table}
    for name in ("months", "weekdays"):
        facts[name] = tuple(_words(words) for words in table.pop(name, []))
    facts["quotes"] = tuple((opening, closing) for opening, closing in table.pop("quotes", []))
    facts["demonyms"] = MappingProxyType(
        {
            word: country
            for country, words in table.pop("demonyms", {}).items()
            for word in entries(words)
        }
    )
    facts["declensions"] = declensions(table.pop("declension", []))
    if table:
        raise ValueError(f"{primary}.toml: unknown keys {sorted(table)}")
    return LanguageData(lang=primary, **facts)


def _words(words: str) -> frozenset[str]:
    """The entries of a word list, each with both apostrophes that are in use."""
    found = entries(words)
    return frozenset(found) | {word.replace("'", "\u2019") for word in found}


def declensions(rows: list[dict[str, str]]) -> tuple[Declension, ...]:
    """Read the `[[declension]]` tables of a data file; "0" stands for no ending at all."""
    return tuple(
        Declension(
            name=row["name"],
            nominative="" if nominative == "0" else nominative,
            endings=tuple("" if ending == "0" else ending for ending in entries(row["endings"])),
            after=entries(row.get("after", "")),
        )
        for row in rows
        for nominative in entries(row["nominative"])
    )


def entries(words: str) -> tuple[str, ...]:
    """Split a word list at commas and line breaks, and spell its braces out."""
    found: list[str] = []
    for entry in re.split(r"[,\n]", words):
        parts = [part.split("|") for part in re.split(r"[{}]", entry.strip())]
        if entry.strip():
            found.extend("".join(choice) for choice in product(*parts))
    return tuple(found)
