"""What the rules on punctuation know of a language, read from `data/<lang>.toml`.

`articles` are words that always have their noun behind them, so that no mark can follow. `joiners`
need more behind them, but may have a comma. `auxiliaries` are verbs with another verb or a
complement behind them. `prepositions` may stand before a comma at the end of a clause only;
`leads` are words that begin what a preposition belongs to; `stranded` are prepositions that end
clauses more often and tell something only before a day or month (`dates`). `speech` are verbs that
introduce or follow direct speech, `clipped` words that are written with an apostrophe at their
end, `companions` words that may stand behind a hanging hyphen ("mid- and long-term"),
`organisations` words for bodies whose names need no quotation marks, `hyphened` words that begin
with a prefix and have a hyphen, `offices` those that people hold, `continuing` words that begin
nothing that could stand behind a colon or semicolon, `measures` those with a number behind them,
`modals` the auxiliaries that a verb follows, `infinitives` the commonest of those verbs,
`passives` verbs with a participle behind them, which ends in one of `participles`. `shortened` are
abbreviations with a full stop, `presenting` words of these lists that people put before a colon
("Here it is: the list"), `unintroduced` those that no colon can stand before, and `openers`
begin a sentence even where its capital is missing. `with_partitive` are words that `partitive`
belongs to, `complements` words that begin what an auxiliary needs behind it, `units` stand behind
numbers, `asking` words report a question.
"""

from dataclasses import dataclass
from functools import cache

from audit.detect.language_files import word_lists


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, in lower case; empty where nothing is known."""

    articles: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    stranded: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    clipped: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    hyphened: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    presenting: frozenset[str] = frozenset()
    unintroduced: frozenset[str] = frozenset()
    shortened: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    partitive: frozenset[str] = frozenset()
    with_partitive: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()


@cache
def lexicon(lang: str) -> Lexicon:
    """The lists for a BCP 47 tag; empty where there are none."""
    return word_lists(Lexicon, __package__, lang)
