"""Opening an XML file: its bytes become text by the encoding that it names, never by a guess."""

import re
from collections import Counter
from io import BytesIO
from typing import BinaryIO

from audit.errors import InputError
from audit.lang.tags import tag_of
from audit.model.place import line_starts
from audit.model.report import Note, NoteLevel
from audit.read.whole import load
from audit.text.decode import Decoded, byte_order_mark, decode

_DECLARED = re.compile(rb"<\?xml[^>]*\sencoding\s*=\s*[\"']([\w.:-]+)")
_PROLOG = 256
"""Bytes in which the XML declaration ends."""
MAX_TORN = 50
"""Bytes that may be no UTF-8 in a file which is read all the same; more are another encoding."""
_TORN = frozenset({"not-utf-8", "truncated"})


def open_xml(stream: BinaryIO, path: str) -> Decoded:
    """The text of the XML file `stream`; raises `InputError` where it cannot be decoded."""
    data = load(stream, path)
    declared = _DECLARED.match(data[:_PROLOG])
    return decode(data, path, declared=declared[1].decode() if declared else None)


def open_torn_xml(stream: BinaryIO, path: str) -> Decoded:
    """The same for a file that may have a few bytes which are no UTF-8.

    Each of them is half a surrogate pair in the text, as `surrogateescape` has it, and is told.
    """
    data = load(stream, path)
    try:
        return open_xml(BytesIO(data), path)
    except InputError as fault:
        if fault.code not in _TORN:
            raise
        found = byte_order_mark(data)
        mark = found[0] if found else b""
        text = data[len(mark) :].decode("utf-8", "surrogateescape")
        bad = [at for at, char in enumerate(text) if "\udc80" <= char <= "\udcff"]
        if len(bad) > MAX_TORN:
            raise
        places = ", ".join(_torn(text, at, len(mark)) for at in bad)
        what = "1 byte is" if len(bad) == 1 else f"{len(bad)} bytes are"
        message = f"{what} not valid UTF-8 and therefore lost: {places}; read as U+FFFD"
        note = Note(NoteLevel.ERROR, fault.code, message, path, fault.line)
        return Decoded(text, "utf-8", (note,))


def _torn(text: str, at: int, offset: int) -> str:
    """Where the byte at `at` of a text with halves of surrogate pairs stands in the file."""
    byte = offset + len(text[:at].encode("utf-8", "surrogateescape"))
    return f"byte {byte} (line {len(line_starts(text[:at]))})"


def language(value: str | None, what: str, path: str, notes: list[Note]) -> str | None:
    """The language tag of an attribute called `what`; one that is none is told in `notes`."""
    if not value:
        return None
    if tag := tag_of(value):
        return tag
    message = f"expected `{what}` to be a language tag such as `en` or `pt-BR`; ignored"
    note = Note(NoteLevel.WARNING, "bad-field", message, path)
    if note not in notes:
        notes.append(note)
    return None


def left_out(counts: Counter[str], path: str) -> list[Note]:
    """The note on what was not read, if anything: `counts` by what it is, in the singular."""
    if not counts:
        return []
    parts = (f"{count} {_counted(what, count)}" for what, count in sorted(counts.items()))
    return [Note(NoteLevel.INFO, "left-out", "not checked: " + ", ".join(parts), path)]


def _counted(what: str, count: int) -> str:
    """`what` in the plural where needed; its first word is the noun."""
    noun, space, rest = what.partition(" ")
    if count == 1:
        return what
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{plural}{space}{rest}"
