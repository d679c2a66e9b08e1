"""Places: where something stands, in the text the stages read and in the file the user gave us.

Two coordinate systems exist and this module is the only bridge between them:

* `Span` counts code points in `Document.text`, the text that stages read (markup removed);
* `Place` counts code points in the document as the user knows it, with line and column in the file.

The bridge is built once by a reader, carried along, and never guessed again by searching.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_set = object.__setattr__
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range `[start, end)` of code points in `Document.text`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Spans are made by the million: one call is half of an `__init__` and its `__post_init__`.
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set(self, "start", start)
        _set(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> "Span":
        """The same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` code points at `text` in the derived text that came from `[origin, origin + width)`.

    Where `length == width` the piece was copied and maps point by point; otherwise (an entity, an
    escape, a line break that stands for a tag) it is atomic: any part of it maps to the whole.
    """

    text: int
    length: int
    origin: int
    width: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps ranges of a derived text back to the text it was derived from.

    `pieces` are in ascending order of `text`, gapless over the derived text; no pieces at all is
    the identity map.
    """

    pieces: tuple[Piece, ...] = ()
    starts: tuple[int, ...] = ()

    @staticmethod
    def of(pieces: "list[Piece]") -> "OffsetMap":
        """Build a map, joining neighbours that were copied from neighbouring places."""
        joined: list[Piece] = []
        for piece in pieces:
            if not piece.length:
                continue
            last = joined[-1] if joined else None
            if (
                last
                and last.length == last.width
                and piece.length == piece.width
                and last.origin + last.width == piece.origin
                and last.text + last.length == piece.text
            ):
                both = last.length + piece.length
                joined[-1] = Piece(last.text, both, last.origin, both)
            else:
                joined.append(piece)
        return OffsetMap(tuple(joined), tuple(piece.text for piece in joined))

    def back(self, span: Span) -> Span:
        """The smallest range of the origin that covers everything `span` was derived from.

        An empty span maps to an empty range at the place where its start came from.
        """
        if not self.pieces:
            return span
        if span.start == span.end:
            point = self._start(span.start)
            return Span(point, point)
        return Span(self._start(span.start), self._end(span.end))

    def unbroken(self, span: Span) -> bool:
        """Whether nothing but what `span` was derived from stands in the range it maps to."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_right(self.starts, max(span.start, span.end - 1))
        run = self.pieces[first:last]
        return all(a.origin + a.width == b.origin for a, b in pairwise(run))

    def point(self, at: int) -> int:
        """Where in the origin something put in at `at` goes: right behind what stands before it."""
        if not self.pieces:
            return at
        return self._end(at) if at else self._start(at)

    def _start(self, at: int) -> int:
        index = max(0, bisect_right(self.starts, at) - 1)
        piece = self.pieces[index]
        inside = at - piece.text
        if piece.length == piece.width:
            return piece.origin + min(inside, piece.length)
        return piece.origin if inside < piece.length else piece.origin + piece.width

    def _end(self, at: int) -> int:
        index = max(0, bisect_right(self.starts, at - 1) - 1)
        piece = self.pieces[index]
        if piece.length == piece.width:
            return piece.origin + min(at - piece.text, piece.length)
        return piece.origin + piece.width


SAME = OffsetMap()
"""The identity map."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, as the report says it.

    `start` and `end` are code points in the document's decoded text (a file without its BOM, or a
    JSON `text` value); `line` and `column` are 1-based and point into the file, columns counting
    code points.
    """

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A passage of the user's file by lines and columns, both 1-based; the end is exclusive.

    Columns count code points.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Syntax(StrEnum):
    """How a file writes the characters of a text; what is put into it must be written so, too."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    XML = "xml"
    """Units of XML, in which white space stands for itself."""
    XML_FLOW = "xml-flow"
    """Running text in XML elements, its white space collapsed."""
    XML_HTML = "xml-html"
    """HTML written as the text of XML elements: what is put in goes through both layers."""
    JSON = "json"
    JSON_HTML = "json-html"
    """HTML in JSON strings."""
    PO = "po"
    CSV = "csv"
    """Cells after RFC 4180, parted by commas."""
    CSV_SEMICOLON = "csv-semicolon"
    """The same, parted by semicolons."""
    TSV = "tsv"
    """Cells parted by tabs, without quotation or escapes (IANA text/tab-separated-values)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How `Document.text` came from the file.

    `content` maps `Document.text` to the document's decoded text; `file` maps that to the fragment
    of the file which holds the document. `line_starts` are the offsets at which the fragment's
    lines begin and `first_line` is the 1-based number of its first line in the file. `base` is the
    offset of the fragment in the decoded file; `syntax` and `encoding` (a codec of Python, without
    byte order mark) say how the file writes its text.
    """

    content: OffsetMap = SAME
    file: OffsetMap = SAME
    line_starts: tuple[int, ...] = (0,)
    first_line: int = 1
    base: int = 0
    syntax: Syntax = Syntax.PLAIN
    encoding: str = "utf-8"

    def place(self, span: Span) -> Place:
        """Say where `span` of `Document.text` stands in the user's own file."""
        content = self.content.back(span)
        at = self.file.back(content).start
        return Place(content.start, content.end, *self._line_and_column(at))

    def region(self, span: Span) -> Region:
        """From where to where `span` of `Document.text` stands in the user's own file."""
        at = self.file.back(self.content.back(span))
        return Region(*self._line_and_column(at.start), *self._line_and_column(at.end))

    def line(self, start: int) -> int:
        """The line of the user's file that holds the code point `start` of a `Place`."""
        return self._line_and_column(self.file.back(Span(start, start)).start)[0]

    def _line_and_column(self, at: int) -> tuple[int, int]:
        row = bisect_right(self.line_starts, at) - 1
        return self.first_line + row, at - self.line_starts[row] + 1

    @property
    def is_plain(self) -> bool:
        """Whether the text is the file, letter by letter."""
        return not self.content.pieces and not self.file.pieces and self.syntax is Syntax.PLAIN

    def absolute(self, span: Span) -> Span:
        """Where `span` of `Document.text` stands in the decoded file, without byte order mark.

        An empty span is the point right behind what stands before it.
        """
        if span.start == span.end:
            point = self.file.point(self.content.point(span.start))
            return Span(point, point).shift(self.base)
        return self.file.back(self.content.back(span)).shift(self.base)


IDENTITY = Origin()
"""Text that was not taken from anything else: one line, as it stands."""


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the lines of `text` begin; lines end in LF, CRLF or a lone CR."""
    return (0, *(end.end() for end in _LINE_END.finditer(text)))
