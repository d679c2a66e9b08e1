"""The stage itself: every input is found, opened and read; what goes wrong becomes a note."""

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO, cast

from audit.errors import InputError
from audit.lang.tags import tag_of
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.formats import is_packed, reader_for
from audit.read.own_report import is_own_report
from audit.read.parallel import Beside
from audit.read.record import Lines
from audit.read.sources import Source, sources, unreadable
from audit.read.unpacked import unpacked

_HEAD = 65536
"""Bytes looked at to tell the format of a file; a line of JSON is seldom longer."""
_OTHER_KIND = frozenset({"no-column", "unknown-xml"})
"""Faults of a file that is no text to audit: a warning where nobody asked for this very file."""


def read(
    inputs: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    lang: str | None = None,
    source: str | None = None,
    source_lang: str | None = None,
    columns: Mapping[str, str | int] | None = None,
    contents: Mapping[Source, bytes] | None = None,
    lines: Lines | None = None,
) -> Iterator[Document | Note]:
    """Read all inputs, in a fixed order, one document at a time.

    `inputs` are files, folders, glob patterns and `-` for standard input, whose name and kind
    `stdin_filename` tells. `exclude` are glob patterns of what is not to be read. `lang` and
    `source_lang` are the languages of documents that do not name their own. `source` is a file with
    the source of the one text that is read, or a folder with a file of the same name for each.
    `columns` says which columns of tables hold what, as `audit.read.table` has it. `contents` are
    bytes to read in place of those of a file; `lines` spares the reading of lines of JSON that it
    knows. Ids are unique over all inputs. Input that cannot be read gives a note of level error;
    the rest is still read.
    """
    opener = _Opener(stdin, columns or {}, contents or {}, lines)
    beside = Beside(source, opener.read) if source else None
    defaults = _Defaults(
        (tag_of(lang) or lang) if lang else UNKNOWN_LANGUAGE,
        (tag_of(source_lang) or source_lang) if source_lang else None,
    )
    ids: dict[str, int] = {}
    for each in sources(inputs, exclude, stdin_filename):
        if isinstance(each, Note):
            yield each
            continue
        for found in opener.read(each):
            if isinstance(found, Note):
                yield found
                continue
            for item in beside.put(found) if beside else (found,):
                if isinstance(item, Document):
                    yield from _settled(item, ids, defaults)
                else:
                    yield item


def read_again(
    source: Source, data: bytes, columns: Mapping[str, str | int]
) -> Iterator[Document | Note]:
    """Read one file as if it held `data`, by itself: no source, no languages from elsewhere."""
    return _Opener(None, columns, {source: data}).read(source)


@dataclass(frozen=True, slots=True)
class _Defaults:
    """The languages of documents that do not name their own."""

    lang: str
    source_lang: str | None


def _settled(
    document: Document, ids: dict[str, int], defaults: _Defaults
) -> Iterator[Document | Note]:
    """Give the document an id of its own and its languages; tell where the id had to change.

    `ids` are all that were given, each with the last number that was put behind it.
    """
    identity, number = document.id, ids.get(document.id, 0) + 1
    if number > 1:
        while (identity := f"{document.id}#{number}") in ids:
            number += 1
        ids[document.id] = number
    ids[identity] = 1
    if number > 1:
        message = f"the id {document.id!r} was met before; this document is called {identity!r}"
        line = document.origin.first_line
        yield Note(NoteLevel.WARNING, "duplicate-id", message, document.path, line)
    lang = defaults.lang if document.lang == UNKNOWN_LANGUAGE else document.lang
    source_lang = document.source_lang or defaults.source_lang
    if (identity, lang, source_lang) != (document.id, document.lang, document.source_lang):
        document = replace(document, id=identity, lang=lang, source_lang=source_lang)
    yield document


@dataclass(frozen=True, slots=True)
class _Opener:
    """Opens files one by one and has them read."""

    stdin: BinaryIO | None
    columns: Mapping[str, str | int]
    contents: Mapping[Source, bytes] = field(default_factory=dict)
    lines: Lines | None = None

    def read(self, source: Source) -> Iterator[Document | Note]:
        """The documents of one file, and what is to be told of it; faults become notes."""
        try:
            if source in self.contents:
                yield from self._read_stream(io.BytesIO(self.contents[source]), source)
            elif source.path is None:
                yield from self._read_stream(self.stdin or sys.stdin.buffer, source)
            else:
                with source.path.open("rb") as stream:
                    yield from self._read_stream(stream, source)
        except InputError as error:
            unasked = error.code in _OTHER_KIND and not source.named
            level = NoteLevel.WARNING if unasked else NoteLevel.ERROR
            yield Note(level, error.code, error.message, error.path, error.line)
        except OSError as error:
            yield unreadable(error, source.name)
        except Exception as fault:  # noqa: BLE001 - one file must not end the run
            message = f"could not be read to its end ({type(fault).__name__}: {fault})"
            yield Note(NoteLevel.ERROR, "reading-failed", message, source.name)

    def _read_stream(self, stream: BinaryIO, source: Source) -> Iterator[Document | Note]:
        head = stream.read(_HEAD)
        if is_packed(head):
            stream = unpacked(_joined(head, stream), source.name)
            head = stream.read(_HEAD)
        if is_own_report(head):
            level = NoteLevel.ERROR if source.named else NoteLevel.INFO
            message = "a report of mtaudit, not a text; not read"
            yield Note(level, "own-report", message, source.name)
            return
        reader = reader_for(source.name, head, self.columns, self.lines)
        yield from reader(_joined(head, stream), source.name)


def _joined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream that begins with bytes which were read from it already."""
    return cast("BinaryIO", io.BufferedReader(_Joined(head, rest)))


class _Joined(io.RawIOBase):
    """A stream that begins with bytes which were read from it already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
