"""All documents of a run as they were examined: in order, and by id.

What has no room in memory lies on disk, so that the size of a feed is not bound by memory; whoever
goes through `documents` must not keep them.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from audit.model.text import Document
from audit.run.examine import Examined
from audit.run.packed import pack, unpack
from audit.shelf import Seen, Shelf

Value = TypeVar("Value")

HELD = 10_000_000
"""Code points of text up to which documents stay in memory, where one takes ten to twenty bytes.

Stages ask for all documents some ten times, which on disk costs half a CPU second a MB."""


class Feed:
    """The documents of a run, examined."""

    def __init__(self) -> None:
        self.examined: Shelf[Examined] = Shelf(pack, unpack, HELD)
        self._numbers: dict[str, int] = {}

    def add(self, examined: Examined) -> None:
        """Put one more document at the end. Raises `ConfigError` where the disk has no room."""
        self._numbers[examined.document.id] = len(self.examined)
        self.examined.append(examined, len(examined.document.text))

    @property
    def documents(self) -> Sequence[Document]:
        """All documents in order."""
        seen: Seen[Examined, Document] = Seen(self.examined, attrgetter("document"))
        return tuple(seen) if self.examined.is_held else seen

    @property
    def by_id(self) -> Mapping[str, Document]:
        """The documents by id, in order."""
        return Keyed(self._numbers, self.documents)


class Keyed(Mapping[str, Value]):
    """The values of a sequence by names; `numbers` are their places in it."""

    def __init__(self, numbers: Mapping[str, int], values: Sequence[Value]) -> None:
        self._numbers = numbers
        self._values = values

    def __getitem__(self, name: str) -> Value:
        return self._values[self._numbers[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, name: object) -> bool:
        return name in self._numbers
