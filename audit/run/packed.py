"""Values as bytes: what crosses the border between processes, and what lies on disk.

MessagePack takes a seventh of the time of pickle here, two thirds with the check below. It knows
the types of fields as they are declared, so what does not come back equal (a foreign rule that says
a number where a text belongs, a lone surrogate) is pickled instead. The way of a document back into
its file is pickled always: readers have maps of their own. All is written and read by one version
of this program in one run.
"""

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from sys import intern
from typing import Any, Generic, TypeVar, cast

import msgspec

from audit.model.names import Mention
from audit.model.place import IDENTITY, Span
from audit.model.text import Document
from audit.run.examine import Examined

Value = TypeVar("Value")

_PICKLED, _PACKED = b"P", b"M"
"""The first byte of a record, which says how the rest is written."""


class Packing(Generic[Value]):
    """Makes bytes of values of one type, and equal values of these bytes."""

    def __init__(self, type_: Any) -> None:
        self._type = type_

    def pack(self, value: Value) -> bytes:
        """`value` as bytes."""
        try:
            packed = self._encoder.encode(value)
            if self._decoder.decode(packed) == value:
                return _PACKED + packed
        except (msgspec.MsgspecError, UnicodeEncodeError, TypeError):
            pass
        return _PICKLED + pickle.dumps(value, -1)

    def unpack(self, data: bytes) -> Value:
        """What `pack` was given."""
        body = memoryview(data)[1:]
        if data[:1] == _PICKLED:
            return cast("Value", pickle.loads(body))  # noqa: S301 - written by `pack` in this run
        return cast("Value", self._decoder.decode(body))

    @cached_property
    def _encoder(self) -> msgspec.msgpack.Encoder:
        return msgspec.msgpack.Encoder()

    @cached_property
    def _decoder(self) -> "msgspec.msgpack.Decoder[Any]":
        return msgspec.msgpack.Decoder(self._type)


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
