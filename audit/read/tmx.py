"""TMX 1.4: translation memories, one document for each target language.

A unit (`<tu>`) holds one variant (`<tuv>`) a language; the source is the variant in the language
that the unit or the header names, or the first where they name none (`*all*`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from audit.errors import InputError
from audit.model.place import Syntax
from audit.model.report import Note
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.inline import content_of
from audit.read.joined import Gathered, JoinedText, UnitFile
from audit.read.xml_events import Event, EventKind, events
from audit.read.xml_file import language, left_out, open_xml

_ANY = "*all*"
_ALONE = "unit without a translation"


class _Variant(NamedTuple):
    """One `<tuv>` of a unit."""

    lang: str
    text: Gathered


def read_tmx(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one TMX file; each language beside the source is a document."""
    decoded = open_xml(stream, path)
    yield from decoded.notes
    reading = _Reading(decoded.text, path)
    reading.read(events(decoded.text, path))
    yield from reading.notes
    yield from left_out(reading.left_out, path)
    if not reading.texts:
        message = "the file holds no translation; expected <tu> with two <tuv> or more"
        raise InputError("empty", path, message)
    file = UnitFile(path, decoded.text, Syntax.XML, decoded.encoding)
    alone = len(reading.texts) == 1
    for (source, lang), text in reading.texts.items():
        known = None if source == UNKNOWN_LANGUAGE else reading.source_tags[source, lang]
        document = text.document(path, file, lang, known)
        twice = len({key[1] for key in reading.texts}) < len(reading.texts)
        name = f"{path}#{source}-{lang}" if twice else f"{path}#{lang}"
        yield document if alone else replace(document, id=name)


class _Reading:
    """One pass over a file; `texts` are by language of the source, without region, and target."""

    def __init__(self, file: str, path: str) -> None:
        self.texts: dict[tuple[str, str], JoinedText] = {}
        self.source_tags: dict[tuple[str, str], str] = {}
        """The tag of the first source of each text."""
        self.notes: list[Note] = []
        self.left_out: Counter[str] = Counter()
        self._file = file
        self._path = path
        self._source: str | None = None
        """The source language of the header."""

    def read(self, stream: Iterator[Event]) -> None:
        """Read all events of the file."""
        root = True
        unit: Mapping[str, str] = {}
        variants: list[_Variant] = []
        lang = UNKNOWN_LANGUAGE
        for event in stream:
            said = event.attributes
            if event.kind is EventKind.END and event.name == "tu":
                self._add(unit, variants)
                unit, variants = {}, []
            if event.kind is not EventKind.START:
                continue
            if root and event.name != "tmx":
                message = f"expected a TMX file, which begins with <tmx>; found <{event.name}>"
                raise InputError("not-tmx", self._path, message)
            root = False
            if event.name == "header":
                self._source = said.get("srclang")
            elif event.name == "tu":
                if variants:  # the unit before was not closed
                    self._add(unit, variants)
                unit, variants = said, []
            elif event.name == "tuv":
                given = said.get("xml:lang") or said.get("lang")
                lang = language(given, "xml:lang", self._path, self.notes) or UNKNOWN_LANGUAGE
            elif event.name == "seg":
                content = content_of(stream, event, self._file)
                variants.append(_Variant(lang, content.whole))

    def _add(self, unit: Mapping[str, str], variants: list[_Variant]) -> None:
        """Add each variant of a unit beside its source."""
        wanted = unit.get("srclang") or self._source or _ANY
        source = next((one for one in variants if _is_in(one.lang, wanted)), None)
        if source is None and wanted == _ANY and variants:
            source = variants[0]
        others = [one for one in variants if one is not source]
        if source is None or not others:
            self.left_out[_ALONE] += 1
            return
        for other in others:
            key = (source.lang.partition("-")[0], other.lang)
            self.source_tags.setdefault(key, source.lang)
            text = self.texts.setdefault(key, JoinedText())
            text.add(other.text, source.text, name=unit.get("tuid"))


def _is_in(lang: str, wanted: str) -> bool:
    """Whether a variant in `lang` is one in the language `wanted`, of whatever region."""
    return lang.lower() == wanted.lower() or lang.partition("-")[0] == wanted.lower()
