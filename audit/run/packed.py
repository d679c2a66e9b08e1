"""Examined documents as bytes: what crosses the border between processes and what lies on disk.

MessagePack takes a seventh of the time of pickle here. It knows the types of fields as they are
declared, so what does not come back equal (a foreign rule that says a number where a text belongs,
a lone surrogate) is pickled instead. The way back into the file is pickled always: readers have
maps of their own. Both are made and read by one version of this program within one run.
"""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from sys import intern

import msgspec

from audit.model.names import Mention
from audit.model.place import IDENTITY
from audit.run.examine import Examined

_PICKLED, _PACKED = b"P", b"M"
"""The first byte of a record, which says how the rest is written."""


@dataclass(frozen=True, slots=True)
class _Record:
    """An examined document without its origin, and that."""

    examined: Examined
    origin: bytes


def pack(examined: Examined) -> bytes:
    """`examined` as bytes, from which `unpack` makes an equal value."""
    document = examined.document
    bare = replace(examined, document=replace(document, origin=IDENTITY))
    origin = b"" if document.origin == IDENTITY else pickle.dumps(document.origin, -1)
    try:
        packed = _PACKED + _encoder().encode(_Record(bare, origin))
        if unpack(packed) == examined:
            return packed
    except (msgspec.MsgspecError, UnicodeEncodeError, TypeError):
        pass
    return _PICKLED + pickle.dumps(examined, -1)


def unpack(data: bytes) -> Examined:
    """What `pack` was given."""
    body = memoryview(data)[1:]
    if data[:1] == _PICKLED:
        made: Examined = pickle.loads(body)  # noqa: S301 - written by `pack` in this very run
        return made
    record = _decoder().decode(body)
    document = record.examined.document
    origin = pickle.loads(record.origin) if record.origin else IDENTITY  # noqa: S301 - as above
    mentions = tuple(_shared(document.id, document.mentions))
    return replace(record.examined, document=replace(document, origin=origin, mentions=mentions))


def _shared(document: str, mentions: Iterable[Mention]) -> Iterable[Mention]:
    """The mentions with texts that equal ones share: they are what a feed holds most of."""
    for one in mentions:
        home = document if one.document == document else one.document
        text, lang = intern(one.text), intern(one.lang)
        yield Mention(home, one.span, text, one.kind, lang, one.sentence_start, one.quoted)


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder()


@cache
def _decoder() -> "msgspec.msgpack.Decoder[_Record]":
    return msgspec.msgpack.Decoder(_Record)
