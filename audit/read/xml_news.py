"""XML that publishers send: RSS, Atom, sitemaps, NewsML-G2 and NITF; one item, one document.

A file is read strictly first. Where it is not well-formed it is read once more, as far as it makes
sense, and every byte that was lost is told: as an error where an item went with it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import BinaryIO

from audit.errors import InputError
from audit.model.place import Origin, Syntax, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read.atom import read_entry, read_feed
from audit.read.items_file import ItemsFile
from audit.read.newsml import read_message, read_news_item
from audit.read.nitf import read_nitf
from audit.read.parts import Item
from audit.read.rss import read_channel, read_item
from audit.read.sitemap import listed, read_sitemap, read_url
from audit.read.whole import load
from audit.read.xml_events import Event, events
from audit.read.xml_file import open_torn_xml
from audit.read.xml_mended import Lost, Mended
from audit.read.xml_tree import Node, grow
from audit.text.decode import Decoded

MAX_ITEMS = 200_000
"""Items of one file that are read; the largest feeds have some ten thousand."""
MAX_LOST = 100
"""Lost ranges that are told one by one."""
_EXCERPT = 40
"""Characters of a lost range that are shown."""
_MENDABLE = frozenset({"invalid-xml", "unknown-entity"})
"""Faults that may be an oversight; any other one is the end."""
_ROOT = re.compile(r"<!--|<(?:[\w.-]++:)?([A-Za-z][\w.-]*+)")
_SITEMAPS = frozenset({"sitemap", "url"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: which elements are its items, how one is read, and the file as a whole."""

    items: frozenset[str]
    item: Callable[[Node], Item]
    whole: Callable[[Node], Item]


_RSS = _Kind(frozenset({"item"}), read_item, read_channel)
_NEWSML = _Kind(frozenset({"newsItem"}), read_news_item, read_message)
_KINDS = {
    "rss": _RSS,
    "RDF": _RSS,
    "channel": _RSS,
    "feed": _Kind(frozenset({"entry"}), read_entry, read_feed),
    "urlset": _Kind(frozenset({"url"}), read_url, read_sitemap),
    "sitemapindex": _Kind(frozenset({"sitemap"}), read_url, read_sitemap),
    "newsMessage": _NEWSML,
    "newsItem": _NEWSML,
    "packageItem": _NEWSML,
    "nitf": _Kind(frozenset({"nitf"}), read_nitf, lambda root: Item(root.start)),
}
"""The kinds of files by the name of their root."""
_ELSEWHERE = {
    "html": "audit.read.html:read_html",
    "tmx": "audit.read.tmx:read_tmx",
    "xliff": "audit.read.xliff:read_xliff",
}
"""Roots that have a reader of their own, whatever the suffix of the file."""


def read_xml_news(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one file; each item in it that has text is a document."""
    data = load(stream, path)
    decoded = open_torn_xml(BytesIO(data), path)
    root = root_name(decoded.text)
    if reader := _ELSEWHERE.get(root or ""):
        module, _, function = reader.partition(":")
        yield from getattr(import_module(module), function)(BytesIO(data), path)
        return
    kind = _KINDS.get(root or "")
    if kind is None:
        found = f"found <{root}>" if root else "found no element"
        message = f"expected XML of news, with <{'>, <'.join(_KINDS)}> at its root; {found}"
        raise InputError("unknown-xml", path, message)
    yield from decoded.notes
    items, facts, notes = _read(decoded, path, kind)
    yield from notes
    if kind.items & _SITEMAPS:
        yield listed([item.url for item in items if item.url], path)
        items = [item for item in items if item.parts]
    file = ItemsFile(path, decoded.text, decoded.encoding, (Syntax.XML_FLOW, Syntax.XML_HTML))
    yield from file.documents(items, facts)


def root_name(text: str) -> str | None:
    """The name of the first element of a file, without its prefix."""
    at = 0
    while at >= 0 and (found := _ROOT.search(text, at)):
        if found[1]:
            return found[1]
        at = text.find("-->", found.end())
    return None


def _read(decoded: Decoded, path: str, kind: _Kind) -> tuple[list[Item], Item, list[Note]]:
    """The items of a file, what it says of all of them, and what is to be told."""
    try:
        items, facts = _grown(events(decoded.text, path), kind, path)
        return items, facts, []
    except InputError as fault:
        if fault.code not in _MENDABLE:
            raise
        mended = Mended(decoded.text, path, kind.items)
        items, facts = _grown(mended.events(), kind, path)
        first = _mended_note(fault, mended.mended, path)
        lines = Origin(line_starts=line_starts(decoded.text))
        tell = partial(_lost_note, decoded=decoded, lines=lines, path=path)
        notes = [tell(one) for one in mended.lost[:MAX_LOST]]
        if rest := mended.lost[MAX_LOST:]:
            level = NoteLevel.ERROR if any(one.text for one in rest) else NoteLevel.WARNING
            count = sum(_bytes(decoded, one.start, one.end) for one in rest)
            message = f"{count} more bytes in {len(rest)} places could not be read"
            notes.append(Note(level, "lost-bytes", message, path))
        return items, facts, [first, *notes]


def _grown(stream: Iterator[Event], kind: _Kind, path: str) -> tuple[list[Item], Item]:
    items: list[Item] = []
    facts = Item(0)
    for node in grow(stream, kind.items):
        if node.name in kind.items:
            items.append(kind.item(node))
            if len(items) > MAX_ITEMS:
                message = f"the file has more than {MAX_ITEMS:,} items; split it"
                raise InputError("too-many-items", path, message)
        else:
            facts = kind.whole(node)
    return items, facts


def _mended_note(fault: InputError, mended: Counter[str], path: str) -> Note:
    """The note on a file that is not well-formed: what is wrong with it, and what was done."""
    parts = ", ".join(f"{count} × {what}" for what, count in sorted(mended.items()))
    done = f"; taken as they stand: {parts}" if parts else ""
    message = f"{fault.message.partition(';')[0]}; read as far as it makes sense{done}"
    return Note(NoteLevel.WARNING, "mended-xml", message, path, fault.line)


def _lost_note(lost: Lost, *, decoded: Decoded, lines: Origin, path: str) -> Note:
    """The note on one lost range: how many bytes, from where, and how they begin."""
    message = lost.what
    if count := _bytes(decoded, lost.start, lost.end):
        at = _bytes(decoded, 0, lost.start)
        cut = " ".join(decoded.text[lost.start : lost.end][:_EXCERPT].split())
        message = f"{message}: {count} bytes from byte {at} not read (“{cut}”)"
    level = NoteLevel.ERROR if lost.text else NoteLevel.WARNING
    return Note(level, "lost-bytes", message, path, lines.line(lost.start))


def _bytes(decoded: Decoded, start: int, end: int) -> int:
    """How many bytes a range of the file has; a byte order mark does not count."""
    return len(decoded.text[start:end].encode(decoded.encoding, "surrogateescape"))
