"""Examined documents as bytes: what crosses the border between processes, and what lies on disk.

The way of a document back into its file is pickled: readers have maps of their own.
"""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from sys import intern

from audit.model.names import Mention
from audit.model.place import IDENTITY, Span
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
    origin = pickle.loads(record.origin) if record.origin else IDENTITY  # noqa: S301 - as above
    document = replace(bare, origin=origin, mentions=tuple(_shared(bare)))
    return replace(record.examined, document=document)


_SHARED_TO = 10_000
"""Code point up to which places are shared: most of any article, and few enough different ones."""
_places: dict[tuple[int, int], Span] = {}


def _shared(document: Document) -> Iterator[Mention]:
    """The mentions with what equal ones can share: they are what linking holds of a whole feed."""
    for one in document.mentions:
        home = document.id if one.document == document.id else one.document
        text, lang, span = intern(one.text), intern(one.lang), one.span
        if span.end < _SHARED_TO:
            span = _places.setdefault((span.start, span.end), span)
        yield Mention(home, span, text, one.kind, lang, one.sentence_start, one.quoted)
