"""Aligns two sequences of passages by their lengths and anchors.

The method is that of Gale and Church (A program for aligning sentences in bilingual corpora,
Computational Linguistics 19, 1993): of all ways to cut both sides into beads of up to two passages
each, dynamic programming finds the most probable one. Their model of lengths is replaced by
`audit.lang.lengths`, and anchors that both sides of a bead hold speak for it (Simard, Foster and
Isabelle, Using cognates to align sentences in bilingual corpora, 1992). Only a band around the
diagonal is looked at, so that the work grows with the length of the texts and not with its square.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from audit.lang.lengths import Expansion

_KINDS = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
"""Probabilities of beads by passages of source and target (Gale and Church, table 5)."""
_PRIOR = {kind: -math.log(share) for kind, share in _KINDS.items()}

_WORST = 18.0
"""Most that lengths may speak against a bead, so that anchors can still outweigh them."""
_ANCHOR = 3.0
"""What one anchor that both sides of a bead have speaks for it."""
_LONELY = 0.7
"""What an anchor that only one side has speaks against it."""
_MOST_ANCHORS = 4
"""Anchors that count in one bead."""
_ALONE = 0.3
"""What the root of the length of a passage speaks against leaving it alone."""
_PARAGRAPH = 0.7
"""What it speaks for a bead to end where both sides end a paragraph; against it, where one does."""

BAND = 24
"""Passages to either side of the diagonal that are looked at."""
WIDEST = 200
"""The same where one side has far more passages than the other."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its letters, its anchors, and whether a paragraph ends with it."""

    letters: int
    anchors: frozenset[str]
    last: bool = False


@dataclass(frozen=True, slots=True)
class Bead:
    """Passages `[source_start:source_end]` rendered by `[target_start:target_end]`.

    One side may be empty. `departure` is by how many standard deviations the target is too long or
    too short, `shared` the anchors that both sides have.
    """

    source_start: int
    source_end: int
    target_start: int
    target_end: int
    departure: float
    shared: int

    @property
    def one_sided(self) -> bool:
        """Whether nothing stands on one of the sides."""
        return self.source_start == self.source_end or self.target_start == self.target_end


def beads(
    source: Sequence[Passage], target: Sequence[Passage], lengths: Expansion
) -> tuple[Bead, ...]:
    """The most probable beads, in order; together they hold every passage once."""
    steps = _Steps(source, target, lengths)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i, low, high in _band(source, target):
        for j in range(low, high + 1):
            found = None
            for ours, theirs in _PRIOR:
                before = best.get((i - ours, j - theirs))
                if before is None:
                    continue
                cost = before[0] + steps.cost(i - ours, i, j - theirs, j)
                if found is None or cost < found[0]:
                    found = (cost, (ours, theirs))
            if found is not None:
                best[i, j] = found
    return tuple(reversed(list(_traced(best, steps, len(source), len(target)))))


def _traced(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], steps: "_Steps", i: int, j: int
) -> Iterator[Bead]:
    """The beads of the best way, from the end."""
    while (i, j) != (0, 0):
        ours, theirs = best[i, j][1]
        yield steps.bead(i - ours, i, j - theirs, j)
        i, j = i - ours, j - theirs


def _band(source: Sequence[Passage], target: Sequence[Passage]) -> Iterator[tuple[int, int, int]]:
    """For each number of source passages the numbers of target passages that are looked at."""
    n, m = len(source), len(target)
    width = min(WIDEST, BAND + abs(n - m))
    reached = list(accumulate((one.letters for one in target), initial=0))
    ours = list(accumulate((one.letters for one in source), initial=0))
    scale = reached[-1] / ours[-1] if ours[-1] else 1.0
    middle = high = 0
    for i in range(n + 1):
        while middle < m and reached[middle] < ours[i] * scale:
            middle += 1
        # Each row meets the one before, so that some way always leads to the end.
        low = max(0, min(middle - width, high)) if i else 0
        high = m if i == n else min(m, middle + width)
        yield i, low, high


class _Steps:
    """What single beads cost: minus the logarithm of how probable they are."""

    def __init__(
        self, source: Sequence[Passage], target: Sequence[Passage], lengths: Expansion
    ) -> None:
        self._source, self._target, self._lengths = source, target, lengths

    def cost(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """Of rendering `source[i:i_end]` by `target[j:j_end]`."""
        kind = (i_end - i, j_end - j)
        prior = _PRIOR[kind]
        if kind == (1, 0):
            return prior + _ALONE * math.sqrt(self._source[i].letters / self._lengths.letters)
        if kind == (0, 1):
            english = self._target[j].letters / self._lengths.factor / self._lengths.letters
            return prior + _ALONE * math.sqrt(english)
        bead = self.bead(i, i_end, j, j_end)
        either = self._anchors(self._source, i, i_end) ^ self._anchors(self._target, j, j_end)
        cost = prior + min(_WORST, bead.departure**2 / 2)
        cost -= _ANCHOR * min(_MOST_ANCHORS, bead.shared)
        cost += _LONELY * min(_MOST_ANCHORS, len(either))
        return cost + self._paragraphs(i, i_end, j, j_end)

    def bead(self, i: int, i_end: int, j: int, j_end: int) -> Bead:
        """The bead of `source[i:i_end]` and `target[j:j_end]`."""
        if i == i_end or j == j_end:
            return Bead(i, i_end, j, j_end, 0.0, 0)
        ours = sum(one.letters for one in self._source[i:i_end])
        theirs = sum(one.letters for one in self._target[j:j_end])
        departure = self._lengths.departure(ours + 1, theirs + 1)
        shared = self._anchors(self._source, i, i_end) & self._anchors(self._target, j, j_end)
        return Bead(i, i_end, j, j_end, departure, len(shared))

    @staticmethod
    def _anchors(side: Sequence[Passage], start: int, end: int) -> frozenset[str]:
        if end - start == 1:
            return side[start].anchors
        return frozenset().union(*(one.anchors for one in side[start:end]))

    def _paragraphs(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """What the ends of paragraphs say of a bead."""
        ours, theirs = self._source[i_end - 1].last, self._target[j_end - 1].last
        inside = any(one.last for one in self._source[i : i_end - 1])
        inside = inside or any(one.last for one in self._target[j : j_end - 1])
        if ours and theirs:
            return -_PARAGRAPH
        return _PARAGRAPH * ((ours != theirs) + inside)
