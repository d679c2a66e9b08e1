"""XML that is not well-formed, read as far as it makes sense; what cannot be read is told.

The second try at a file that expat refused. It gives the same events, by rules of its own: a sign
that begins nothing stands for itself, references known to HTML count, an element ends where one
around it does, an item where the next one begins. Nothing is guessed beyond that. Every range of
the file that is neither taken for markup nor read as text is kept as lost.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from audit.errors import InputError
from audit.model.place import line_starts
from audit.read.html_tokens import REFERENCE, decoded, reference
from audit.read.xml_events import (
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_VALUE,
    Event,
    EventKind,
    too_many,
)

_MARK = re.compile(r"[<&\r]")
_NAME = r"[A-Za-z_:\u0080-\U0010ffff][^\s/<>=\"'&]*+"
_ATTRIBUTE = re.compile(rf"\s++({_NAME})\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++))")
_TAG = re.compile(
    rf"<(/?)({_NAME})((?:\s++{_NAME}(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]++))?)*)"
    r"\s*+(/?)>"
)
"""A tag. No group in it is possessive, for the reason that `derived` has."""
_DOCTYPE_LEAD = "<!DOCTYPE"
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>")
_ENCLOSED = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
"""What begins so ends so, whatever stands between."""
_CDATA = "<![CDATA["
_LINE = re.compile(r"\r\n?|[^\r]++")
_TORN = re.compile(r"[\ud800-\udfff]")
"""What stands for a byte that is no UTF-8, one for one."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A range `[start, end)` of the file that was not read; `text` says that text went with it."""

    start: int
    end: int
    what: str
    text: bool


