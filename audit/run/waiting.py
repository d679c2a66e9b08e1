"""What is said of documents seen together, until the turn of each document comes."""

from array import array
from collections.abc import Iterable

import numpy as np

from audit.detect.apply import RuleHit
from audit.grouped import Grouped
from audit.packing import Packing
from audit.shelf import Shelf

HELD = 20_000
"""Hits that stay in memory."""

_HITS: Packing[RuleHit] = Packing(RuleHit)


class Waiting:
    """Hits by document; of many, the most lie on disk."""

    def __init__(self, hits: Iterable[RuleHit]) -> None:
        self._hits: Shelf[RuleHit] = Shelf(_HITS.pack, _HITS.unpack, HELD)
        self._documents: dict[str, int] = {}
        homes = array("I")
        for hit in hits:
            homes.append(self._documents.setdefault(hit[1].document, len(self._documents)))
            self._hits.append(hit, 1)
        numbers = np.arange(len(homes), dtype=np.uint32)
        homes_of = np.frombuffer(homes, np.uint32)
        self._of = Grouped.under(homes_of, numbers, len(self._documents))

    def of(self, document: str) -> list[RuleHit]:
        """The hits in the document of this id, in the order they came."""
        number = self._documents.get(document)
        return [] if number is None else [self._hits[at] for at in self._of[number]]
