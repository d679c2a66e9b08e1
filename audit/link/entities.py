"""The entities of a feed, most mentioned first; of many, the most lie on disk."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import overload

import numpy as np

from audit.grouped import Grouped
from audit.link.assemble import Settled
from audit.model.mentions import Mentions, MentionTable
from audit.model.names import Entity, Lookalike
from audit.packing import Packing
from audit.shelf import Shelf

HELD = 20_000
"""Entities, and look-alikes, that stay in memory."""
AT_HAND = 2_000
"""Entities from the disk that are kept at hand: a document names a few dozen, mostly the same."""
NOBODY = np.uint32(0xFFFFFFFF)
"""In place of an entity, for a mention that belongs to none."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An entity on disk, with the numbers of its mentions."""

    settled: Settled
    mentions: bytes


_ROWS: Packing[_Row] = Packing(_Row)
_LOOKALIKES: Packing[Lookalike] = Packing(Lookalike)


class Entities(Sequence[Entity]):
    """All entities whose mentions are of one table.

    First each is put in by `add`, then they are put `in_order`; `noting` adds what they look like.
    """

    def __init__(self, table: MentionTable) -> None:
        self.table = table
        self._made: Shelf[Entity] = Shelf(_pack, self._unpack, HELD, AT_HAND)
        self._sizes = array("I")
        self._texts: list[str] = []
        self._order = array("I")
        self.owner = np.full(table.every, NOBODY, np.uint32)
        """To whom each mention of the feed belongs, by its ordinal."""
        self._alike: Shelf[Lookalike] = Shelf(_LOOKALIKES.pack, _LOOKALIKES.unpack, HELD)
        self._alike_of = Grouped.under(np.empty(0, np.uint32), np.empty(0, np.uint32), 0)

    def add(self, entity: Entity) -> None:
        """Put in one more; its mentions are `Mentions` of the table."""
        number = len(self._sizes)
        self.owner[self.table.ordinal[_of_table(entity).at]] = number
        self._sizes.append(len(entity.mentions))
        self._texts.append(entity.canonical.text)
        self._made.append(entity, 1)

    def in_order(self) -> "Entities":
        """These, from now on in order of mentions, canonical text and id."""
        sizes, texts = self._sizes, self._texts

        def size_and_text(number: int) -> tuple[int, str]:
            return -sizes[number], texts[number]

        numbers = sorted(range(len(sizes)), key=size_and_text)
        for _, tied in groupby(numbers, size_and_text):
            some = list(tied)
            if len(some) > 1:
                some.sort(key=lambda number: self._made[number].id)
            self._order.extend(some)
        self._texts = []
        return self

    def unordered(self) -> Iterator[Entity]:
        """All as they were put in, by whose numbers mentions belong to them; less look-alikes."""
        return iter(self._made)

    def owners(self, start: int, stop: int) -> list[Entity | None]:
        """To whom some mentions of the feed belong, by their ordinals; exempt ones to None."""
        found = self.owner[start:stop].tolist()
        return [None if one == NOBODY else self._made[one] for one in found]

    def noting(self, found: Iterable[tuple[int, Lookalike]]) -> "Entities":
        """These, with what mentions look like, which are said by their ordinals."""
        owners = array("I")
        for ordinal, lookalike in found:
            owners.append(int(self.owner[ordinal]))
            self._alike.append(lookalike, 1)
        numbers = np.arange(len(owners), dtype=np.uint32)
        self._alike_of = Grouped.under(np.frombuffer(owners, np.uint32), numbers, len(self))
        return self

    @property
    def is_held(self) -> bool:
        """Whether all are in memory."""
        return self._made.is_held

    def __len__(self) -> int:
        return len(self._sizes)

    @overload
    def __getitem__(self, at: int) -> Entity: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entity]: ...
    def __getitem__(self, at: int | slice) -> Entity | Sequence[Entity]:
        if isinstance(at, slice):
            return [self._entity(number) for number in self._order[at]]
        return self._entity(self._order[at])

    def __iter__(self) -> Iterator[Entity]:
        return map(self._entity, self._order)

    def _entity(self, number: int) -> Entity:
        made = self._made[number]
        alike = self._alike_of[number] if self._alike_of else ()
        return (
            replace(made, lookalikes=tuple(map(self._alike.__getitem__, alike))) if alike else made
        )

    def _unpack(self, data: bytes) -> Entity:
        row = _ROWS.unpack(data)
        mentions = Mentions(self.table, np.frombuffer(row.mentions, np.uint32))
        return row.settled.of(mentions)


def _pack(entity: Entity) -> bytes:
    return _ROWS.pack(_Row(Settled.less_mentions(entity), _of_table(entity).rows.tobytes()))


def _of_table(entity: Entity) -> Mentions:
    """The mentions of an entity, which are of the table."""
    assert isinstance(entity.mentions, Mentions)  # noqa: S101 - so says `add`
    return entity.mentions
