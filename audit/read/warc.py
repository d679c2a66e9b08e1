"""WARC 1.0 and 1.1 (ISO 28500): archives of the web; each page of HTML in them is a document.

Records are read one after another and forgotten. Where neither the archive nor the answer of the
server is packed, lines and columns are those of the archive; otherwise those of the page.
"""

import gzip
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO, cast

from audit.errors import InputError
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read.html import read_html
from audit.read.whole import MAX_COLLECTION_BYTES, too_large
from audit.read.xml_file import left_out
from audit.text.decode import MAX_DOCUMENT_BYTES

_MAX_LINE = 65536
"""Bytes that a line of a header may have."""
_MAX_FIELDS = 200
"""Lines that a header may have."""
_MAX_BLANK = 16
"""Empty lines between two records; there should be two."""
_GZIP = b"\x1f\x8b"
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""How zlib is to read an encoding: 31 is gzip alone, 47 zlib or gzip."""


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its fields in lower case, its content, the line it begins in."""

    fields: Mapping[str, str]
    content: bytes
    line: int


def read_warc(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one archive; what is no page, and pages without text, are counted."""
    head = stream.read(len(_GZIP))
    whole = cast("BinaryIO", _Again(head, stream))
    packed = head == _GZIP
    source = cast("BinaryIO", gzip.GzipFile(fileobj=whole)) if packed else whole
    counts: Counter[str] = Counter()
    found = False
    try:
        unpacked = 0
        for record in _records(source, path):
            for item in _page(record, path, counts, packed=packed):
                found = found or isinstance(item, Document)
                unpacked += len(item.text) if isinstance(item, Document) else 0
                yield item
            if unpacked > MAX_COLLECTION_BYTES:  # of records that are packed once more
                raise too_large(path, MAX_COLLECTION_BYTES, record.line)
    except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
        message = f"the archive breaks off or is damaged: {fault}; what follows was not read"
        yield Note(NoteLevel.ERROR, "damaged-archive", message, path)
    yield from left_out(counts, path)
    if not found:
        raise InputError("empty", path, "the archive holds no page with text")


class _Again:
    """A stream that begins with bytes which were read from it already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes."""
        if not self._head:
            return self._rest.read(size)
        head, self._head = self._head[:size], self._head[size:] if size >= 0 else b""
        return head if size >= 0 else head + self._rest.read()

    def readline(self, size: int) -> bytes:
        """A line of at most `size` bytes, its end included."""
        head, self._head = self._head, b""
        return head + self._rest.readline(size)


def _records(source: BinaryIO, path: str) -> Iterator[_Record]:
    """The records of an archive; raises `InputError` where there is none any more."""
    line, total, blank = 1, 0, 0
    while first := source.readline(_MAX_LINE):
        line += first.count(b"\n")
        blank = blank + 1 if not first.strip() else 0
        if 0 < blank <= _MAX_BLANK:
            continue
        if not first.startswith(b"WARC/"):
            message = "expected a record, which begins with WARC/1.0 or WARC/1.1"
            raise InputError("bad-record", path, message, line - 1)
        fields, lines = _fields(source)
        size = fields.get("content-length", "")
        if not (size.isascii() and size.isdigit()):
            raise InputError("bad-record", path, "a record does not say its length", line - 1)
        total += int(size)
        if int(size) > MAX_DOCUMENT_BYTES or total > MAX_COLLECTION_BYTES:
            raise too_large(path, MAX_COLLECTION_BYTES, line - 1)
        line += lines
        content = source.read(int(size))
        if len(content) < int(size):
            raise InputError("truncated", path, "the archive ends within a record", line)
        yield _Record(fields, content, line)
        line += content.count(b"\n")


def _fields(source: BinaryIO) -> tuple[Mapping[str, str], int]:
    """The named fields of a header, and how many lines it has with the empty one at its end."""
    fields: dict[str, str] = {}
    for number in range(1, _MAX_FIELDS + 1):
        line = source.readline(_MAX_LINE)
        if not line.strip():
            return fields, number
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return fields, _MAX_FIELDS


def _page(
    record: _Record, path: str, counts: Counter[str], *, packed: bool
) -> Iterator[Document | Note]:
    """The page in a record, if it is one, and what is to be told of it."""
    if record.fields.get("warc-type") != "response":
        return
    answer = BytesIO(record.content)
    status = answer.readline(_MAX_LINE).split()
    fields, lines = _fields(answer)
    kind = fields.get("content-type", "").partition(";")[0].strip().lower()
    if status[1:2] != [b"200"] or kind not in {"text/html", "application/xhtml+xml"}:
        counts["answer that is no page"] += 1
        return
    address = record.fields.get("warc-target-uri", "").strip("<>")
    named = address or "a page without an address"
    try:
        body, as_sent = _body(answer.read(), fields)
        if body is None:
            counts["page in an encoding that is not known"] += 1
            return
        for item in read_html(BytesIO(body), path):
            if isinstance(item, Document):
                first = 1 if packed or not as_sent else record.line + 1 + lines
                origin = replace(item.origin, first_line=first)
                url = item.url or address or None
                yield replace(item, id=address or path, url=url, origin=origin)
            elif item.level is not NoteLevel.INFO:
                yield replace(item, message=f"{named}: {item.message}", line=record.line)
            else:
                counts["page of which a part was left out"] += 1
    except InputError as fault:
        if fault.code == "empty":
            counts["page without text"] += 1
        else:
            message = f"{named}: {fault.message}"
            yield Note(NoteLevel.ERROR, fault.code, message, path, record.line)
    except (ValueError, zlib.error):
        message = f"{named}: the answer of the server is damaged"
        yield Note(NoteLevel.ERROR, "damaged-answer", message, path, record.line)


def _body(body: bytes, fields: Mapping[str, str]) -> tuple[bytes | None, bool]:
    """The content of an answer, and whether it is just as it was sent; None where unreadable."""
    as_sent = True
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body, as_sent = _joined(body), False
    encoding = fields.get("content-encoding", "identity").strip().lower()
    if encoding in {"", "identity"}:
        return body, as_sent
    if encoding not in _PACKED:
        return None, False
    unpacked = zlib.decompressobj(_PACKED[encoding]).decompress(body, MAX_DOCUMENT_BYTES + 1)
    return unpacked, False


def _joined(body: bytes) -> bytes:
    """The content of chunks (RFC 9112, 7.1); raises `ValueError` where they are none."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.index(b"\r\n", at)
        size = int(body[at:end].partition(b";")[0], 16)
        if size <= 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
