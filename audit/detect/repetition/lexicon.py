"""Which words of a language may stand twice in a row, read from `data/<lang>.toml`.

`never` are words whose doubling is always a slip; `meant` are words that grammar or emphasis
doubles rightly; `cries` are words that are called out several times. Any other doubled word is a
question. Without a file for its language a text is not looked at.
"""

from dataclasses import dataclass
from functools import cache

from audit.detect.language_files import word_lists


@dataclass(frozen=True, slots=True)
class Doubles:
    """The lists of one language, in lower case."""

    never: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    cries: frozenset[str] = frozenset()


@cache
def doubles(lang: str) -> Doubles:
    """The lists for a BCP 47 tag; empty where there are none."""
    return word_lists(Doubles, __package__, lang)


_LANGUAGES = "cs de en es fr hr it nl pl pt ru sk uk"
LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages with a file; a test holds this to the folder."""
