"""Names that the matcher knows, from open data: records of given names and family names.

The records are those of Wikidata (CC0), as the package `rigour` carries them: one for each name,
with its spellings in Latin letters and in other scripts. Of a spelling is kept that it is known,
which records of several spellings have it, and how they are written in other scripts, as far as
another record is written so, too, in more than one sign. Records that labelled pairs are of are
left out, and spellings that these have count as unknown.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec

import numpy as np

from audit.match.known import MOST_SENSES, Known, sense
from audit.match.names import digests, fold
from benchmarks.labelled_pairs import Labelled
from benchmarks.named import is_latin

PACKAGE, VERSION = "rigour", "1.8.2"
TABLE = "data/names/persons.txt"
PREFIX = "wn:"
"""What labelled pairs put before the number that Wikidata gives a name."""
SHORTEST = 2
_NO_LETTERS = str.maketrans("", "", "・ -")


@dataclass(frozen=True, slots=True)
class Record:
    """A name: its spellings in Latin letters, folded, and those in other scripts."""

    id: str
    spellings: frozenset[str]
    own: frozenset[str]


def at_hand() -> bool:
    """Whether the package with the records is installed."""
    return find_spec(PACKAGE) is not None


def known_names(without: Collection[str] = ()) -> Known:
    """All names but those of records whose ids are given."""
    return known_of(records(table()), without)


def known_beside(*tables: Labelled) -> Known:
    """All names but those of records that labelled pairs are of."""
    return known_names({id_ for table in tables for both in table.entities for id_ in both})


def table() -> list[str]:
    """The lines of the table: `spelling, spelling => number`."""
    return files(PACKAGE).joinpath(TABLE).read_text(encoding="utf-8").splitlines()


def read_rows(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The id and the spellings of each line of the table."""
    for line in lines:
        listed, _, number = line.partition(" => ")
        yield PREFIX + number.strip(), listed.split(", ")


def records(lines: Iterable[str]) -> Iterator[Record]:
    """The names that the lines of the table tell of."""
    rows = [*read_rows(lines)]
    latin = [[name for name in names if is_latin(name)] for _, names in rows]
    folded = iter(fold([name for those in latin for name in those])[0])
    for (id_, names), own_latin in zip(rows, latin, strict=True):
        spellings = {next(folded) for _ in own_latin}
        own = {name.translate(_NO_LETTERS) for name in set(names).difference(own_latin)}
        yield Record(id_, frozenset(filter(_is_word, spellings)), frozenset(filter(_is_word, own)))


def known_of(names: Iterable[Record], without: Collection[str] = ()) -> Known:
    """What is known of the spellings of the records but those with the given ids."""
    kept, unknown = [], set[str]()
    for record in names:
        if record.id in without:
            unknown |= record.spellings
        elif record.spellings:
            kept.append(record)
    written = defaultdict[str, int](int)
    for writing in (own for record in kept for own in record.own):
        written[writing] += 1
    found: dict[str, set[str]] = {}
    for record in kept:
        senses = {own for own in record.own if written[own] > 1}
        if len(record.spellings) > 1:
            senses.add(record.id)
        for spelling in record.spellings - unknown:
            found.setdefault(spelling, set()).update(senses)
    spellings = sorted(found)
    by_digest = sorted(zip(digests(spellings), spellings, strict=True))
    senses_of = [_fewest(found[spelling], written) for _, spelling in by_digest]
    return Known(
        np.array([number for number, _ in by_digest], np.uint32),
        np.array([len(those) for those in senses_of], np.uint8),
        np.array([one for those in senses_of for one in those], np.uint16),
    )


def _fewest(senses: Collection[str], written: dict[str, int]) -> list[int]:
    """The senses that tell most, as numbers: those that fewest records have."""
    ranked = sorted(senses, key=lambda one: (written.get(one, 0), one))
    return sorted({sense(one) for one in ranked[:MOST_SENSES]})


def _is_word(spelling: str) -> bool:
    return len(spelling) >= SHORTEST and " " not in spelling
