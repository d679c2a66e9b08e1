"""Words of other languages that are at home in this one, read from `data/<lang>.toml`.

`borrowed` are words with foreign letters that the language has taken in; `phrases` are small words
of other languages that stand in the titles and phrases people quote, `never` those that do not,
although a word list of this language has them.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, in lower case; empty where nothing is known."""

    borrowed: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists for a BCP 47 tag; empty where there are none."""
    primary = lang.partition("-")[0]
    file = files(__package__) / "data" / f"{primary}.toml"
    if not primary.isalpha() or not file.is_file():
        return Lexicon()
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return Lexicon(*(frozenset(table[name].split()) for name in ("borrowed", "phrases", "never")))
