"""Acronyms of well-known bodies in several languages, read from `bodies.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.tables import read_table


@dataclass(frozen=True, slots=True)
class Body:
    """One body: its acronyms by language, and what else may stand for it in a language.

    `names` are beginnings of words, so that a form with another ending counts.
    """

    id: str
    acronyms: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]

    def stands_in(self, text: str, lang: str) -> bool:
        """Whether anything in a text in `lang` may stand for the body."""
        forms = self.acronyms.get(lang, ())
        if forms and re.search(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?![^\W\d_]{{2}})", text
        ):
            return True
        folded = text.casefold()
        return any(name in folded for name in self.names.get(lang, ()))


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies that are listed."""
    file = files(__package__).joinpath("bodies.toml")
    return tuple(
        Body(
            id_,
            {lang: tuple(words.split()) for lang, words in table["acronyms"].items()},
            {lang: tuple(words.split(", ")) for lang, words in table["names"].items()},
        )
        for id_, table in read_table(file).items()
    )


@cache
def by_acronym(lang: str) -> tuple[re.Pattern[str] | None, Mapping[str, Body]]:
    """The acronyms of a language as one pattern, and the body of each."""
    found = {form: body for body in bodies() for form in body.acronyms.get(lang, ())}
    if not found:
        return None, found
    forms = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])"), found
