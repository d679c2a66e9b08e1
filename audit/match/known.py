"""Names that are known, word by word: which spellings write one name, and which are two names.

Letters do not tell that Gunn and Dunn are two names and Yauheni and Yevgeny one; that is known or
it is not. A spelling has senses: a name of which it is one of several spellings, and how that name
is written in another script. Two spellings with a sense in common may be one name (Steven and
Stephen, both スティーヴン); two known ones without are two.
"""

from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from audit.match.pairs import Pairs
from audit.match.spelling import Features

MOST_SENSES = 8
"""Senses of one spelling that are kept."""
_SENSES = (1 << 16) - 2

Digests = NDArray[np.uint32]


def sense(text: str) -> int:
    """The number of a sense, from 1 to 65,534: few enough to be small, and seldom two for one."""
    return crc32(text.encode()) % _SENSES + 1


@dataclass(frozen=True, slots=True)
class Known:
    """Spellings by their digest (`names.digests`), in order; the senses of one follow another's."""

    spellings: Digests = field(default_factory=lambda: np.zeros(0, np.uint32))
    counts: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    """How many senses each spelling has, none included."""
    senses: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(0, np.uint16))
    begins: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "begins", np.cumsum(self.counts, dtype=np.int64) - self.counts)

    def to_bytes(self) -> bytes:
        """How many spellings and senses there are, and the arrays; nothing to be unpacked."""
        sizes = np.array([len(self), len(self.senses)], np.uint32)
        return b"".join(one.tobytes() for one in (sizes, self.spellings, self.senses, self.counts))

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Known":
        """What `to_bytes` stored."""
        size, senses = np.frombuffer(stored, np.uint32, 2).tolist()
        begin = 8
        spellings = np.frombuffer(stored, np.uint32, size, begin)
        begin += spellings.nbytes
        numbers = np.frombuffer(stored, np.uint16, senses, begin)
        begin += numbers.nbytes
        return cls(spellings, np.frombuffer(stored, np.uint8, size, begin), numbers)

    def __len__(self) -> int:
        return len(self.spellings)

    def find(self, words: Digests) -> NDArray[np.int64]:
        """The place of each word among the spellings, -1 for one that is not known."""
        if not len(self):
            return np.full(len(words), -1)
        place = np.minimum(np.searchsorted(self.spellings, words), len(self) - 1)
        return np.where(self.spellings[place] == words, place, -1)

    def _senses(self, places: NDArray[np.int64], none: int) -> NDArray[np.uint16]:
        """A row of senses for each spelling, filled up with `none`."""
        if not len(self.senses):
            return np.full((len(places), MOST_SENSES), none, np.uint16)
        at = self.begins[places][:, None] + np.arange(MOST_SENSES)
        there = np.arange(MOST_SENSES) < self.counts[places][:, None]
        found = self.senses[np.minimum(at, len(self.senses) - 1)]
        return np.where(there, found, np.uint16(none))

    def share(self, ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether two known spellings, given by their places, have a sense in common."""
        one, other = self._senses(ones, 0), self._senses(others, _SENSES + 1)
        shared: NDArray[np.bool_] = (one[:, :, None] == other[:, None, :]).any(axis=(1, 2))
        return shared

    def compare(self, pairs: Pairs, words: Digests) -> Features:
        """Of the words that stand for one another and differ, how many are known as what.

        `words` are the digests of `pairs.words.words`.
        """
        place = np.append(self.find(words), -1)
        row, at = np.nonzero(pairs.differs)
        one = place[pairs.one[row, at]]
        other = place[pairs.other[row, pairs.partner[row, at]]]
        known = (one >= 0).astype(np.int64) + (other >= 0)
        both = known == 2
        shared = np.zeros(len(row), bool)
        shared[both] = self.share(one[both], other[both])
        return {
            name: np.bincount(row[flags], minlength=len(pairs)).astype(np.float32)
            for name, flags in (
                ("known_as_one", shared),
                ("known_as_two", both & ~shared),
                ("half_known", known == 1),
                ("unknown", known == 0),
            )
        }
