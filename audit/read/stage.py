"""The stage itself: every input is found, opened and read; what goes wrong becomes a note."""

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, cast

from audit.errors import InputError
from audit.lang.tags import tag_of
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.formats import reader_for
from audit.read.own_report import is_own_report
from audit.read.sources import Source, sources, unreadable

_HEAD = 65536
"""Bytes looked at to tell the format of a file; a line of JSON is seldom longer."""


def read(
    inputs: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    lang: str | None = None,
) -> Iterator[Document | Note]:
    """Read all inputs, in a fixed order, one document at a time.

    `inputs` are files, folders, glob patterns and `-` for standard input, whose name and kind
    `stdin_filename` tells. `exclude` are glob patterns of what is not to be read. `lang` is the
    language of documents that do not name their own. Ids are unique over all inputs. Input that
    cannot be read gives a note of level error; the rest is still read.
    """
    default = (tag_of(lang) or lang) if lang else UNKNOWN_LANGUAGE
    ids: set[str] = set()
    for source in sources(inputs, exclude, stdin_filename):
        if isinstance(source, Note):
            yield source
            continue
        for found in _read_source(source, stdin):
            if isinstance(found, Document):
                yield from _settled(found, ids, default)
            else:
                yield found


def _settled(document: Document, ids: set[str], default: str) -> Iterator[Document | Note]:
    """Give the document an id of its own and a language; tell where the id had to change."""
    identity, number = document.id, 1
    while identity in ids:
        number += 1
        identity = f"{document.id}#{number}"
    ids.add(identity)
    if number > 1:
        message = f"the id {document.id!r} was met before; this document is called {identity!r}"
        line = document.origin.first_line
        yield Note(NoteLevel.WARNING, "duplicate-id", message, document.path, line)
    lang = default if document.lang == UNKNOWN_LANGUAGE else document.lang
    if (identity, lang) != (document.id, document.lang):
        document = replace(document, id=identity, lang=lang)
    yield document


def _read_source(source: Source, stdin: BinaryIO | None) -> Iterator[Document | Note]:
    try:
        if source.path is None:
            yield from _read_stream(stdin or sys.stdin.buffer, source)
        else:
            with source.path.open("rb") as stream:
                yield from _read_stream(stream, source)
    except InputError as error:
        yield Note(NoteLevel.ERROR, error.code, error.message, error.path, error.line)
    except OSError as error:
        yield unreadable(error, source.name)


def _read_stream(stream: BinaryIO, source: Source) -> Iterator[Document | Note]:
    head = stream.read(_HEAD)
    if is_own_report(head):
        level = NoteLevel.ERROR if source.named else NoteLevel.INFO
        yield Note(level, "own-report", "a report of mtaudit, not a text; not read", source.name)
        return
    joined = io.BufferedReader(_Joined(head, stream))
    yield from reader_for(source.name, head)(cast("BinaryIO", joined), source.name)


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
