"""GitHub workflow commands: each finding an annotation on its line in the changed file.

GitHub reads commands from the log of a step ("Workflow commands for GitHub Actions",
docs.github.com) and shows the first ten of each kind, so the worst come first and the last line
says how many there are. Text of strangers is escaped: it can neither end a command nor begin one.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from audit.model.report import Note, NoteLevel, Report
from audit.report.ci.items import Item, Level, new_items, relative
from audit.report.escape import printable

SHOWN = 10
"""Annotations of one kind that GitHub shows for a step."""

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_NOTE_COMMANDS = {NoteLevel.ERROR: "error", NoteLevel.WARNING: "warning"}


class GithubReporter:
    """Writes annotations for the log of a GitHub Actions step."""

    suffix = "txt"

    def write(self, report: Report, out: TextIO) -> None:
        """Write one command for each new finding and each note that is no mere remark."""
        found = new_items(report)
        for note in report.notes:
            if note.level in _NOTE_COMMANDS:
                out.write(_note(note) + "\n")
        out.writelines(_annotation(item) + "\n" for item in found)
        out.write(_closing(found) + "\n")


def _annotation(item: Item) -> str:
    region, finding = item.region, item.finding
    places = {
        "file": item.path,
        "line": region.line,
        "endLine": region.end_line,
        "col": region.column,
        "endColumn": max(region.end_column - 1, 1),
        "title": f"{finding.rule} {finding.name} ({item.weight})",
    }
    if region.line != region.end_line:  # columns are only understood within one line
        del places["col"], places["endColumn"]
    return _command(_COMMANDS[item.level], places, item.message)


def _note(note: Note) -> str:
    places: dict[str, object] = {}
    if note.path:
        places["file"] = relative(note.path)
    if note.line:
        places["line"] = note.line
    places["title"] = f"mtaudit: {note.code}"
    return _command(_NOTE_COMMANDS[note.level], places, note.message)


def _command(name: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the runner unescapes the message of a command."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as the runner unescapes a property, in which colon and comma part things too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _closing(found: Sequence[Item]) -> str:
    """How many findings there are, and that GitHub does not show them all."""
    counts = Counter(item.level for item in found)
    total = f"mtaudit: {len(found):,} new finding{'' if len(found) == 1 else 's'}"
    if max(counts.values(), default=0) <= SHOWN:
        return total
    return f"{total}; GitHub shows the first {SHOWN} of each kind, the log has all"
