"""Texts under two layers of writing: HTML in XML, HTML in JSON; each with its map to the file.

The outer layer is undone by the reader of the file, the inner one by that of the text; the two maps
chained lead from the text to the file.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.model.place import OffsetMap, Piece, Span


@dataclass(frozen=True, slots=True)
class Layer:
    """A text as the outer layer gives it; `offsets` maps it to the file, where it is not empty.

    `start` is where its content begins in the file.
    """

    text: str
    offsets: OffsetMap
    start: int


def layer_of(taken: Sequence[tuple[str, int, int]], start: int) -> Layer:
    """The layer of runs of text in order: what each says, and `[start, end)` in the file."""
    pieces: list[Piece] = []
    length = 0
    for text, first, last in taken:
        pieces.append(Piece(length, len(text), first, last - first))
        length += len(text)
    return Layer("".join(text for text, _, _ in taken), OffsetMap.of(pieces), start)


def through(inner: OffsetMap, outer: OffsetMap) -> Iterator[Piece]:
    """The pieces of the map that leads through `inner` and then through `outer`.

    A piece that `inner` copied is cut where `outer` is; any other one stays in one piece.
    """
    for piece in inner.pieces:
        if piece.length == piece.width:
            yield from _cut(piece, outer)
        else:
            home = outer.back(Span(piece.origin, piece.origin + piece.width))
            yield Piece(piece.text, piece.length, home.start, len(home))


def _cut(piece: Piece, outer: OffsetMap) -> Iterator[Piece]:
    at, end = piece.origin, piece.origin + piece.length
    index = max(0, bisect_right(outer.starts, at) - 1)
    while at < end:
        part = outer.pieces[index]
        stop = min(end, part.text + part.length)
        text = piece.text + at - piece.origin
        if part.length == part.width:
            yield Piece(text, stop - at, part.origin + at - part.text, stop - at)
        else:
            yield Piece(text, stop - at, part.origin, part.width)
        at = stop
        index += 1
