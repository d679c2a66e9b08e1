"""The parts of an item of news (its title, summary, text, captions) and the document they make.

What RSS, Atom, JSON Feed, ninjs, NewsML-G2 and NITF have in common.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from audit.model.place import OffsetMap, Piece, Span
from audit.model.text import Block, BlockKind
from audit.read.derived import DerivedText
from audit.read.html_text import fragment
from audit.read.html_tokens import Token, TokenKind, tokens
from audit.read.layers import Layer, through
from audit.read.lines import blocks_of

_HTML = re.compile(
    r"&(?:#\d++|#[xX][0-9A-Fa-f]++|[A-Za-z]\w*+);"
    r"|</?(?:a|b|br|em|font|i|p|span|strong|sub|sup|u)(?:\s[^<>]*+)?/?>",
    re.IGNORECASE,
)
_ELLIPSES = ("[…]", "[...]", "…", "...")
"""How a summary ends that was cut out of the text by a machine."""


class Role(IntEnum):
    """What a part is, the most telling last."""

    CAPTION = 1
    SUMMARY = 2
    TITLE = 3
    CONTENT = 4


_WORDS = {
    Role.CAPTION: "caption that repeats another text",
    Role.SUMMARY: "summary that repeats the text",
    Role.TITLE: "title that the text repeats",
    Role.CONTENT: "text that stands twice",
}
_KINDS = {Role.TITLE: BlockKind.HEADING, Role.CAPTION: BlockKind.CAPTION}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its text, how it maps to the file, its blocks.

    `markup` says that its text is HTML within the syntax of the file. `unread` is a range of the
    file, at its end, that a tag which never ends has swallowed.
    """

    role: Role
    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    markup: bool = False
    unread: Span | None = None

    @property
    def at(self) -> int:
        """Where it begins in the file."""
        return self.pieces[0].origin


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts as one text, joined by line feeds."""

    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Item:
    """One item while it is read; it begins at `at` in the file. What it does not say is None."""

    at: int
    id: str | None = None
    title: str | None = None
    lang: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    parts: list[Part] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, part: Part | None) -> None:
        """Add a part, if it has any text; the first title is that of the item."""
        if part is None or not part.text.strip():
            return
        if part.role is Role.TITLE and self.title is None:
            self.title = part.text
        self.parts.append(part)


def plain_part(layer: Layer, role: Role) -> Part:
    """A text without markup on one line, its white space collapsed."""
    derived = DerivedText(layer.text)
    derived.copy(0, len(layer.text), _KINDS.get(role, BlockKind.PARAGRAPH))
    derived.close()
    return _part(derived, layer, role)


def lines_part(layer: Layer, role: Role) -> Part:
    """A text without markup, line for line as it stands."""
    blocks = blocks_of(layer.text, heading=False)
    return Part(role, layer.text, layer.offsets.pieces, blocks)


def html_part(layer: Layer, role: Role, *, lines: bool = False) -> Part:
    """A text in HTML; with `lines`, in one without any tag a line end counts."""
    found = list(tokens(layer.text))
    lines = lines and all(token.kind is TokenKind.TEXT for token in found)
    part = _part(fragment(layer.text, found, lines=lines), layer, role)
    lost = found[-1] if found and found[-1].kind is TokenKind.LOST else None
    unread = layer.offsets.back(Span(lost.start, lost.end)) if lost else None
    return replace(part, blocks=_kind(part.blocks, role), markup=True, unread=unread)


def either_part(layer: Layer, role: Role) -> Part:
    """A text of which its format does not say whether it is HTML: it is, if it looks so."""
    return html_part(layer, role) if _HTML.search(layer.text) else plain_part(layer, role)


def body_part(layer: Layer, role: Role = Role.CONTENT) -> Part:
    """A text of many lines of which its format does not say whether it is HTML."""
    if _HTML.search(layer.text):
        return html_part(layer, role, lines=True)
    return lines_part(layer, role)


def tagged_part(layer: Layer, found: Sequence[Token], role: Role) -> Part:
    """A text whose tags are known already and whose references are decoded."""
    part = _part(fragment(layer.text, found, references=False), layer, role)
    return replace(part, blocks=_kind(part.blocks, role))


def _part(derived: DerivedText, layer: Layer, role: Role) -> Part:
    text = derived.text()
    pieces = tuple(through(text, derived.offsets(), layer.offsets))
    return Part(role, text, pieces, tuple(derived.blocks))


def _kind(blocks: Sequence[Block], role: Role) -> tuple[Block, ...]:
    """The blocks of a part: those of a title are headings, whatever its tags say."""
    kind = _KINDS.get(role)
    return tuple(Block(block.span, kind) if kind else block for block in blocks)


def without_repeats(parts: Sequence[Part], left_out: Counter[str]) -> list[Part]:
    """The parts that say something of their own; the others are counted in `left_out`.

    Feeds bring a text and its beginning as a summary, a title and the same for the picture.
    """
    kept: list[Part] = []
    whole: list[str] = []
    lines: set[str] = set()
    for part in sorted(parts, key=lambda one: (-one.role, -len(one.blocks), -len(one.text))):
        text = start = _solid(part.text)
        for ellipsis in _ELLIPSES:
            start = start.removesuffix(ellipsis)
        repeated = text in lines or (
            part.role is not Role.TITLE and any(start in one for one in whole)
        )
        if repeated:
            left_out[_WORDS[part.role]] += 1
            continue
        kept.append(part)
        lines.add(text)
        if part.role is Role.CONTENT:
            whole.append(text)
            cuts = (part.text[block.span.start : block.span.end] for block in part.blocks)
            lines.update(_solid(cut) for cut in cuts)
    return sorted(kept, key=lambda one: one.at)


def _solid(text: str) -> str:
    """A text without any white space, by which renditions of one text differ."""
    return "".join(text.split())


def joined(parts: Sequence[Part]) -> Joined:
    """The parts, which stand in this order in the file, as one text."""
    pieces: list[Piece] = []
    blocks: list[Block] = []
    length = 0
    for part in parts:
        if pieces:
            end = pieces[-1].origin + pieces[-1].width
            pieces.append(Piece(length, 1, end, part.at - end))
            length += 1
        pieces += (Piece(length + p.text, p.length, p.origin, p.width) for p in part.pieces)
        blocks += (Block(block.span.shift(length), block.kind) for block in part.blocks)
        length += len(part.text)
    text = "\n".join(part.text for part in parts)
    return Joined(text, OffsetMap.of(pieces), tuple(blocks))
