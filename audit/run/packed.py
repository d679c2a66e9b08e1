"""Examined documents as bytes: what crosses the border between processes, and what lies on disk.

The way of a document back into its file is pickled: readers have maps of their own.
"""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from sys import intern

from audit.model.names import Mention
from audit.model.place import IDENTITY
from audit.model.text import Document
from audit.packing import Packing
from audit.run.examine import Examined


@dataclass(frozen=True, slots=True)
class _Record:
    """An examined document without the way back into its file, and that."""

    examined: Examined
    origin: bytes


_RECORDS: Packing[_Record] = Packing(_Record)


def pack(examined: Examined) -> bytes:
    """`examined` as bytes, from which `unpack` makes an equal value."""
    document = examined.document
    bare = replace(examined, document=replace(document, origin=IDENTITY))
    origin = b"" if document.origin == IDENTITY else pickle.dumps(document.origin, -1)
    return _RECORDS.pack(_Record(bare, origin))


def unpack(data: bytes) -> Examined:
    """What `pack` was given."""
    record = _RECORDS.unpack(data)
    bare = record.examined.document
    origin = pickle.loads(record.origin) if record.origin else IDENTITY  # noqa: S301 - written by `pack` in this run
    document = replace(bare, origin=origin, mentions=tuple(_shared(bare)))
    return replace(record.examined, document=document)


def _shared(document: Document) -> Iterator[Mention]:
    """The mentions with what equal ones can share: documents that are held have a great many."""
    for one in document.mentions:
        home = document.id if one.document == document.id else one.document
        text, lang = intern(one.text), intern(one.lang)
        yield Mention(home, one.span, text, one.kind, lang, one.sentence_start, one.quoted)
