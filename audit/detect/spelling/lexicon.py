"""What the rules on spelling know of a language beside its word lists, read from `data/`.

`words` are right although no word list has them, `slips` are in a list and yet mostly slips;
`short` and `phrases` are right words of up to four letters, the latter of other languages;
`capitals` are common words that stand in the names of bodies and regions; `prefixes` and
`suffixes` make right words of known ones. `days_and_months` and `nations` always have a capital.
`particles` are parts of names in small letters. `no_noun_phrase` are function words that begin no
noun phrase behind an article.
"""

from dataclasses import dataclass
from functools import cache

from audit.detect.language_files import word_lists


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, in lower case; empty where nothing is known."""

    words: frozenset[str] = frozenset()
    slips: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    days_and_months: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    no_noun_phrase: frozenset[str] = frozenset()


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists for a BCP 47 tag; empty where there are none."""
    return word_lists(Lexicon, __package__, lang)
