"""Building the text of a file of units: many short texts, joined by line feeds, with their places.

What XLIFF, TMX, PO and tables have in common. A joining line feed stands for all that lies between
the end of one text and the beginning of the next; an empty text keeps its place, too.
"""

from dataclasses import dataclass

from audit.model.place import OffsetMap, Origin, Piece, Span, Syntax, line_starts
from audit.model.text import UNKNOWN_LANGUAGE, Block, Document, Markup, Pair
from audit.read.lines import blocks_of


class Gathered:
    """One text gathered piece by piece from a file: a target, or the source beside it."""

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        """Where in the file the text begins and ends, for a text without a single character."""
        self.pieces: list[Piece] = []
        self.markup: list[Markup] = []
        self._parts: list[str] = []
        self._length = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Add `text`, which is what the file has at `[start, end)`, or stands for that."""
        if not self._parts:
            self.start = start
        self.pieces.append(Piece(self._length, len(text), start, end - start))
        self._parts.append(text)
        self._length += len(text)
        self.end = end

    def tag(self, text: str) -> None:
        """Note an inline tag at the end of the text so far."""
        self.markup.append(Markup(self._length, text))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)


@dataclass(frozen=True, slots=True)
class UnitFile:
    """The file that units are taken from: its name, its text, and how it is written."""

    path: str
    text: str
    syntax: Syntax
    encoding: str


class JoinedText:
    """The text of one document under construction, with its pairs, blocks and tags."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._markup: list[Markup] = []
        self._length = 0
        self._end = 0
        """Where in the file the last text ended."""

    def add(
        self,
        target: Gathered,
        source: Gathered | None,
        reference: str | None = None,
        name: str | None = None,
    ) -> None:
        """Add one text with its source and reference; `name` is what the file calls it."""
        if self.pairs:
            self._pieces.append(Piece(self._length, 1, self._end, target.start - self._end))
            self._length += 1
        at, text = self._length, target.text
        moved = (Piece(at + one.text, one.length, one.origin, one.width) for one in target.pieces)
        self._pieces.extend(moved)
        self._markup.extend(Markup(at + tag.at, tag.text) for tag in target.markup)
        blocks = blocks_of(text, heading=False)
        self._blocks.extend(Block(block.span.shift(at), block.kind) for block in blocks)
        self._parts.append(text)
        self._length += len(text)
        self._end = target.end
        span = Span(at, self._length)
        tags = tuple(source.markup) if source else ()
        self.pairs.append(Pair(span, source.text if source else "", reference, name, tags))

    def document(
        self,
        name: str,
        file: UnitFile,
        lang: str | None = None,
        source_lang: str | None = None,
    ) -> Document:
        """The document of all that was added from `file`."""
        pieces = self._pieces
        only = (Piece(0, 0, self._end, 0),)  # a map without pieces would be that of a copy
        return Document(
            id=name,
            path=file.path,
            text="\n".join(self._parts),
            origin=Origin(
                content=OffsetMap.of(pieces) if self._length else OffsetMap(only, (0,)),
                line_starts=line_starts(file.text),
                syntax=file.syntax,
                encoding=file.encoding,
            ),
            lang=lang or UNKNOWN_LANGUAGE,
            source_lang=source_lang,
            blocks=tuple(self._blocks),
            pairs=tuple(self.pairs),
            markup=tuple(self._markup),
        )
