"""Markdown: headings, paragraphs, lists, quotations and tables; code and raw HTML are left out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from audit.errors import InputError
from audit.model.place import OffsetMap, Origin, Piece, Span, Syntax, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import BlockKind, Document
from audit.read.derived import DerivedText
from audit.read.markdown_inline import AT, TracingInline
from audit.read.markdown_lines import heading_pieces, paragraph_pieces, row_pieces
from audit.read.whole import load, too_large
from audit.text.decode import decode

_FRONT_MATTER = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??\1[ \t]*(?=[\r\n]|\Z)", re.DOTALL
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "blockquote_open": BlockKind.QUOTATION,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
}
_LEFT_OUT = {"fence": "code block", "code_block": "code block", "html_block": "HTML block"}
_NESTING = 100
"""How deep lists and quotations may nest; the parser drops what lies deeper."""
_IMAGE_MARK = len("![")
MAX_BYTES = 4 * 1024 * 1024
"""The longest file that is parsed, several books: marks nested at each place cost much time."""


def read_markdown(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one Markdown file; code, HTML and front matter are counted in a note."""
    data = load(stream, path)
    if len(data) > MAX_BYTES:
        raise too_large(path, MAX_BYTES)
    file = decode(data, path, guess=True)
    yield from file.notes
    page = _Page(file.text)
    try:
        page.read()
    except RecursionError:
        message = "its marks are nested too deep to be read; expected an article"
        raise InputError("too-deep", path, message) from None
    text = page.derived.text()
    if page.left_out:
        counts = sorted(page.left_out.items())
        parts = ", ".join(f"{count} {what}{'s' if count > 1 else ''}" for what, count in counts)
        yield Note(NoteLevel.INFO, "left-out", f"not checked: {parts}", path)
    if not text.strip():
        raise InputError("empty", path, "the file has no text beside code and markup")
    yield Document(
        id=path,
        path=path,
        text=text,
        origin=Origin(
            content=page.derived.offsets(),
            line_starts=page.starts,
            syntax=Syntax.MARKDOWN,
            encoding=file.encoding,
        ),
        title=page.title,
        blocks=tuple(page.derived.blocks),
    )


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and struck text; tokens stay as they were cut, for their places."""
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING})
    parser.inline = TracingInline()
    return parser.enable(["table", "strikethrough"]).disable("text_join")


class _Page:
    """One file on its way to a text."""

    def __init__(self, text: str) -> None:
        self.derived = DerivedText(text)
        self.starts = line_starts(text)
        self.title: str | None = None
        self.left_out: Counter[str] = Counter()
        ends = (*self.starts[1:], len(text))
        pairs = zip(self.starts, ends, strict=True)
        self._lines = [text[start:end].rstrip("\r\n") for start, end in pairs]
        self._kinds = [BlockKind.PARAGRAPH]

    def read(self) -> None:
        """Parse the file and add its blocks to `derived`."""
        tokens = _parser().parse("\n".join(self._without_front_matter()))
        row: list[list[Piece]] = []
        for index, token in enumerate(tokens):
            if token.type in _LEFT_OUT:
                self.left_out[_LEFT_OUT[token.type]] += 1
            elif token.type == "tr_open":
                row = self._row(tokens, index)
            elif token.type == "inline":
                is_cell = tokens[index - 1].type in {"th_open", "td_open"}
                pieces = row.pop(0) if is_cell else self._pieces(token, tokens[index - 1])
                self._block(token, OffsetMap.of(pieces), tokens[index - 1].tag)
            elif token.type in _KINDS:
                self._kinds.append(_KINDS[token.type])
            elif token.type.replace("_close", "_open") in _KINDS:
                self._kinds.pop()

    def _without_front_matter(self) -> list[str]:
        """The lines of the file, those of front matter emptied."""
        found = _FRONT_MATTER.match("\n".join(self._lines))
        if not found:
            return self._lines
        self.left_out["front matter block"] += 1
        count = found[0].count("\n") + 1
        return [""] * count + self._lines[count:]

    def _row(self, tokens: list[Token], index: int) -> list[list[Piece]]:
        cells: list[str] = []
        while tokens[index].type != "tr_close":
            if tokens[index].type == "inline":
                cells.append(tokens[index].content)
            index += 1
        line = (tokens[index - 2].map or [0])[0]
        return row_pieces(cells, self._lines[line], self.starts[line])

    def _pieces(self, token: Token, opening: Token) -> list[Piece]:
        first, last = token.map or (0, 1)
        if opening.type == "heading_open" and opening.markup.startswith("#"):
            return heading_pieces(token.content, self._lines[first], self.starts[first])
        lines, starts = self._lines[first:last], list(self.starts[first:last])
        return paragraph_pieces(token.content, lines, starts)

    def _block(self, token: Token, places: OffsetMap, tag: str) -> None:
        count = len(self.derived.blocks)
        _Inline(self.derived, token.content, places).add(token.children or [], self._kinds[-1])
        self.derived.close()
        if tag == "h1" and self.title is None and len(self.derived.blocks) > count:
            span = self.derived.blocks[count].span
            self.title = self.derived.text()[span.start : span.end]


class _Inline:
    """The inline content of one block on its way into the text of the page."""

    def __init__(self, derived: DerivedText, content: str, places: OffsetMap) -> None:
        self._derived = derived
        self._content = content
        self._places = places

    def add(self, tokens: list[Token], kind: BlockKind, base: int = 0) -> None:
        """Add the text of `tokens`, whose places count from `base` in the block's content."""
        skipping = False
        for token in tokens:
            start, end = (base + at for at in token.meta.get(AT, (0, 0)))
            if token.type in {"link_open", "link_close"} and token.markup == "autolink":
                skipping = token.type == "link_open"  # its text is its target
            elif token.type == "text" and token.content and not skipping:
                self._copy(start, end, kind)
            elif token.type == "text_special":
                place = self._places.back(Span(start, end))
                if len(place) == len(token.content):  # no escape after all, such as "\\ä"
                    self._derived.copy(place.start, place.end, kind)
                else:
                    self._derived.atom(token.content, place.start, place.end, kind)
            elif token.type == "softbreak":
                place = self._places.back(Span(start, end))
                self._derived.space(place.start, place.end)
            elif token.type == "hardbreak" or _BREAK.fullmatch(token.content):
                self._derived.close()
            elif token.type == "image":
                self._derived.close()
                self.add(token.children or [], BlockKind.CAPTION, start + _IMAGE_MARK)
                self._derived.close()

    def _copy(self, start: int, end: int, kind: BlockKind) -> None:
        """Add `content[start:end]` piece by piece, as it stands in the file."""
        while start < end:
            piece = self._places.pieces[bisect_right(self._places.starts, start) - 1]
            known = piece.text + piece.length
            stop = min(end, known) if start < known else end
            place = self._places.back(Span(start, stop))
            if piece.length == piece.width and start < known:
                self._derived.copy(place.start, place.end, kind)
            else:
                self._derived.atom(self._content[start:stop], place.start, place.end, kind)
            start = stop
