"""What a rule says (`Hit`) and what the tool reports (`Finding`)."""

from dataclasses import dataclass
from enum import StrEnum

from audit.model.mqm import MQM
from audit.model.place import Place, Span


class Severity(StrEnum):
    """MQM severity levels; the order of weight is `SEVERITIES`."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


SEVERITIES = (Severity.NEUTRAL, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
"""Lightest first."""


class FindingClass(StrEnum):
    """What an editor is to make of a finding; only errors count against a score."""

    ERROR = "error"
    """We are sure: change it."""
    QUERY = "query"
    """We are not sure: look at it."""
    CHROME = "chrome"
    """Residue of the page, no fault of the translation: take it out."""
    INFO = "info"
    """Worth knowing, nothing to do."""

    @property
    def asks(self) -> bool:
        """Whether an editor has something to decide: an error or a query."""
        return self in (FindingClass.ERROR, FindingClass.QUERY)


class State(StrEnum):
    """How a finding stands against the baseline and the suppressions."""

    NEW = "new"
    KNOWN = "known"
    SUPPRESSED = "suppressed"


class Applicability(StrEnum):
    """How far a fix may be trusted."""

    SAFE = "safe"
    """May be applied unseen: the meaning cannot change."""
    UNSAFE = "unsafe"
    """Right in most cases; a person should look."""
    DISPLAY = "display"
    """A hint for a person; not to be applied by a program."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement for the text of a finding, with the reason for it.

    An empty `replacement` deletes the text.
    """

    replacement: str
    applicability: Applicability
    because: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another passage a hit speaks of: another form of the name, the first of two sentences.

    `document` is a document id, or `authority:RECORD` with `Span(0, len(text))` where the other
    form stands in the names authority and nowhere in the inputs.
    """

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """A passage of the source that a hit speaks of.

    `pair` is the index of its pair in `Document.pairs`; `start` and `end` count code points in the
    source of that pair.
    """

    pair: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule says: where, and what fills its message. No severity, no prose.

    `values` fill the placeholders of the rule's `says`. `confidence` 0..1 is the probability that
    an editor would accept the hit; `finding_class` overrides the rule's own, for a rule that is
    sure of some of its hits only.
    """

    document: str
    at: Span
    values: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    confidence: float = 1.0
    finding_class: FindingClass | None = None
    entity: str | None = None
    source: SourcePassage | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A `Related` passage as the report says it: `start` and `end` as in `Place`."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the tool reports; made by `normalize` alone.

    `fingerprint` stays the same when other parts of the document change; `span` is where the
    finding stands in `Document.text`, `place` where it stands in the user's file.
    """

    fingerprint: str
    rule: str
    name: str
    finding_class: FindingClass
    severity: Severity
    confidence: float
    mqm: MQM
    message: str
    document: str
    span: Span
    place: Place
    text: str
    entity: str | None = None
    related: tuple[Reference, ...] = ()
    fixes: tuple[Fix, ...] = ()
    source: SourcePassage | None = None
    state: State = State.NEW
