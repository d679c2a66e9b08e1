"""What the report cannot vouch for: notes of the run, and rules that know nothing of a language."""

from collections import Counter
from collections.abc import Iterator

from audit.model.report import Note, NoteLevel
from audit.report.html.index import Index, capital, plain_name
from audit.report.html.languages import language_name
from audit.report.html.reveal import sentence
from audit.report.html.strings import Strings
from audit.report.html.views import Gap, NoteLine, Unchecked

LEVELS = (NoteLevel.ERROR, NoteLevel.WARNING, NoteLevel.INFO)
"""Worst first."""


def unchecked(index: Index, words: Strings) -> Unchecked:
    """Notes, gaps and the rules that ran."""
    notes = sorted(index.report.notes, key=lambda note: LEVELS.index(note.level))
    rules = index.report.rules.values()
    return Unchecked(
        notes=tuple(_note(note, words) for note in notes),
        gaps=tuple(_gaps(index, words)),
        ran=", ".join(f"{rule.id} {plain_name(rule.name)}" for rule in rules),
    )


def _note(note: Note, words: Strings) -> NoteLine:
    """One note, with its place in words."""
    line = words.line.format(n=note.line) if note.line else ""
    return NoteLine(
        level_key=note.level.value,
        level_label=getattr(words, f"level_{note.level}"),
        code=plain_name(note.code),
        message=sentence(capital(note.message)),
        where=", ".join(part for part in (note.path or "", line) if part),
    )


def _gaps(index: Index, words: Strings) -> Iterator[Gap]:
    """The languages that some rule that ran does not know, most documents first."""
    documents = Counter(document.lang for document in index.report.documents)
    for lang, number in sorted(documents.items(), key=lambda item: (-item[1], item[0])):
        silent = [rule for rule in index.report.rules.values() if not rule.knows(lang)]
        if silent:
            yield Gap(
                language=language_name(lang, words),
                documents=words.documents_count.of(number),
                rules=", ".join(f"{rule.id} {plain_name(rule.name)}" for rule in silent),
            )