class Mended:
    """One file, its events, and what was done to it: read `events` to the end first."""

    def __init__(self, text: str, path: str, items: frozenset[str]) -> None:
        self.lost: list[Lost] = []
        self.mended: Counter[str] = Counter()
        """How often what was mended, by what it is, in the singular."""
        self._text = _TORN.sub("\ufffd", text)
        self._path = path
        self._items = items
        self._open: list[tuple[str, int]] = []
        """Names of the open elements as written, and where they begin."""
        self._count: Counter[str] = Counter()
        self._endless: set[str] = set()
        """Openings that nothing closes any more in the rest of the file, or that are used up."""

    def events(self) -> Iterator[Event]:
        """The events of the file; raises `InputError` where it attacks its reader."""
        text, at, count = self._text, 0, 0
        while mark := _MARK.search(text, at):
            count += 1
            if count > MAX_EVENTS:
                raise too_many(self._path)
            yield from self._plain(at, mark.start())
            at = mark.end()
            if mark[0] == "\r":
                at += text.startswith("\n", at)
                yield from self._said("\n", mark.start(), at)
            elif mark[0] == "&":
                value, at = self._reference(mark.start())
                yield from self._said(value, mark.start(), at)
            else:
                at = yield from self._markup(mark.start())
        yield from self._plain(at, len(text))
        self._end_of_file()

    def _plain(self, start: int, end: int) -> Iterator[Event]:
        if start < end:
            yield from self._said(self._text[start:end], start, end)

    def _said(self, text: str, start: int, end: int) -> Iterator[Event]:
        """Text; outside the root there can be none."""
        if self._open:
            yield Event(EventKind.TEXT, start, end, text=text)
        elif self._text[start:end].isspace():
            yield Event(EventKind.OTHER, start, end)
        else:
            self.lost.append(Lost(start, end, "text outside the root element", text=True))

    def _reference(self, at: int) -> tuple[str, int]:
        """What the ampersand at `at` begins: a reference of XML or HTML, or nothing."""
        found = REFERENCE.match(self._text, at)
        if not found or not found[0].endswith(";"):
            self.mended["`&` that begins no reference"] += 1
            return "&", at + 1
        value, end = reference(found)
        if end != found.end():
            self.mended["`&` that begins no reference"] += 1
            return "&", at + 1
        if found[3] and found[3] not in {"amp", "lt", "gt", "quot", "apos"}:
            self.mended["reference that only HTML knows"] += 1
        return value, end

    def _markup(self, at: int) -> Generator[Event, None, int]:
        """What the `<` at `at` begins; gives back where that ends."""
        text = self._text
        if opening := next((one for one in _ENCLOSED if text.startswith(one, at)), None):
            return (yield from self._enclosed(opening, at))
        if doctype := self._doctype(at):
            if "<!entity" in doctype[0].lower():
                message = "the file declares entities; files that do are not read"
                raise self._refused("entity-declared", message, at)
            yield Event(EventKind.OTHER, at, doctype.end())
            return doctype.end()
        if tag := _TAG.match(text, at):
            yield from self._end(tag) if tag[1] else self._start(tag)
            return tag.end()
        self.mended["`<` that begins no tag"] += 1
        yield from self._said("<", at, at + 1)
        return at + 1

    def _doctype(self, at: int) -> re.Match[str] | None:
        """The DOCTYPE at `at`; only the first that a file seems to have can be one."""
        if _DOCTYPE_LEAD in self._endless or not self._text.startswith(_DOCTYPE_LEAD, at):
            return None
        self._endless.add(_DOCTYPE_LEAD)
        return _DOCTYPE.match(self._text, at)

    def _enclosed(self, opening: str, at: int) -> Generator[Event, None, int]:
        """A comment or instruction, which says nothing, or a CDATA section, which does."""
        inside, closing = at + len(opening), _ENCLOSED[opening]
        inner = -1 if opening in self._endless else self._text.find(closing, inside)
        if inner < 0:
            self._endless.add(opening)
            what = f"`{opening}` that is never closed"
            self.lost.append(Lost(at, inside, what, text=False))
            return inside
        yield Event(EventKind.OTHER, at, inside)
        if opening == _CDATA:
            for line in _LINE.finditer(self._text, inside, inner):
                said = "\n" if line[0].startswith("\r") else line[0]
                yield from self._said(said, *line.span())
        end = inner + len(closing)
        yield Event(EventKind.OTHER, inside if opening != _CDATA else inner, end)
        return end

    def _start(self, tag: re.Match[str]) -> Iterator[Event]:
        prefix, _, name = tag[2].rpartition(":")
        if name in self._items:
            while any(self._count[key] for key in self._item_names()):
                self.mended["item that is never closed"] += 1
                yield from self._close_last(tag.start(), self._item_names())
        said: dict[str, str] = {}
        for found in _ATTRIBUTE.finditer(tag[3]):
            value = next((group for group in found.groups()[1:] if group is not None), "")
            if len(value) > MAX_VALUE:
                message = f"an attribute has more than {MAX_VALUE:,} characters"
                raise self._refused("too-large", message, tag.start())
            said.setdefault(found[1], decoded(value))
        yield Event(EventKind.START, tag.start(), tag.end(), name, said, prefix=prefix)
        if tag[4]:
            yield Event(EventKind.END, tag.end(), tag.end(), name)
            return
        self._open.append((tag[2], tag.start()))
        self._count[tag[2]] += 1
        if len(self._open) > MAX_DEPTH:
            message = f"elements are nested more than {MAX_DEPTH} deep"
            raise self._refused("too-deep", message, tag.start())

    def _end(self, tag: re.Match[str]) -> Iterator[Event]:
        if not self._count[tag[2]]:
            self.lost.append(Lost(tag.start(), tag.end(), "end tag of nothing", text=False))
            return
        yield from self._close_last(tag.start(), {tag[2]})
        yield Event(EventKind.END, tag.start(), tag.end(), tag[2].rpartition(":")[2])
        self._count[self._open.pop()[0]] -= 1

    def _close_last(self, at: int, names: set[str]) -> Iterator[Event]:
        """End all elements within the innermost one of `names`; an item itself, too."""
        while self._open:
            name = self._open[-1][0]
            local = name.rpartition(":")[2]
            if name in names and local not in self._items:
                return
            if name in names and self._text.startswith("</", at):
                return
            self._open.pop()
            self._count[name] -= 1
            if local not in self._items:
                self.mended["element that is never closed"] += 1
            yield Event(EventKind.END, at, at, local)
            if name in names:
                return

    def _item_names(self) -> set[str]:
        """The names of open elements that are items, as written."""
        return {name for name, _ in self._open if name.rpartition(":")[2] in self._items}

    def _end_of_file(self) -> None:
        """What is still open at the end never ends: an item among it is lost."""
        if not self._open:
            return
        size = len(self._text)
        items = self._item_names()
        first = next((at for name, at in self._open if name in items), None)
        what = f"the file breaks off within <{self._open[-1][0]}>"
        if first is not None:
            what = f"{what}, so that an item is lost"
        self.lost.append(Lost(size if first is None else first, size, what, text=True))

    def _refused(self, code: str, message: str, at: int) -> InputError:
        return InputError(code, self._path, message, len(line_starts(self._text[:at])))
