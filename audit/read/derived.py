"""Building a derived text piece by piece, so that every character knows where it came from."""

import re

from audit.model.place import OffsetMap, Piece, Span
from audit.model.text import Block, BlockKind

WHITE_SPACE = " \t\n\f\r"
"""What collapses (WHATWG, ASCII whitespace); a no-break space is a character like any other."""
_BIT = re.compile(r"([ \t\n\f\r]++)|[^ \t\n\f\r]++(?: [^ \t\n\f\r]++)*")
"""A run of white space, or words with single spaces between them. The group is not possessive: up
to Python 3.11.4 what the last round of such a group consumed before it failed stays consumed
(CPython gh-106052), and Debian 12 has 3.11.2."""


class DerivedText:
    """A text under construction with its map back to `source` and its blocks.

    White space is collapsed as a browser does: call `space` for any run of it, wherever it stands.
    Blocks are joined by one line feed that maps to all that lies between them.
    """

    def __init__(self, source: str) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._end = 0
        """Where in the source the last character came from, exclusive."""
        self._block: tuple[int, BlockKind] | None = None
        self._space: tuple[int, int] | None = None
        self._solid = False
        """Whether the open block holds anything but white space."""

    def copy(self, start: int, end: int, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add `source[start:end]`, its white space collapsed."""
        for bit in _BIT.finditer(self._source, start, end):
            if bit[1]:
                self.space(bit.start(), bit.end())
            else:
                self._add(bit[0], bit.start(), bit.end(), kind)

    def atom(self, text: str, start: int, end: int, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add `text`, which stands for the whole of `source[start:end]`."""
        if text and not text.strip(WHITE_SPACE):
            self.space(start, end)
        else:
            self._add(text, start, end, kind)

    def space(self, start: int, end: int) -> None:
        """Note a run of white space; it becomes one space if text of the same block follows."""
        if self._block is not None and self._space is None:
            self._space = (start, end)

    def close(self) -> None:
        """End the block, if one is open; one of no-break spaces alone is none."""
        if self._block is not None and self._solid:
            start, kind = self._block
            self.blocks.append(Block(Span(start, self._length), kind))
        self._block = self._space = None

    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def offsets(self) -> OffsetMap:
        """The map from the text so far to the source."""
        return OffsetMap.of(self._pieces)

    def _add(self, text: str, start: int, end: int, kind: BlockKind) -> None:
        if not text:
            return
        if self._block is None:
            if self._parts:
                self._put("\n", self._end, max(start, self._end))
            self._block = (self._length, kind)
            self._solid = False
        elif self._space is not None:
            self._put(" ", *self._space)
        self._space = None
        self._solid = self._solid or not text.isspace()
        self._put(text, start, end)

    def _put(self, text: str, start: int, end: int) -> None:
        self._pieces.append(Piece(self._length, len(text), start, end - start))
        self._parts.append(text)
        self._length += len(text)
        self._end = end
