"""Sequences that only grow and may be larger than memory: what has no room lies in a file.

The file has no name in any folder and is gone with the process, however that ends.
"""

import tempfile
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO, Generic, TypeVar, overload

from audit.errors import ConfigError
from audit.listed import Listed

Value = TypeVar("Value")
Made = TypeVar("Made")

RECENT = 64
"""Values from the file that are usually kept at hand."""


class Shelf(Listed[Value]):
    """Values in order: the first as they are, as far as there is room, the rest in a file.

    What comes back from the file is equal to what was put there, and not the same object.
    """

    def __init__(
        self,
        pack: Callable[[Value], bytes],
        unpack: Callable[[bytes], Value],
        room: int,
        recent: int = RECENT,
    ) -> None:
        """`room` is how much is held in memory, in the unit of the weights given to `append`.

        `recent` values from the file are kept at hand for those who ask for single ones.
        """
        self._pack = pack
        self._unpack = unpack
        self._room = room
        self._held: list[Value] = []
        self._file: BinaryIO | None = None
        self._ends = array("Q", [0])
        self._recent: OrderedDict[int, Value] = OrderedDict()
        self._at_hand = recent

    def append(self, value: Value, weight: int) -> None:
        """Put one more value at the end. Raises `ConfigError` where the disk has no room."""
        self._room -= weight
        if self._room >= 0 and len(self._ends) == 1:
            self._held.append(value)
            return
        data = self._pack(value)
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="mtaudit-")  # noqa: SIM115 - lives on
            self._file.seek(self._ends[-1])
            self._file.write(data)
        except OSError as fault:
            raise ConfigError(
                f"no room for a large feed in {tempfile.gettempdir()}: {fault.strerror or fault}; "
                "name a folder with room in the environment variable TMPDIR"
            ) from fault
        self._ends.append(self._ends[-1] + len(data))

    @property
    def is_held(self) -> bool:
        """Whether all values are in memory."""
        return self._file is None

    def __len__(self) -> int:
        return len(self._held) + len(self._ends) - 1

    def at(self, number: int) -> Value:
        """The value of a number, from memory or from the file."""
        if number < len(self._held):
            return self._held[number]
        if number in self._recent:
            self._recent.move_to_end(number)
            return self._recent[number]
        found = self._recent[number] = self._read(number)
        if len(self._recent) > self._at_hand:
            self._recent.popitem(last=False)
        return found

    def __iter__(self) -> Iterator[Value]:
        yield from self._held
        for number in range(len(self._held), len(self)):
            yield self._read(number)

    def _read(self, number: int) -> Value:
        row = number - len(self._held)
        start, end = self._ends[row], self._ends[row + 1]
        assert self._file is not None  # noqa: S101 - something was put there
        self._file.seek(start)
        return self._unpack(self._file.read(end - start))


class Seen(Sequence[Made], Generic[Value, Made]):
    """A sequence seen through a function, which is asked anew each time."""

    def __init__(self, values: Sequence[Value], see: Callable[[Value], Made]) -> None:
        self._values = values
        self._see = see

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, at: int) -> Made: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Made]: ...
    def __getitem__(self, at: int | slice) -> Made | Sequence[Made]:
        if isinstance(at, slice):
            return [self._see(one) for one in self._values[at]]
        return self._see(self._values[at])

    def __iter__(self) -> Iterator[Made]:
        return map(self._see, self._values)


class Flat(Listed[Value]):
    """The elements of the tuples of a sequence, one after another; `counts` are their numbers."""

    def __init__(self, rows: Sequence[tuple[Value, ...]], counts: Sequence[int]) -> None:
        self._rows = rows
        self._starts = array("Q", [0])
        for count in counts:
            self._starts.append(self._starts[-1] + count)

    def __len__(self) -> int:
        return self._starts[-1]

    def at(self, number: int) -> Value:
        """The element of a number."""
        row = bisect_right(self._starts, number) - 1
        return self._rows[row][number - self._starts[row]]

    def __iter__(self) -> Iterator[Value]:
        return chain.from_iterable(self._rows)
