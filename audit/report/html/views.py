"""What the page shows, as typed values: all that the templates may speak of."""

from dataclasses import dataclass

from audit.report.html.reveal import Bit

Bits = tuple[Bit, ...]
"""Text from outside, ready to be drawn: plain runs and marks for invisible characters."""


Sentence = tuple[tuple[bool, Bits], ...]
"""A sentence of ours: runs that are quoted from outside (True) and our own (False)."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text from outside with its language and direction."""

    bits: Bits
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked piece of text with what stands before and after it."""

    before: Bits
    hit: Bits
    after: Bits
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of "what to do first": words, a name to begin with if any, and where to go."""

    text: str
    href: str
    name: Snippet | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are of one class, and what the class asks of an editor."""

    key: str
    label: str
    means: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a bar that is 100 wide: its class, where it begins and how wide it is."""

    class_key: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Change:
    """How many findings stand in one state against the baseline."""

    key: str
    label: str
    means: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One family of rules; `counts` by class, in the order of the columns."""

    id: str
    name: str
    counts: tuple[int, ...]
    bars: tuple[Bar, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Period:
    """A day or month: errors and queries (`asking`), and how high their column is, 0 to 100."""

    label: str
    documents: int
    asking: int
    others: int
    rate: str
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Findings over the dates of documents; `undated` says what it does not show."""

    periods: tuple[Period, ...]
    undated: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One line of the table of rules; class and severity are those of its worst finding."""

    id: str
    name: str
    why: str
    class_key: str
    class_label: str
    severity: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of the table of documents."""

    title: Snippet
    path: str
    language: str
    words: int
    count: int
    href: str
    score: str
    hold: bool
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One closed gate: what it is, how many findings close it, and where they are."""

    label: str
    findings: str
    href: str


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One MQM dimension; `percent` is its part of all penalty points, 0 to 100."""

    label: str
    errors: int
    points: str
    percent: float


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The score of one publisher or language."""

    name: str
    documents: int
    words: int
    score: str
    spread: str
    hold: bool


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The scores of all publishers or of all languages."""

    key: str
    title: str
    heading: str
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The score of all documents together: a number, or a band where there are too few words.

    `value` is either; `unit` follows a number, `lines` say how sure it is and what its band means,
    `facts` what stands behind it, each in a phrase.
    """

    value: str
    unit: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]
    hold_why: str
    holds: tuple[HoldLine, ...]
    shares: tuple[ShareRow, ...]
    groups: tuple[GroupTable, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One metric, or one kind of consistency: its value and what stands behind that."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class MetricsCard:
    """How the texts measure against their references, and how consistent they are."""

    heading: str
    measures: tuple[MeasureRow, ...]
    shares: tuple[MeasureRow, ...]
    signatures: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The first thing an editor sees; `rest` is said where there are no steps."""

    steps: tuple[Step, ...]
    rest: str
    tallies: tuple[Tally, ...]
    changes: tuple[Change, ...]
    families: tuple[FamilyRow, ...]
    timeline: Timeline | None
    rules: tuple[RuleRow, ...]
    documents: tuple[DocumentRow, ...]
    more_documents: bool
    score: ScoreCard | None = None
    metrics: MetricsCard | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """One spelling of a name; `role` is "proposed", "departs" or "other"."""

    text: Snippet
    count: int
    documents: int
    role: str
    role_label: str
    expected: Snippet | None = None
    variant: str = ""
    because: Sentence = ()


@dataclass(frozen=True, slots=True)
class NameCard:
    """One name with all its forms; `departing` counts the mentions that depart."""

    id: str
    title: Snippet
    kind: str
    basis: str
    because: Sentence
    confidence: str
    forms: tuple[FormRow, ...]
    mentions: int
    departing: int


@dataclass(frozen=True, slots=True)
class FixLine:
    """One proposed change; an empty text takes the passage out."""

    text: Snippet
    how_sure: str
    because: Sentence


@dataclass(frozen=True, slots=True)
class Compared:
    """Another form to compare: its text, where it stands first, and in how many more places."""

    text: Snippet
    places: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding as it is drawn without the script; `title` is that of its document.

    `severity` is empty where it has none.
    """

    anchor: str
    rule: str
    name: str
    class_key: str
    class_label: str
    severity: str
    state_key: str
    state_label: str
    confidence: str
    message: Sentence
    passage: Passage
    fixes: tuple[FixLine, ...]
    others: tuple[Compared, ...]
    title: Snippet
    place: str
    source: Passage | None = None
    source_label: str = ""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note of the run."""

    level_key: str
    level_label: str
    code: str
    message: Sentence
    where: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A language of the documents and the rules that know nothing of it."""

    language: str
    documents: str
    rules: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One language of the documents; `paired` counts those with a source, `rules` is "9 of 12"."""

    language: str
    documents: int
    words: int
    paired: int
    rules: str


@dataclass(frozen=True, slots=True)
class RanRow:
    """One family of rules that ran, each rule by id and name."""

    id: str
    name: str
    count: int
    rules: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What was checked, and what the report cannot vouch for; `pair_rules` may be empty."""

    read: tuple[ReadRow, ...]
    pair_rules: str
    notes: tuple[NoteLine, ...]
    gaps: tuple[Gap, ...]
    ran: tuple[RanRow, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page; `findings` and `names` are the static core, the rest is in the data."""

    audited: tuple[str, ...]
    signature: str
    summary: Summary
    names: tuple[NameCard, ...]
    names_count: int
    names_none: str
    short_names: tuple[NameCard, ...]
    short_count: int
    findings: tuple[FindingCard, ...]
    findings_count: int
    left_out: str
    findings_none: str
    unchecked: Unchecked
