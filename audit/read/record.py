"""JSON objects become documents: the one place that knows their keys.

Required are `id` and `text`, or `id` and `segments`; all other keys are optional.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from audit.errors import InputError
from audit.lang.tags import tag_of
from audit.model.place import Origin, Span, Syntax
from audit.model.report import Note, NoteLevel
from audit.model.text import UNKNOWN_LANGUAGE, Block, Document, Pair
from audit.read.json_scan import Literal, items, literal_map, members
from audit.read.lines import blocks_of
from audit.read.whole import too_large
from audit.text.decode import MAX_DOCUMENT_BYTES, control_note

_STRINGS = ("title", "source", "reference", "date", "publisher", "url")
_TAGS = ("lang", "source_lang")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an object stands: it begins at `at` in `json`, a text of the file `path`.

    Places are counted from the line that it begins in: that line is number `line`, begins at
    `line_at`, and the lines that follow begin at `line_starts`, counted from there. `base`
    is where it begins in the file, and `encoding` that of the file.
    """

    path: str
    json: str
    at: int
    line: int
    line_at: int = 0
    line_starts: tuple[int, ...] = (0,)
    base: int = 0
    encoding: str = "utf-8"

    def error(self, code: str, message: str) -> InputError:
        """An error that names the file and the line of this object."""
        return InputError(code, self.path, message, self.line)

    def warning(self, code: str, message: str) -> Note:
        """A warning that names the file and the line of this object."""
        return Note(NoteLevel.WARNING, code, message, self.path, self.line)


class Stretch(NamedTuple):
    """A string literal without its quotes: from `origin` on, `size` characters of JSON text.

    Its value begins at `text` and has `length` characters.
    """

    text: int
    length: int
    origin: int
    size: int


@dataclass(frozen=True, slots=True)
class Record:
    """What a JSON object says, wherever it stands; `literals` are counted from its first line."""

    id: str
    text: str
    literals: tuple[Stretch, ...]
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]
    lang: str = UNKNOWN_LANGUAGE
    title: str | None = None
    source_lang: str | None = None
    source: str | None = None
    reference: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None

    def document(self, where: Setting) -> Document:
        """The document that the object is where it stands."""
        return Document(
            id=self.id,
            path=where.path,
            text=self.text,
            origin=self._origin(where),
            lang=self.lang,
            title=self.title,
            source_lang=self.source_lang,
            source=self.source,
            reference=self.reference,
            date=self.date,
            publisher=self.publisher,
            url=self.url,
            blocks=self.blocks,
            pairs=self.pairs,
        )

    def _origin(self, where: Setting) -> Origin:
        json, start = where.json, where.line_at
        literals = [
            Literal(text, length, at, json[start + at : start + at + size])
            for text, length, at, size in self.literals
        ]
        return Origin(
            file=literal_map(literals),
            line_starts=where.line_starts,
            first_line=where.line,
            base=where.base,
            syntax=Syntax.JSON,
            encoding=where.encoding,
        )


class Lines(Protocol):
    """What lines came to that were read before, by one version of the program."""

    def get(self, line: bytes) -> Record | None:
        """What a line came to, where it was a record that nothing is to be told of."""
        ...

    def put(self, line: bytes, record: Record) -> None:
        """Keep what a line of this kind came to."""
        ...


class _Body(NamedTuple):
    """The text of a record, where it stands in the JSON text, and what goes with it."""

    text: str
    literals: tuple[Stretch, ...]
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...] = ()


def read_record(value: object, where: Setting) -> Iterator[Document | Note]:
    """Make one document of a parsed JSON object; raises `InputError` where it cannot be one."""
    for found in records(value, where):
        yield found.document(where) if isinstance(found, Record) else found


def records(value: object, where: Setting) -> Iterator[Record | Note]:
    """What a parsed JSON object says, if it has a text; raises as `read_record` does."""
    if not isinstance(value, dict):
        message = f"expected a JSON object with `id` and `text`, found {_kind(value)}"
        raise where.error("not-an-object", message)
    places: dict[str, Span] = {}
    for key, place in members(where.json, where.at):
        if key in places:
            message = f"the key {key!r} stands twice in one object; its last value is used"
            yield where.warning("duplicate-key", message)
        places[key] = place
    identity = _identity(value, places, where)
    body = _body(value, places, where)
    if not body.text or body.text.isspace():
        yield where.warning("empty-text", f"document {identity!r} has no text; nothing to check")
        return
    if odd := control_note(body.text, where.path, where.line):
        yield odd
    fields: dict[str, str] = {}
    for key in (*_STRINGS, *_TAGS):
        if value.get(key) is not None:
            yield from _field(key, value[key], fields, where)
    yield Record(
        identity,
        *body,
        lang=fields.get("lang", UNKNOWN_LANGUAGE),
        title=fields.get("title"),
        source_lang=fields.get("source_lang"),
        source=fields.get("source"),
        reference=fields.get("reference"),
        date=fields.get("date"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
    )


def _identity(value: Mapping[str, Any], places: Mapping[str, Span], where: Setting) -> str:
    identity = value.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int | float) or identity == "":
        found = "found none" if identity in (None, "") else f"found {_kind(identity)}"
        raise where.error("no-id", f"expected `id`, a string or a number; {found}")
    if isinstance(identity, str):
        return identity
    place = places["id"]
    return where.json[place.start : place.end]  # as written: a long number would lose its end


