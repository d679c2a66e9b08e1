"""The report: the only thing a reporter receives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from audit.model.comparison import Comparison
from audit.model.finding import Finding
from audit.model.names import Entity
from audit.model.rule import Rule
from audit.model.score import Scores
from audit.model.text import Document


class NoteLevel(StrEnum):
    """How a note bears on the exit code."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    """Something the user asked for was not done; the run does not end in success."""


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """Something the reader of a report must know beside the findings.

    Unreadable input, skipped files, caps, languages without rules: nothing is dropped silently.
    `code` is a kebab-case name of the kind of note; `path` the input it is about, as the user
    named it; `line` the 1-based line in it where that is known.
    """

    level: NoteLevel
    code: str
    message: str
    path: str | None = None
    line: int | None = None


_LEVELS = (NoteLevel.ERROR, NoteLevel.WARNING, NoteLevel.INFO)


def worst_first(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in the order of a report, each once."""

    def weight(note: Note) -> tuple[int, str, int, str, str]:
        level = _LEVELS.index(note.level)
        return (level, note.path or "", note.line or 0, note.code, note.message)

    return tuple(sorted(set(notes), key=weight))


@dataclass(frozen=True, slots=True)
class Signature:
    """Every setting that can change a finding, printed with the findings.

    Two reports with one signature over one input are the same bytes.
    """

    version: str
    scope: str
    profile: str
    rules: str
    settings: str
    authority: str
    mentions: str = "light"
    glossary: str = "none"
    models: str = "none"

    def __str__(self) -> str:
        return (
            f"mtaudit:{self.version}|scope:{self.scope}|profile:{self.profile}"
            f"|rules:{self.rules}|settings:{self.settings}|authority:{self.authority}"
            f"|mentions:{self.mentions}|glossary:{self.glossary}|models:{self.models}"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """Everything an audit found, in the order it is to be shown.

    `documents` in order of input, `findings` by document and place, `entities` by weight, `notes`
    worst first. `rules` are those that ran, by id. Documents, entities and findings of a large
    feed lie on disk and are read anew each time: go through them, do not gather them.
    """

    signature: Signature
    documents: Sequence[Document]
    entities: Sequence[Entity]
    findings: Sequence[Finding]
    notes: tuple[Note, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    """Words per document id, counted as `text.words.count_words` does."""
    scores: Scores | None = None
    """What the findings amount to; None where nobody has scored."""
    comparison: Comparison | None = None
    """How the texts measure against their references; None where nobody asked for it."""

    def noting(self, notes: Iterable[Note]) -> "Report":
        """The same report with further notes."""
        return replace(self, notes=worst_first((*self.notes, *notes)))
