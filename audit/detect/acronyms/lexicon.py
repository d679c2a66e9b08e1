"""Acronyms of news, read from `data/<lang>.toml`.

`known` need no explanation. `left` maps acronyms of other languages to what stands here; `short`
maps those that are short for something in the language of the source alone.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Acronyms:
    """The lists of one language; empty where nothing is known."""

    known: frozenset[str] = frozenset()
    left: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)


@cache
def acronyms(lang: str) -> Acronyms:
    """The lists for a BCP 47 tag; empty where there is no file."""
    primary = lang.partition("-")[0]
    file = files(__package__) / "data" / f"{primary}.toml"
    if not primary.isalpha() or not file.is_file():
        return Acronyms()
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Acronyms(frozenset(table["known"].split()), table["left"], table["short"])
