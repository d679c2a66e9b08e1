"""Acronyms of news, read from `data/<lang>.toml`.

`known` need no explanation. `left` maps acronyms of other languages to what stands here; `short`
maps those that are short for something in the language of the source alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from audit.detect.language_files import language_table


@dataclass(frozen=True, slots=True)
class Acronyms:
    """The lists of one language; empty where nothing is known."""

    known: frozenset[str] = frozenset()
    left: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)


@cache
def acronyms(lang: str) -> Acronyms:
    """The lists for a BCP 47 tag; empty where there is no file."""
    table = language_table(__package__, lang)
    return Acronyms(
        frozenset(table.get("known", "").split()), table.get("left", {}), table.get("short", {})
    )
