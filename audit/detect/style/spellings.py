"""Words that two standards of one language spell differently, read from `data/<lang>.toml`.

A file holds axes: two standards, `left` and `right`, and the words that tell them apart. `pairs`
are whole words, `left/right`, one side empty where it has no word to set against the other; `words`
are tables of stems and endings that join through `left` on one side and `right` on the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from audit.tables import read_table


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a word says of the standard of its text: the side of an axis, and its counterpart."""

    axis: int
    side: int
    other: str


@dataclass(frozen=True, slots=True)
class Standards:
    """The axes of a language, as the names of both sides, and its telling words."""

    axes: tuple[tuple[str, str], ...]
    words: Mapping[str, Spelling]


@cache
def standards(lang: str) -> Standards:
    """The standards of a primary language subtag, which must have a file; read once."""
    file = files(__package__) / "data" / f"{lang}.toml"
    table = read_table(file)
    found: dict[str, Spelling] = {}
    for number, axis in enumerate(table["axis"]):
        for left, right in _pairs(axis):
            if left:
                found.setdefault(left, Spelling(number, 0, right))
            if right:
                found.setdefault(right, Spelling(number, 1, left))
    return Standards(tuple((axis["left"], axis["right"]) for axis in table["axis"]), found)


def _pairs(axis: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for group in axis.get("words", ()):
        for stem in group["stems"].split():
            for ending in group["endings"].split():
                tail = "" if ending == "-" else ending
                yield f"{stem}{group['left']}{tail}", f"{stem}{group['right']}{tail}"
    for pair in axis.get("pairs", "").split():
        left, _, right = pair.partition("/")
        yield left, right


_LANGUAGES = "de en pt"
LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages with a file; a test holds this to the folder."""
