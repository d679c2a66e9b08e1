"""Which words of a language may stand twice in a row, read from `data/<lang>.toml`.

`never` are words whose doubling is always a slip; `meant` are words that grammar or emphasis
doubles rightly; `cries` are words that are called out several times. Any other doubled word is a
question. Without a file for its language a text is not looked at.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Doubles:
    """The lists of one language, in lower case."""

    never: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    cries: frozenset[str] = frozenset()


@cache
def doubles(lang: str) -> Doubles:
    """The lists for a BCP 47 tag; empty where there are none."""
    file = files(__package__) / "data" / f"{lang.partition('-')[0]}.toml"
    if not lang.partition("-")[0].isalpha() or not file.is_file():
        return Doubles()
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Doubles(*(frozenset(table[name].split()) for name in ("never", "meant", "cries")))


_LANGUAGES = "cs de en es fr hr it nl pl pt ru sk uk"
LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages with a file; a test holds this to the folder."""
