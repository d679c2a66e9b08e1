"""JSON files: one document, an array of documents, or an object that holds such an array."""

from bisect import bisect_right
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

import orjson

from audit.errors import InputError
from audit.model.place import Span, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read.json_feed import is_json_feed, read_json_feed
from audit.read.json_parts import Located
from audit.read.json_scan import items, members
from audit.read.jsonl import parse_error, read_jsonl
from audit.read.ninjs import is_ninjs, read_ninjs
from audit.read.record import Setting, read_record
from audit.read.whole import MAX_COLLECTION_BYTES, load
from audit.text.decode import Decoded, decode

COLLECTIONS = ("documents", "articles")
"""Keys under which an object may hold its array of documents."""

_NEWS = ((is_json_feed, read_json_feed), (is_ninjs, read_ninjs))
"""Formats of news in JSON: how a file of one is known, and its reader."""


def read_json(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read all documents of a JSON file; a bad one is told, the others still read.

    A file that holds one object a line after all is read as JSON Lines.
    """
    file = decode(load(stream, path, MAX_COLLECTION_BYTES), path)
    text = file.text
    data = text.encode()
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if _is_lines(data):
            yield from read_jsonl(BytesIO(data), path, file.encoding)
            return
        raise parse_error(error, path, error.lineno, error.colno) from None
    at = len(text) - len(text.lstrip())
    found = Located(value, text, Span(at, len(text.rstrip())))
    if reader := next((read for is_kind, read in _NEWS if is_kind(value)), None):
        yield from reader(found, path, file.encoding)
        return
    starts = line_starts(text)
    records = list(_records(value, text))
    if not records:
        raise InputError("empty", path, "the file holds no document; expected one or more")
    for record, span in records:
        try:
            yield from read_record(record, _setting(path, file, span, starts))
        except InputError as error:
            yield Note(NoteLevel.ERROR, error.code, error.message, path, error.line)


def _is_lines(data: bytes) -> bool:
    """Whether the first line of several is a JSON object by itself."""
    first, _, rest = data.lstrip().partition(b"\n")
    try:
        return bool(rest.strip()) and isinstance(orjson.loads(first), dict)
    except orjson.JSONDecodeError:
        return False


def _records(value: object, text: str) -> Iterator[tuple[object, Span]]:
    """The parsed records of a file and where each stands."""
    at = len(text) - len(text.lstrip())
    whole = Span(at, len(text.rstrip()))
    if isinstance(value, dict) and "text" not in value:
        key = next((key for key in COLLECTIONS if isinstance(value.get(key), list)), None)
        if key is not None:
            at = dict(members(text, at))[key].start
            value = value[key]
    if isinstance(value, list):
        yield from zip(value, items(text, at), strict=True)
    else:
        yield value, whole


def _setting(path: str, file: Decoded, span: Span, starts: tuple[int, ...]) -> Setting:
    """Where a record stands, counted from the beginning of its first line."""
    first, last = (bisect_right(starts, at) - 1 for at in (span.start, span.end))
    line_at = starts[first]
    lines = tuple(start - line_at for start in starts[first : last + 1])
    return Setting(path, file.text, span.start, first + 1, line_at, lines, line_at, file.encoding)
