"""Opening an XML file: its bytes become text by the encoding that it names, never by a guess."""

import re
from collections import Counter
from typing import BinaryIO

from audit.lang.tags import tag_of
from audit.model.report import Note, NoteLevel
from audit.read.whole import load
from audit.text.decode import Decoded, decode

_DECLARED = re.compile(rb"<\?xml[^>]*\sencoding\s*=\s*[\"']([\w.:-]+)")
_PROLOG = 256
"""Bytes in which the XML declaration ends."""


def open_xml(stream: BinaryIO, path: str) -> Decoded:
    """The text of the XML file `stream`; raises `InputError` where it cannot be decoded."""
    data = load(stream, path)
    declared = _DECLARED.match(data[:_PROLOG])
    return decode(data, path, declared=declared[1].decode() if declared else None)


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
