"""A feed in parts: what is sent to a worker at a time, and what a worker does with it.

Where a part ends depends on the documents alone, never on engine or workers.
"""

from collections.abc import Iterable, Iterator, Sequence

from audit.model.text import Document
from audit.run.examine import Bench, Examined
from audit.run.packed import pack

DOCUMENTS = 32
"""Documents of a part: hides the cost of sending, still spreads a small feed."""
CHARACTERS = 200_000
"""Code points from which on a part is full: some seconds of work."""

Part = Sequence[Document]
"""Neighbouring documents of a feed that are to be examined."""

Item = Document | Examined
"""A document that is to be examined, or one that was before."""


def parts_of(items: Iterable[Item]) -> Iterator[list[Item]]:
    """All `items`, in order, in parts."""
    part: list[Item] = []
    size = 0
    for item in items:
        part.append(item)
        size += len(item.text if isinstance(item, Document) else item.document.text)
        if len(part) >= DOCUMENTS or size >= CHARACTERS:
            yield part
            part, size = [], 0
    if part:
        yield part


def examine_part(bench: Bench, part: Part) -> list[bytes]:
    """Each document of `part` examined at `bench` and packed: the one function all engines run."""
    return [pack(bench.examine(document)) for document in part]
