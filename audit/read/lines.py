"""Blocks of plain text: a block is a line, or a paragraph that was wrapped by hard line breaks.

Used for plain text files and for the `text` of JSON documents.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import east_asian_width

from audit.model.place import Span
from audit.model.text import Block, BlockKind

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RARE_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_SENTENCE_END = re.compile(r"[.!?…。！？｡۔؟।॥:：][\"'’”»›)\]）」』】〉》]*$")
"""A line that ends so can end a block; a colon opens a list or a quotation."""
_OPEN_END = re.compile(r"[.!?…。！？｡۔؟।॥:：;；,，、،-]$")
"""A first line that ends so is no heading."""
_LIST_MARK = re.compile(r"(?:[-–—*•·▪◦‣]|\d{1,3}[.)])\s")
_MIN_WRAP = 55
"""Narrowest column at which prose is wrapped; shorter lines are headings, lists and verse."""
_MAX_WRAP = 100
"""Widest column at which prose is wrapped; longer lines are whole paragraphs."""
_MAX_HEADING = 120
"""Longest headline in columns; newspaper headlines reach 110."""
_MIN_CONTINUED = 0.5
"""Share of wrapped joints after which a line goes on in lower case (or in a script without case).

In a list of headlines every line begins with a capital; in wrapped prose few do, German included.
"""


class _Line(NamedTuple):
    """One non-empty line without its blank ends; `alone` where no line stands right before it."""

    start: int
    text: str
    alone: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def blocks_of(text: str, *, heading: bool = True) -> tuple[Block, ...]:
    """The blocks of plain text, in order; `heading` allows the first line to be one."""
    lines = _lines(text)
    if len(lines) == 1:
        return (Block(Span(lines[0].start, lines[0].end)),)
    joined = _wrapped(lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if index in joined:
            blocks[-1] = Block(Span(blocks[-1].span.start, line.end))
        else:
            blocks.append(Block(Span(line.start, line.end)))
    if heading and len(blocks) > 1 and 1 not in joined and _is_heading(lines[0], lines[1]):
        blocks[0] = Block(blocks[0].span, BlockKind.HEADING)
    return tuple(blocks)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    last = -1
    for at, line in _raw_lines(text):
        words = line.strip()
        if not words:
            continue
        start = at + line.index(words[0])
        near = start == last + 1  # most lines: one break, and nothing else, lies between
        alone = last < 0 or (not near and len(_BREAK.findall(text, last, start)) > 1)
        lines.append(_Line(start, words, alone))
        last = start + len(words)
    return lines


def _raw_lines(text: str) -> Iterator[tuple[int, str]]:
    """What stands between the line breaks, with its offset."""
    if any(mark in text for mark in _RARE_BREAKS):
        yield from ((found.start(), found[0]) for found in _LINE.finditer(text))
        return
    at = 0
    for line in text.split("\n"):  # as nearly all texts, in a tenth of the time
        yield at, line
        at += len(line) + 1


def _is_heading(line: _Line, following: _Line) -> bool:
    """Whether the first line of a text is surely its heading."""
    if _OPEN_END.search(line.text) or _LIST_MARK.match(line.text):
        return False
    longer = len(following.text) > len(line.text)
    return _width(line.text) <= _MAX_HEADING and (following.alone or longer)


def _wrapped(lines: list[_Line]) -> set[int]:
    """Indexes of the lines that go on with the sentence of the line before them."""
    joints: set[int] = set()
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].alone:
            joints.update(_joints(lines, start, index))
            start = index
    continued = sum(1 for index in joints if _goes_on(lines[index].text))
    return joints if continued >= _MIN_CONTINUED * len(joints) else set()


def _joints(lines: list[_Line], start: int, end: int) -> set[int]:
    """Places in a run of lines where a line broke because the next word did not fit.

    Wrapping is greedy: a line was filled until the next word would have passed the right margin,
    which the longest line of the run touches.
    """
    filled = [line.text for line in lines[start:end] if " " in line.text]
    if end - start == 1 or max(map(len, filled), default=0) > _MAX_WRAP:
        return set()  # as most texts: no character takes less than one column
    margin = max(map(_width, filled), default=0)
    if not _MIN_WRAP <= margin <= _MAX_WRAP:
        return set()
    joints = set()
    for index in range(start + 1, end):
        before, line = lines[index - 1].text, lines[index].text
        width = _width(before)
        full = width >= _MIN_WRAP and width + 1 + _width(line.split(maxsplit=1)[0]) > margin
        if full and not _SENTENCE_END.search(before) and not _LIST_MARK.match(line):
            joints.add(index)
    return joints


def _goes_on(line: str) -> bool:
    """Whether a line begins as the middle of a sentence does."""
    first = next((char for char in line if char.isalnum()), "")
    return first == first.lower()


def _width(text: str) -> int:
    """Columns that `text` takes in a terminal; East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)
