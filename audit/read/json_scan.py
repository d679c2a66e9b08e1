"""Where the values of a JSON text stand: exact offsets, computed in one pass each.

Works on text that a JSON parser has accepted; on anything else the answers mean nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from audit.model.place import OffsetMap, Piece, Span

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_SIGN = re.compile(_STRING + r"|[\[\]{}]", re.DOTALL)
"""Strings whole, and the signs that open and close; anything between is no concern."""
_SIMPLE = re.compile(_STRING + r'|[^\s"\[\]{},]++', re.DOTALL)
"""A value that holds no other."""
_MEMBER = re.compile(rf"\s*+({_STRING})\s*+:\s*+(?:({_SIMPLE.pattern})\s*+([,}}]))?", re.DOTALL)
"""A key and, where it is a simple one, its value with the sign that follows."""
_NEXT = re.compile(r"\s*+([,\]}])?\s*+")
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.DOTALL)
"""An escape; a surrogate pair is one, since it stands for one code point."""
_KEPT_MAPS = 8
"""Maps kept at a time; the findings of one document are placed one after another."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A string literal: `raw`, without its quotes, stands at `origin` and begins at `text`."""

    text: int
    length: int
    origin: int
    raw: str


@dataclass(frozen=True, slots=True)
class LiteralMap(OffsetMap):
    """The map of a text that was decoded from literals; worked out only where a place is asked for.

    Most documents are never asked, and a text in escapes would need a piece for each character.
    Characters between two literals (line feeds that join segments) map to what parts them.
    """

    literals: tuple[Literal, ...] = ()

    def back(self, span: Span) -> Span:
        """The smallest range of the JSON text that covers what `span` was decoded from."""
        atoms = _atoms(self.literals)
        if span.start == span.end:
            point = atoms.start(span.start)
            return Span(point, point)
        return Span(atoms.start(span.start), atoms.end(span.end))

    def point(self, at: int) -> int:
        """Where in the JSON text something put in at `at` goes."""
        atoms = _atoms(self.literals)
        return atoms.end(at) if at else atoms.start(at)


class _Atoms(NamedTuple):
    """The characters of a text that were not copied: escapes, and what parts two literals.

    `text` are their offsets in the text, `starts` and `ends` those of what they stand for; the
    first literal begins at `origin`.
    """

    origin: int
    text: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def start(self, at: int) -> int:
        """Where the character at `at` begins in the JSON text."""
        last = bisect_right(self.text, at) - 1
        if last < 0:
            return self.origin + at
        inside = at - self.text[last]
        return self.ends[last] + inside - 1 if inside else self.starts[last]

    def end(self, at: int) -> int:
        """Where the character before `at` ends in the JSON text."""
        last = bisect_right(self.text, at - 1) - 1
        return self.origin + at if last < 0 else self.ends[last] + at - self.text[last] - 1


def literal_map(literals: list[Literal]) -> OffsetMap:
    """The map of a text made of `literals`, joined by one character each."""
    if len(literals) == 1 and "\\" not in literals[0].raw:
        only = literals[0]
        return OffsetMap((Piece(0, only.length, only.origin, only.length),), (0,))
    return LiteralMap(literals=tuple(literals))


def literal(json: str, span: Span, text: int, length: int) -> Literal:
    """The literal whose quotes are part of `span`; its value has `length` characters."""
    return Literal(text, length, span.start + 1, json[span.start + 1 : span.end - 1])


def items(json: str, at: int) -> Iterator[Span]:
    """Where the elements of the array that begins at `at` stand."""
    start, sign = _next(json, at + 1)
    while sign != "]":
        end = _value_end(json, start)
        yield Span(start, end)
        start, sign = _next(json, end)


def members(json: str, at: int) -> Iterator[tuple[str, Span]]:
    """The members of the object that begins at `at`: key and place of the value, in order.

    A key that stands twice comes twice.
    """
    at += 1
    while found := _MEMBER.match(json, at):
        key, sign = unquote(found[1]), found[3]
        if sign:
            yield key, Span(*found.span(2))
            at = found.end()
        else:
            end = _value_end(json, found.end())
            yield key, Span(found.end(), end)
            at, sign = _next(json, end)
        if sign == "}":
            return


def unquote(quoted: str) -> str:
    """The value of a string literal with its quotes."""
    if "\\" not in quoted:
        return quoted[1:-1]
    import orjson  # noqa: PLC0415 - only a key in escapes needs it here

    return str(orjson.loads(quoted))


def _next(json: str, at: int) -> tuple[int, str | None]:
    """The place behind the next comma or closing sign and white space, and the sign itself."""
    found = _NEXT.match(json, at)
    return (found.end(), found[1]) if found else (at, None)


def _value_end(json: str, at: int) -> int:
    """Where the value that begins at `at` ends."""
    simple = _SIMPLE.match(json, at)
    if simple:
        return simple.end()
    depth = 0
    for sign in _SIGN.finditer(json, at):
        if sign[0] in "[{":
            depth += 1
        elif sign[0] in "]}":
            depth -= 1
            if not depth:
                return sign.end()
    return len(json)


@lru_cache(maxsize=_KEPT_MAPS)
def _atoms(literals: tuple[Literal, ...]) -> _Atoms:
    text: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, each in enumerate(literals):
        if index:
            before = literals[index - 1]
            text.append(each.text - 1)
            starts.append(before.origin + len(before.raw))
            ends.append(each.origin)
        shorter = 0
        for escape in _ESCAPE.finditer(each.raw):
            start, end = escape.span()
            text.append(each.text + start - shorter)
            starts.append(each.origin + start)
            ends.append(each.origin + end)
            shorter += end - start - 1
    origin = literals[0].origin if literals else 0
    return _Atoms(origin, tuple(text), tuple(starts), tuple(ends))


def pieces_of(each: Literal) -> Iterator[Piece]:
    """The pieces of a literal: what was copied, and one for each escape."""
    text, last = each.text, 0
    for escape in _ESCAPE.finditer(each.raw):
        if plain := escape.start() - last:
            yield Piece(text, plain, each.origin + last, plain)
            text += plain
        yield Piece(text, 1, each.origin + escape.start(), len(escape[0]))
        text, last = text + 1, escape.end()
    if rest := len(each.raw) - last:
        yield Piece(text, rest, each.origin + last, rest)
