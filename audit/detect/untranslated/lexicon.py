"""Words of other languages that are at home in this one, read from `data/<lang>.toml`.

`borrowed` are words with foreign letters that the language has taken in; `phrases` are small words
of other languages that stand in the titles and phrases people quote, `never` those that do not,
although a word list of this language has them.
"""

from dataclasses import dataclass
from functools import cache

from audit.detect.language_files import word_lists


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, in lower case; empty where nothing is known."""

    borrowed: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists for a BCP 47 tag; empty where there are none."""
    return word_lists(Lexicon, __package__, lang)
