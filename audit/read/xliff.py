"""XLIFF 1.2 and 2: translation units of a localisation file, one document for each `<file>`.

Also what tools make of it under their own suffixes (SDLXLIFF, MXLIFF). Of a unit its source and its
target are read, or the segments of both; notes, alternative translations and matches are no text of
the file. States are not looked at: what stands in a target is audited, and an empty target is a
translation that is not there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from audit.errors import InputError
from audit.model.place import Syntax
from audit.model.report import Note
from audit.model.text import Document
from audit.read.inline import Content, content_of
from audit.read.joined import Gathered, JoinedText, UnitFile
from audit.read.xml_events import Event, EventKind, events
from audit.read.xml_file import language, left_out, open_xml
from audit.text.decode import Decoded

_HOLDERS = frozenset({"segment", "trans-unit"})
"""Elements whose `<source>` and `<target>` belong together (XLIFF 2, XLIFF 1.2)."""
_TEXTS = frozenset({"seg-source", "source", "target"})
_PO_HEADER = "x-gettext-domain-header"
"""The `restype` of the header of a PO file (XLIFF 1.2 Representation Guide for Gettext PO, 3.2)."""
_UNTRANSLATED = 'unit with translate="no"'


def read_xliff(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one XLIFF file; each `<file>` in it that has text is a document."""
    decoded = open_xml(stream, path)
    yield from decoded.notes
    reading = _Reading(decoded, path)
    reading.read(events(decoded.text, path))
    yield from reading.notes
    yield from left_out(reading.left_out, path)
    if not reading.documents:
        raise InputError("empty", path, "the file holds no text; expected units with a source")
    alone = len(reading.documents) == 1
    yield from (replace(one, id=path) if alone else one for one in reading.documents)


@dataclass(slots=True)
class _Holder:
    """A unit of XLIFF 1.2 or a segment of XLIFF 2 while it is read."""

    name: str | None
    texts: dict[str, Content] = field(default_factory=dict)


class _Reading:
    """One pass over a file."""

    def __init__(self, decoded: Decoded, path: str) -> None:
        self.documents: list[Document] = []
        self.notes: list[Note] = []
        self.left_out: Counter[str] = Counter()
        self._file = decoded
        self._path = path
        self._open: list[Event] = []
        self._translate = [True]
        self._units: list[str] = []
        """Ids of the units that are open."""
        self._holder: _Holder | None = None
        self._text = JoinedText()

    def read(self, stream: Iterator[Event]) -> None:
        """Read all events of the file."""
        for event in stream:
            if event.kind is EventKind.START:
                self._start(event, stream)
            elif event.kind is EventKind.END:
                self._end(event.name)

    def _start(self, event: Event, stream: Iterator[Event]) -> None:
        if not self._open and event.name != "xliff":
            message = f"expected an XLIFF file, which begins with <xliff>; found <{event.name}>"
            raise InputError("not-xliff", self._path, message)
        parent = self._open[-1].name if self._open else ""
        if event.name in _TEXTS and parent in _HOLDERS and self._holder is not None:
            content = content_of(stream, event, self._file.text)
            self._holder.texts.setdefault(event.name, content)
            return
        self._open.append(event)
        said = event.attributes
        translate = said.get("translate")
        self._translate.append(translate == "yes" or (translate != "no" and self._translate[-1]))
        if event.name == "unit":
            self._units.append(said.get("id", ""))
        elif event.name in _HOLDERS and said.get("restype") != _PO_HEADER:
            self._holder = _Holder(self._name(event))

    def _name(self, event: Event) -> str | None:
        """What a unit or segment is called: a segment after its unit, where it has an id."""
        names = [*self._units[-1:], event.attributes.get("id", "")]
        return "/".join(name for name in names if name) or None

    def _end(self, name: str) -> None:
        opened = self._open.pop()
        translate = self._translate.pop()
        if name == "unit":
            self._units.pop()
        elif name in _HOLDERS and self._holder is not None:
            if translate:
                self._add(self._holder)
            else:
                self.left_out[_UNTRANSLATED] += 1
            self._holder = None
        elif name == "file" and len(self._open) == 1:
            self._close(opened)

    def _add(self, holder: _Holder) -> None:
        """Add the texts of a unit: segment by segment where both sides have the same ones."""
        if not holder.texts:
            return
        source, target = holder.texts.get("source"), holder.texts.get("target")
        divided = holder.texts.get("seg-source") or source
        if target and divided and _same_segments(divided, target):
            for mid, ours in target.segments.items():
                name = f"{holder.name}/{mid}" if holder.name else mid
                self._text.add(ours, divided.segments[mid], name=name)
            return
        ours = target.whole if target else Gathered(max(one.end for one in holder.texts.values()))
        if ours.text.strip() or (source and source.whole.text.strip()):
            self._text.add(ours, source.whole if source else None, name=holder.name)

    def _close(self, opened: Event) -> None:
        """Make the document of a `<file>`."""
        text, self._text = self._text, JoinedText()
        if not text.pairs:
            return
        said = {**self._open[0].attributes, **opened.attributes}
        sources, targets = ("source-language", "srcLang"), ("target-language", "trgLang")
        name = said.get("original") or said.get("id") or str(len(self.documents) + 1)
        self.documents.append(
            text.document(
                f"{self._path}#{name}",
                UnitFile(self._path, self._file.text, Syntax.XML, self._file.encoding),
                self._language(said, targets),
                self._language(said, sources),
            )
        )

    def _language(self, said: dict[str, str], names: tuple[str, str]) -> str | None:
        name = next((name for name in names if said.get(name)), names[0])
        return language(said.get(name), name, self._path, self.notes)


def _same_segments(source: Content, target: Content) -> bool:
    """Whether a target is cut into segments that its source has as well."""
    return (
        bool(target.segments)
        and not target.loose
        and target.segments.keys() <= source.segments.keys()
    )