def _body(value: Mapping[str, Any], places: Mapping[str, Span], where: Setting) -> _Body:
    text, segments = value.get("text"), value.get("segments")
    if text is not None and not isinstance(text, str):
        message = f"expected `text` to be a string, found {_kind(text)}"
        raise where.error("text-not-a-string", message)
    if segments is not None and not isinstance(segments, list):
        message = f"expected `segments` to be an array, found {_kind(segments)}"
        raise where.error("bad-segments", message)
    if text is None and segments is None:
        raise where.error("no-text", "expected `text` (a string) or `segments` (an array)")
    if text is not None and len(text) > MAX_DOCUMENT_BYTES:
        raise too_large(where.path, line=where.line)
    if segments is None:
        assert text is not None  # noqa: S101 - for the type checker: told apart just above
        return _Body(text, _whole(text, places, where), blocks_of(text))
    body = _bilingual(segments, places["segments"], where)
    if text is None:
        return body
    if text != body.text:
        message = "`text` and `segments` disagree: expected `text` to be the targets joined by \\n"
        raise where.error("text-and-segments-disagree", message)
    return _Body(text, _whole(text, places, where), body.blocks, body.pairs)


def _whole(text: str, places: Mapping[str, Span], where: Setting) -> tuple[Stretch, ...]:
    """The one literal that a text was written as."""
    return (_stretch(places["text"], 0, len(text), where),)


def _stretch(place: Span, text: int, length: int, where: Setting) -> Stretch:
    """The literal at `place`, counted from the beginning of the object's first line."""
    return Stretch(text, length, place.start + 1 - where.line_at, len(place) - 2)


def _bilingual(segments: list[Any], place: Span, where: Setting) -> _Body:
    """The targets of `segments`, joined by line feeds, with what stands beside each."""
    targets: list[str] = []
    literals: list[Stretch] = []
    blocks: list[Block] = []
    pairs: list[Pair] = []
    at = 0
    for number, (segment, span) in enumerate(
        zip(segments, items(where.json, place.start), strict=True), start=1
    ):
        target = _target(segment, number, where)
        home = dict(members(where.json, span.start))["target"]
        literals.append(_stretch(home, at, len(target), where))
        blocks.extend(_moved(blocks_of(target, heading=False), at))
        if segment.get("source") or segment.get("reference"):
            source, reference = segment.get("source") or "", segment.get("reference")
            pairs.append(Pair(Span(at, at + len(target)), source, reference, _unit(segment)))
        targets.append(target)
        at += len(target) + 1
    return _Body("\n".join(targets), tuple(literals), tuple(blocks), tuple(pairs))


def _target(segment: object, number: int, where: Setting) -> str:
    """The target of one segment, whose other values are checked too."""
    if not isinstance(segment, dict) or not isinstance(segment.get("target"), str):
        message = f"expected segment {number} to be an object with `target`, a string"
        raise where.error("bad-segments", message)
    for key in ("source", "reference"):
        if not isinstance(segment.get(key), str | None):
            message = f"expected `{key}` of segment {number} to be a string"
            raise where.error("bad-segments", message)
    return str(segment["target"])


def _unit(segment: Mapping[str, Any]) -> str | None:
    """What a segment is called, if anything; a number is a name as well."""
    name = segment.get("id")
    named = isinstance(name, str | int) and not isinstance(name, bool) and name != ""
    return str(name) if named else None


def _moved(blocks: tuple[Block, ...], by: int) -> Iterator[Block]:
    return (Block(block.span.shift(by), block.kind) for block in blocks)


def _field(key: str, value: object, fields: dict[str, str], where: Setting) -> Iterator[Note]:
    """Take over an optional value; one that cannot be used is told and left out."""
    if not isinstance(value, str):
        message = f"expected `{key}` to be a string, found {_kind(value)}; ignored"
        yield where.warning("bad-field", message)
    elif key not in _TAGS:
        fields[key] = value
    elif tag := tag_of(value):
        fields[key] = tag
    elif value.strip():
        message = f"expected `{key}` to be a language tag such as `en` or `pt-BR`; ignored"
        yield where.warning("bad-field", message)


def _kind(value: object) -> str:
    """What a parsed JSON value is, in words."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case dict():
            return "an object"
        case list():
            return "an array"
        case str():
            return "a string"
        case _:
            return "a number"
