"""JSON Lines: one document or item of ninjs a line, read line by line and never loaded whole."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import orjson

from audit.errors import InputError
from audit.model.place import Span
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read.json_parts import Located
from audit.read.ninjs import is_ninjs, read_ninjs
from audit.read.record import Lines, Setting, records
from audit.read.whole import MAX_COLLECTION_BYTES, load, too_large
from audit.text.decode import (
    MAX_DOCUMENT_BYTES,
    binary_kind,
    byte_order_mark,
    decode,
    utf8_error,
)

MAX_ERRORS = 100
"""Bad lines that are told one by one; a file with more is of another kind."""
_DRAIN_BYTES = 1024 * 1024
"""How much of an overlong line is skipped at a time."""


def read_jsonl(
    stream: BinaryIO, path: str, encoding: str = "utf-8", known: Lines | None = None
) -> Iterator[Document | Note]:
    """Read one document a line; bad lines are told, the others still read.

    `encoding` is that of the file, where `stream` is no longer in it but in UTF-8. `known` spares
    reading the lines that it has, and changes nothing.
    """
    errors, empty, base = 0, True, 0
    for number, line in enumerate(_lines(stream, path, encoding), start=1):
        # A byte that is no UTF-8 counts as one character here and where the file is written back.
        text = line.data.decode("utf-8", "surrogateescape")
        where = Setting(path, text, text.find("{"), number, base=base, encoding=line.encoding)
        base += len(text)
        try:
            if not text.isspace():
                empty = False
                yield from _read_line(line, where, known)
        except InputError as error:
            errors += 1
            if errors <= MAX_ERRORS:
                yield Note(NoteLevel.ERROR, error.code, error.message, path, error.line)
    if errors > MAX_ERRORS:
        message = f"{errors - MAX_ERRORS} more lines could not be read; expected one object a line"
        yield Note(NoteLevel.ERROR, "more-errors", message, path)
    if empty:
        raise InputError("empty", path, "the file is empty; expected one JSON object a line")


def parse_error(error: orjson.JSONDecodeError, path: str, line: int, column: int) -> InputError:
    """Say in words why a JSON text was refused."""
    if "surrogate" in error.msg:
        message = f"half of a surrogate pair (\\uD800 to \\uDFFF) stands alone in column {column}"
        return InputError("lone-surrogate", path, message, line)
    message = f"not valid JSON: {error.msg} in column {column}; expected one JSON object"
    return InputError("invalid-json", path, message, line)


class _Line(NamedTuple):
    """A line with its line end, the byte offset it begins at, and the encoding of the file."""

    offset: int
    data: bytes
    encoding: str


def _lines(stream: BinaryIO, path: str, encoding: str) -> Iterator[_Line]:
    """The lines of a file.

    They are in UTF-8 and without a byte order mark. A line over the cap is cut right behind the
    cap; the rest of it is skipped.
    """
    line, offset = stream.readline(MAX_DOCUMENT_BYTES + 1), 0
    if kind := binary_kind(line):
        message = f"the file seems to be {kind}; expected one JSON object a line"
        raise InputError("binary", path, message)
    if mark := byte_order_mark(line):
        if mark[1] != "utf-8":
            file = decode(line + load(stream, path, MAX_COLLECTION_BYTES), path)
            for wide in file.text.encode().splitlines(True):
                yield _Line(0, wide, file.encoding)
            return
        offset = len(mark[0])
        line = line[offset:]
    while line:
        yield _Line(offset, line, encoding)
        offset += len(line)
        if len(line) > MAX_DOCUMENT_BYTES:
            while not line.endswith(b"\n") and (line := stream.readline(_DRAIN_BYTES)):
                offset += len(line)
        line = stream.readline(MAX_DOCUMENT_BYTES + 1)


def _read_line(line: _Line, where: Setting, known: Lines | None) -> Iterator[Document | Note]:
    if known is not None and (record := known.get(line.data)):
        yield record.document(where)
        return
    data, path, number = line.data, where.path, where.line
    if len(data) > MAX_DOCUMENT_BYTES:
        raise too_large(path, line=number)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise utf8_error(error, data, path, number, line.offset) from None
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if not data.endswith(b"\n") and error.pos >= len(where.json.rstrip()):
            message = "the last line breaks off in the middle: the file seems to be truncated"
            raise InputError("truncated", path, message, number) from None
        raise parse_error(error, path, number, error.pos + 1) from None
    if isinstance(value, dict) and is_ninjs(value):
        yield from _read_item(value, where)
        return
    clean = True
    for found in records(value, where):
        if isinstance(found, Note):
            clean = False
            yield found
            continue
        if known is not None and clean:
            known.put(data, found)
        yield found.document(where)


def _read_item(value: object, where: Setting) -> Iterator[Document | Note]:
    """The item of ninjs that a line holds; one without a text is no fault of the others."""
    found = Located(value, where.json, Span(where.at, len(where.json.rstrip())))
    try:
        every = list(read_ninjs(found, where.path, where.encoding, where.line, where.base))
    except InputError as error:
        every = [where.warning("empty-text", error.message)]
    yield from every
