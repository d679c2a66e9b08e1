"""How pairs of forms relate, as told before: tens of thousands are looked up in a few steps.

A question is 128 bits, made of the digests of the two forms and of where they stand to one another.
Two questions of a hundred million have the same bits in one of 10^22 feeds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from audit.link.compare_names import Relation
from audit.link.digests import Digests
from audit.link.forms import Forms, Pair

Indices = NDArray[np.int64]
_Half = NDArray[np.uint64]

_UNKNOWN = -1
_WEIGHTS = np.array(
    [
        [[0x9E3779B97F4A7C15], [0xC2B2AE3D27D4EB4F]],
        [[0xD6E8FEB86659FD93], [0xA0761D6478BD642F]],
    ],
    np.uint64,
)
"""Odd numbers without a pattern that tell the first form of a pair from the second; by halves."""


class Pairs(NamedTuple):
    """Pairs of forms in columns, each in the order it is compared."""

    first: Indices
    second: Indices


@dataclass(frozen=True, slots=True)
class Told:
    """Answers by questions in columns; questions are in order of their first halves."""

    halves: tuple[bytes, bytes] = (b"", b"")
    codes: bytes = b""
    relations: tuple[Relation | None, ...] = ()
    """What the codes stand for."""


class Described:
    """The digests of forms, made when first asked for."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._halves = np.zeros((2, len(forms)), np.uint64)
        self._made = np.zeros(len(forms), bool)

    def of(self, some: NDArray[Any]) -> Digests:
        """The digests of some forms, which may stand there several times."""
        for at in np.unique(some[~self._made[some]]).tolist():
            self._halves[:, at] = np.frombuffer(described(self._forms, at), np.uint64)
        self._made[some] = True
        return self._halves[:, some]

    def questions(self, pairs: Pairs, stand: NDArray[np.uint8]) -> tuple[_Half, _Half]:
        """What is asked of pairs that `stand` to one another as numbers say."""
        one, other = map(self.of, pairs)
        first, second = one * _WEIGHTS[0] + other * _WEIGHTS[1] + stand
        return first, second


def described(forms: Forms, at: int) -> bytes:
    """All of a form that bears on how it relates to another, its documents and sentences apart."""
    known = forms.known(at)
    record = (known.record.layer, known.record.id) if known else ()
    behind = forms.sources(at)
    sources = [sorted(keys) for keys in behind] if any(behind) else ()
    said = repr((forms.table.texts[at], forms.langs[at], forms.kind(at).value, record, sources))
    return blake2b(said.encode(), digest_size=16).digest()


class PairRecall:
    """How pairs relate: what was told before, and what this run needed."""

    def __init__(self, before: Told, *, keeps: bool) -> None:
        """`keeps` says whether there is a use for `told`, which stays empty otherwise."""
        self._keeps = keeps
        self._before = tuple(np.frombuffer(half, np.uint64) for half in before.halves)
        self._codes = np.frombuffer(before.codes, np.int32)
        self._relations = list(before.relations)
        self._numbers = {relation: code for code, relation in enumerate(before.relations)}
        self._asked: list[tuple[_Half, _Half]] = []
        self._given: list[NDArray[np.int32]] = []

    def answers(
        self,
        of: Described,
        pairs: Pairs,
        stand: NDArray[np.uint8],
        find: Callable[[Indices], Iterable[Relation | None]],
    ) -> Iterator[tuple[Pair, Relation]]:
        """Those of some pairs that relate; `stand` and the forms are all that bears on it.

        `find` answers for those of the pairs, by their places, that nothing was told of.
        """
        if self._keeps:
            asked = of.questions(pairs, stand)
            codes = self._recalled(*asked)
        else:
            codes = np.full(len(stand), _UNKNOWN, np.int32)
        unknown = np.flatnonzero(codes == _UNKNOWN)
        if len(unknown):
            numbers = self._numbers
            found = (numbers.setdefault(one, len(numbers)) for one in find(unknown))
            codes[unknown] = np.fromiter(found, np.int32, len(unknown))
            self._relations = list(numbers)
        if self._keeps:
            self._asked.append(asked)
            self._given.append(codes)
        columns = (column.tolist() for column in (pairs.first, pairs.second, codes))
        for first, second, code in zip(*columns, strict=True):
            if relation := self._relations[code]:
                yield (first, second), relation

    def told(self) -> Told:
        """All answers of this run, wherever they are from."""
        if not self._given:
            return Told()
        first, second = (np.concatenate(half) for half in zip(*self._asked, strict=True))
        first, at = np.unique(first, return_index=True)
        used, codes = np.unique(np.concatenate(self._given)[at], return_inverse=True)
        return Told(
            (first.tobytes(), second[at].tobytes()),
            codes.astype(np.int32).tobytes(),
            tuple(self._relations[code] for code in used.tolist()),
        )

    def _recalled(self, first: _Half, second: _Half) -> NDArray[np.int32]:
        """The codes of what was told before of some questions."""
        if not len(self._codes):
            return np.full(len(first), _UNKNOWN, np.int32)
        at = np.searchsorted(self._before[0], first)
        at[at == len(self._codes)] = 0
        same = (self._before[0][at] == first) & (self._before[1][at] == second)
        return np.where(same, self._codes[at], np.int32(_UNKNOWN))
