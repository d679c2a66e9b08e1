"""XML as a run of events with exact places, read by expat under strict limits.

Expat is a conforming parser that says for each event at which byte it begins; an event ends where
the next one begins. Nothing outside the file is ever looked at: without a handler for external
entities expat skips them, a declaration of an entity ends the reading, and so does a reference to
one that XML itself does not know. A DOCTYPE alone, as many TMX files have it, is passed over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn
from xml.parsers import expat

from audit.errors import InputError

MAX_DEPTH = 256
"""How deep elements may nest; translation files nest some ten deep."""
MAX_VALUE = 1024 * 1024
"""Characters an attribute value may have."""
MAX_EVENTS = 4_000_000
"""Tags, texts and references that a file may have; the largest feeds have some hundred thousand."""
_CHUNK = 1 << 16
"""Bytes given to the parser at a time, after which its events are taken."""


class EventKind(StrEnum):
    """What an event is."""

    START = "start"
    END = "end"
    """The end tag; of an element without content it is empty and stands behind the tag."""
    TEXT = "text"
    """Characters, a line end, or a reference."""
    OTHER = "other"
    """Comments, instructions, declarations and the marks of a CDATA section."""


@dataclass(slots=True)
class Event:
    """One event at `[start, end)` of the text; `name` is without its namespace prefix, `prefix`.

    `text` are the characters that a text stands for. Not frozen: its end is set when the next one
    comes, and none leaves the reader.
    """

    kind: EventKind
    start: int
    end: int = -1
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    prefix: str = ""


def events(text: str, path: str) -> Iterator[Event]:
    """The events of the XML file `text` in order; raises `InputError` where it is not well-formed.

    `path` is its name for messages. Events come before a later fault is met.
    """
    source = _Source(text.encode("utf-8", "surrogatepass"), path)
    yield from source.events()


def too_many(path: str) -> InputError:
    """The error for a file of nothing but marks."""
    return InputError("too-large", path, f"the file has more than {MAX_EVENTS:,} tags and texts")


class _Source:
    """The parser at work: what it says becomes events, byte offsets become code points."""

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path
        self._found: list[Event] = []
        self._depth = 0
        self._byte = self._point = self._count = 0
        parser = expat.ParserCreate("utf-8")
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.DefaultHandler = self._other
        parser.EntityDeclHandler = self._entity
        self._parser = parser

    def events(self) -> Iterator[Event]:
        for at in range(0, len(self._data) + 1, _CHUNK):
            chunk = self._data[at : at + _CHUNK]
            try:
                self._parser.Parse(chunk, len(chunk) < _CHUNK)
            except expat.ExpatError as fault:
                # Its column is not told: expat counts bytes there.
                reason = expat.ErrorString(fault.code)
                message = f"not well-formed XML: {reason}; expected a complete XML file"
                raise InputError("invalid-xml", self._path, message, fault.lineno) from None
            for event, following in zip(self._found, self._found[1:], strict=False):
                event.end = following.start
                yield event
            self._count += len(self._found)
            if self._count > MAX_EVENTS:
                raise too_many(self._path)
            del self._found[:-1]
        for event in self._found:
            event.end = self._offset(len(self._data))
            yield event

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._refuse("too-deep", f"elements are nested more than {MAX_DEPTH} deep")
        if any(len(value) > MAX_VALUE for value in attributes.values()):
            self._refuse("too-large", f"an attribute has more than {MAX_VALUE:,} characters")
        prefix, _, local = name.rpartition(":")
        self._put(Event(EventKind.START, 0, -1, local, attributes, prefix=prefix))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._put(Event(EventKind.END, 0, name=name.rpartition(":")[2]))

    def _text(self, text: str) -> None:
        self._put(Event(EventKind.TEXT, 0, text=text))

    def _other(self, data: str) -> None:
        if data.startswith("&"):
            message = f"{data} is not defined in the file; expected a number, such as &#160;"
            self._refuse("unknown-entity", message)
        self._put(Event(EventKind.OTHER, 0))

    def _entity(self, name: str, *_: object) -> None:
        message = f"the file declares the entity {name!r}; files that do are not read"
        self._refuse("entity-declared", message)

    def _refuse(self, code: str, message: str) -> NoReturn:
        raise InputError(code, self._path, message, self._parser.CurrentLineNumber)

    def _put(self, event: Event) -> None:
        event.start = self._offset(self._parser.CurrentByteIndex)
        self._found.append(event)

    def _offset(self, byte: int) -> int:
        """The code point at a byte; bytes are asked for in ascending order."""
        between = self._data[self._byte : byte]
        self._point += len(between) if between.isascii() else len(between.decode())
        self._byte = byte
        return self._point
