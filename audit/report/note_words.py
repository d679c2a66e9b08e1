"""A note in words, on one line."""

from audit.model.report import Note
from audit.report.escape import printable


def note_line(note: Note) -> str:
    """A note on one printable line: level, place, message."""
    place = ""
    if note.path is not None:
        place = (
            f"{printable(note.path)}:{note.line}: " if note.line else f"{printable(note.path)}: "
        )
    return f"{note.level}: {place}{printable(note.message)}"
