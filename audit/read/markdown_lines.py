"""From the content of a Markdown block back to the lines of the file it was taken from.

The parser strips the marks of quotations, lists, headings and tables from the lines of a block.
What is left of a line is its end (or, in tables, a cell), so its place follows from lengths alone.
"""

from audit.model.place import Piece, Span

_INDENT = " \t"
"""What a line may begin with in a block's content; tabs may have become spaces."""


def paragraph_pieces(content: str, lines: list[str], starts: list[int]) -> list[Piece]:
    """The map of a paragraph's `content` to the file; `starts` are where its `lines` begin."""
    pieces: list[Piece] = []
    at = 0
    parts = content.split("\n")
    # A first line of rare blanks (U+2028) begins a paragraph, but is stripped from its content.
    spare = range(len(lines) - len(parts) + 1)
    opening = parts[0].strip()
    ends = [line.rstrip().replace("\0", "\ufffd") for line in lines]
    first = next((skip for skip in spare if ends[skip].endswith(opening)), 0)
    rows = zip(lines[first:], parts, starts[first:], strict=False)
    for line, kept, start in rows:
        core = kept.lstrip(_INDENT)
        piece = _suffix(core, at + len(kept) - len(core), line, start)
        if pieces:
            pieces.append(_between(pieces[-1], piece))
        pieces.append(piece)
        at += len(kept) + 1
    return pieces


def heading_pieces(content: str, line: str, start: int) -> list[Piece]:
    """The map of the content of a `#` heading, whose line may end in such marks too."""
    bare = line.rstrip()
    open_end = bare.rstrip("#")
    if open_end != bare and open_end.endswith((" ", "\t")):
        bare = line[: len(open_end)]
    return [_suffix(content, 0, bare, start)]


def row_pieces(cells: list[str], line: str, start: int) -> list[list[Piece]]:
    """The maps of the cells of a table row; a row begins with a bar or without one."""
    parts = _split(line)
    cores = [cell.strip() for cell in cells]
    for first in (1, 0):
        places = parts[first : first + len(cells)]
        texts = [_unescaped(line, *place) for place in places]
        if len(texts) > len(cells) or not texts or not texts[0].endswith(cores[0]):
            continue
        if texts[1:] + [""] * (len(cells) - len(texts)) == cores[1:]:
            lead = len(texts[0]) - len(cores[0])  # marks of a quotation or list before the cell
            leads = (lead, *[0] * len(cells))
            found = zip(cells, places, leads, strict=False)
            pieces = [_cell(cell, line, start, _core(line, *at), skip) for cell, at, skip in found]
            return pieces + [[]] * (len(cells) - len(places))
    return [[Piece(0, len(cell), start, len(line))] for cell in cells]


def _suffix(core: str, text: int, line: str, start: int) -> Piece:
    """The piece for what the end of `line` is, apart from blanks; `start` is where it begins.

    Should the parser have changed more than we know of, the piece stands for the whole line.
    """
    at = len(line.rstrip()) - len(core.rstrip())
    if at >= 0 and line[at : at + len(core)].replace("\0", "\ufffd") == core:
        return Piece(text, len(core), start + at, len(core))
    return Piece(text, len(core), start, len(line))


def _between(last: Piece, following: Piece) -> Piece:
    """The piece for the line end and the marks between two lines of one block."""
    text, end = last.text + last.length, last.origin + last.width
    return Piece(text, following.text - text, end, following.origin - end)


def _split(line: str) -> list[tuple[int, int]]:
    """Where the parts of a row stand between its bars; a backslash before a bar escapes it."""
    parts: list[tuple[int, int]] = []
    last = 0
    for at, char in enumerate(line):
        if char == "|" and line[at - 1 : at] != "\\":
            parts.append((last, at))
            last = at + 1
    return [*parts, (last, len(line))]


def _core(line: str, start: int, end: int) -> Span:
    """The part of `line` without its blank ends."""
    part = line[start:end]
    left = len(part) - len(part.lstrip())
    return Span(start + left, start + max(left, len(part.rstrip())))


def _unescaped(line: str, start: int, end: int) -> str:
    core = _core(line, start, end)
    return line[core.start : core.end].replace("\\|", "|")


def _cell(cell: str, line: str, offset: int, core: Span, lead: int) -> list[Piece]:
    """The map of one cell, whose first `lead` characters are no part of its content.

    The parser strips fewer kinds of blanks than `str.strip`; those it kept are part of the map.
    """
    at = core.start + lead - (len(cell) - len(cell.lstrip()))
    end = core.end + len(cell) - len(cell.rstrip())
    pieces: list[Piece] = []
    text = 0
    while at < end:
        bar = line.find("\\|", at, end)
        stop = end if bar < 0 else bar
        pieces.append(Piece(text, stop - at, offset + at, stop - at))
        text += stop - at
        if bar >= 0:
            pieces.append(Piece(text, 1, offset + bar, 2))
            text += 1
        at = end if bar < 0 else bar + 2
    return pieces
