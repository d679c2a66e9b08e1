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


def through(derived: str, inner: OffsetMap, outer: OffsetMap) -> list[Piece]:
    """The pieces of the map of `derived` that leads through `inner` and then through `outer`.

    A piece that `inner` copied is cut where `outer` is; any other one stays in one piece. A line
    feed joins two blocks: it stands for all that lies between them in the file.
    """
    pieces: list[Piece] = []
    for piece in inner.pieces:
        if piece.length == piece.width:
            pieces.extend(_cut(derived, piece, outer))
        else:
            home = outer.back(Span(piece.origin, piece.origin + piece.width))
            pieces.append(Piece(piece.text, piece.length, home.start, len(home)))
    for at in range(1, len(pieces) - 1):
        before, piece, after = pieces[at - 1 : at + 2]
        if derived[piece.text] == "\n":
            end = before.origin + before.width
            pieces[at] = Piece(piece.text, piece.length, end, after.origin - end)
    return pieces


def _cut(derived: str, piece: Piece, outer: OffsetMap) -> Iterator[Piece]:
    """A copied piece cut where `outer` is cut, and before and behind line feeds."""
    at, end = piece.origin, piece.origin + piece.length
    shift = piece.text - piece.origin
    index = max(0, bisect_right(outer.starts, at) - 1)
    while at < end:
        part = outer.pieces[index]
        whole = min(end, part.text + part.length)
        line = derived.find("\n", at + shift, whole + shift) - shift
        stop = whole if line + shift < 0 else max(line, at + 1)
        if part.length == part.width:
            yield Piece(at + shift, stop - at, part.origin + at - part.text, stop - at)
        else:
            yield Piece(at + shift, stop - at, part.origin, part.width)
        at = stop
        index += at == part.text + part.length
