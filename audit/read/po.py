"""PO: translations as GNU gettext keeps them, after its manual (The Format of PO Files).

An entry is a pair; each plural form is one of its own, beside the plural of the source. What
gettext would not use is left out and counted: fuzzy and obsolete entries.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from audit.errors import InputError
from audit.model.place import Syntax, line_starts
from audit.model.report import Note
from audit.model.text import Document
from audit.read.joined import Gathered, JoinedText, UnitFile
from audit.read.whole import load
from audit.read.xml_file import language, left_out
from audit.text.decode import decode

_CHARSET = re.compile(rb"Content-Type:[^\r\n]{0,200}?charset=([\w.:-]+)", re.IGNORECASE)
_NO_CHARSET = b"CHARSET"
"""What stands in a header that nobody has filled in."""
_HEAD = 65536
"""Bytes in which the header stands: comments come before it, and a licence at most."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_KEYWORD = re.compile(r"[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?=[ \t]*\")")
_STRING = re.compile(r"[ \t]*\"((?:[^\"\\\r\n]|\\.)*+)\"[ \t]*(?=[\r\n]|\Z)")
_ESCAPE = re.compile(r"\\([abfnrtv\\\"'?])|\\([0-7]{1,3})|\\x([0-9A-Fa-f]+)")
_ESCAPED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_OBSOLETE = re.compile(r"#~\s*msgid\s")
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE | re.IGNORECASE)
_SHOWN = 40
"""Characters of a bad line that a message quotes."""


def read_po(stream: BinaryIO, path: str) -> Iterator[Document | Note]:
    """Read one PO file as one document."""
    data = load(stream, path)
    found = _CHARSET.search(data[:_HEAD])
    named = found[1] if found and found[1] != _NO_CHARSET else None
    decoded = decode(data, path, declared=named.decode() if named else None)
    yield from decoded.notes
    text, notes = JoinedText(), list[Note]()
    counts: Counter[str] = Counter()
    lang: str | None = None
    for entry in _entries(decoded.text, path, counts):
        if entry.is_header:
            header = _LANGUAGE.search(entry.strings["msgstr"].text)
            lang = language(header[1] if header else None, "Language", path, notes)
        elif "fuzzy" in entry.flags:
            counts["fuzzy entry"] += 1
        else:
            _add(entry, text)
    yield from notes
    yield from left_out(counts, path)
    if not text.pairs:
        raise InputError("empty", path, "the file holds no entry to check; expected msgid, msgstr")
    file = UnitFile(path, decoded.text, Syntax.PO, decoded.encoding)
    yield text.document(path, file, lang)


@dataclass(slots=True)
class _Entry:
    """One entry: its strings by keyword, and its flags."""

    strings: dict[str, Gathered] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    @property
    def complete(self) -> bool:
        """Whether a translation has been met, after which another entry begins."""
        return any(keyword.startswith("msgstr") for keyword in self.strings)

    @property
    def is_header(self) -> bool:
        """Whether this is the entry in which a PO file speaks of itself."""
        strings = self.strings
        return "msgctxt" not in strings and not strings["msgid"].text and "msgstr" in strings


def _add(entry: _Entry, text: JoinedText) -> None:
    """Add the translations of an entry, each beside the source that it renders.

    The first of several plural forms stands beside the singular; where a language has one form,
    that is the plural's.
    """
    strings = entry.strings
    name = strings["msgctxt"].text if "msgctxt" in strings else None
    forms = [keyword for keyword in strings if keyword.startswith("msgstr")]
    singular, plural = strings["msgid"], strings.get("msgid_plural", strings["msgid"])
    for number, keyword in enumerate(forms):
        source = singular if number == 0 and len(forms) > 1 else plural
        text.add(strings[keyword], source, name=name)


def _entries(file: str, path: str, counts: Counter[str]) -> Iterator[_Entry]:
    """The entries of a file in order; obsolete ones are counted."""
    entry = _Entry()
    gathered: Gathered | None = None
    for line in _LINE.finditer(file):
        words = line[0].strip()
        if not words:
            continue
        if words.startswith("#"):
            gathered = None
            if entry.complete:
                yield _whole(entry, file, line.start(), path)
                entry = _Entry()
            if words.startswith("#,"):
                entry.flags.update(flag.strip() for flag in words[2:].split(","))
            if _OBSOLETE.match(words):
                counts["obsolete entry"] += 1
            continue
        keyword = _KEYWORD.match(file, line.start())
        string = _STRING.match(file, keyword.end() if keyword else line.start())
        if not string or not (keyword or gathered):
            raise _bad_line(file, line.start(), words, path)
        if keyword:
            if entry.complete and keyword[1] in {"msgctxt", "msgid"}:
                yield _whole(entry, file, line.start(), path)
                entry = _Entry()
            if keyword[1] in entry.strings:
                _whole(entry, file, line.start(), path)
                raise _bad_line(file, line.start(), words, path)
            gathered = entry.strings[keyword[1]] = Gathered(string.start(1))
        assert gathered is not None  # noqa: S101 - for the type checker: asked just above
        _unescape(file, string.start(1), string.end(1), gathered)

    if entry.strings:
        yield _whole(entry, file, len(file), path)


def _whole(entry: _Entry, file: str, at: int, path: str) -> _Entry:
    """The entry, which ends before `at`, if it has what an entry must have."""
    if "msgid" in entry.strings and entry.complete:
        return entry
    missing = "msgid" if entry.complete else "msgstr"
    line = len(line_starts(file[:at].rstrip()))
    message = f"the entry that ends in this line has no {missing}; expected both msgid and msgstr"
    raise InputError("invalid-po", path, message, line)


def _bad_line(file: str, at: int, words: str, path: str) -> InputError:
    message = (
        f"expected a comment, msgctxt, msgid, msgid_plural or msgstr, or a string in quotation "
        f"marks; found {words[:_SHOWN]!r}"
    )
    return InputError("invalid-po", path, message, len(line_starts(file[:at])))


def _unescape(file: str, start: int, end: int, into: Gathered) -> None:
    """Add the string at `[start, end)`; an escape that is none in ASCII stays as it is written."""
    at = start
    for escape in _ESCAPE.finditer(file, start, end):
        sign, octal, hexadecimal = escape.groups()
        code = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else 0
        if sign is None and not 0 < code < 0x80:
            continue
        if at < escape.start():
            into.add(file[at : escape.start()], at, escape.start())
        into.add(_ESCAPED.get(sign, sign) if sign else chr(code), escape.start(), escape.end())
        at = escape.end()
    if at < end:
        into.add(file[at:end], at, end)
