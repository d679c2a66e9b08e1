"""What the findings amount to: penalties, a score and its interval, and what speaks for holding.

Terms are those of the MQM scoring models (themqm.org) and of ISO 5060: an error carries penalty
points, their sum is the absolute penalty total, normed to 1,000 words it is the penalty, and 100
less a tenth of that is the overall quality score. `docs/scoring.md` has the formulas.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.mqm import MQM, Dimension

MODEL = "mtaudit/score/1"
"""Name and version of the scoring model: scores of two versions are not to be compared."""

SMALLEST_SAMPLE = 500
"""Words from which a penalty is normed: evaluation samples of 500 to 20,000 words are usual in MQM
practice (themqm.org). One major error in 200 words says nothing of the next 800."""

LEVEL = 0.95
"""Level of the bootstrap intervals: the share of resamples within."""


class Band(StrEnum):
    """How much there is to correct, in a word; the limits stand in `audit.score.norm`."""

    CLEAN = "clean"
    """No error counts."""
    LIGHT = "light"
    """Less than one major error in 500 words."""
    MODERATE = "moderate"
    """From one major error in 500 words on."""
    HEAVY = "heavy"
    """From one critical error in 500 words on, or as many lighter ones as weigh as much."""


class GateKind(StrEnum):
    """A reason to hold a text whatever its score."""

    CRITICAL = "critical"
    """An error or query of critical severity."""
    FOREIGN_SCRIPT = "foreign-script"
    """An error of the type untranslated: words left in the script or language of the source."""
    PAGE_RESIDUE = "page-residue"
    """A passage that belongs to the page."""
    NAME_QUERY = "name-query"
    """An open query about a name."""
    NUMBER_QUERY = "number-query"
    """An open query about a number, a date, a time, a unit or a sum of money."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One reason to hold, with the fingerprints of the findings behind it, in their order.

    Suppressed findings close no gate. `new` counts those that no baseline knows.
    """

    kind: GateKind
    findings: tuple[str, ...]
    new: int


@dataclass(frozen=True, slots=True)
class Penalty:
    """One counted error: its first finding, its type, its points, and how often it stands."""

    finding: str
    mqm: MQM
    points: float
    times: int = 1


@dataclass(frozen=True, slots=True)
class Share:
    """What one MQM dimension has in the absolute penalty total."""

    dimension: Dimension
    errors: int
    points: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A percentile bootstrap interval at `LEVEL`."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gauges:
    """What is measured beside the score and never enters it.

    `chrome_lines` and `chrome_words` are the lines of page residue and the words in them;
    `style_findings` are the findings of the dimension style, of any class.
    """

    chrome_lines: int = 0
    chrome_words: int = 0
    style_findings: int = 0


_NO_GAUGES = Gauges()


@dataclass(frozen=True, slots=True)
class Score:
    """What the findings of one document, or of several taken together, amount to.

    `words` is the evaluation word count: words of the body, page residue left out. `points` is the
    absolute penalty total. `expected_points` is the same over errors and queries, each weighed
    with its confidence. Of the errors that are sure enough, `errors` are counted, `repeats` are
    further places of counted ones, `enclosed` stand in or across another; `unsure` are too unsure.

    `penalty`, `expected_penalty` (points in 1,000 words) and `quality` (the overall quality score,
    0 to 100, rounded down to a tenth) are None for samples under 500 words. So are the intervals,
    also where no error counts or too few segments could be drawn from. `band` is None where there
    is no word. `shares` lists dimensions with an error, `gates` the gates that are closed;
    `penalties` is filled for a single document.
    """

    words: int
    points: float = 0.0
    expected_points: float = 0.0
    errors: int = 0
    repeats: int = 0
    enclosed: int = 0
    unsure: int = 0
    penalty: float | None = None
    expected_penalty: float | None = None
    penalty_interval: Interval | None = None
    quality: float | None = None
    quality_interval: Interval | None = None
    band: Band | None = None
    shares: tuple[Share, ...] = ()
    gates: tuple[Gate, ...] = ()
    gauges: Gauges = _NO_GAUGES
    penalties: tuple[Penalty, ...] = ()

    @property
    def hold(self) -> bool:
        """Whether a gate is closed."""
        return bool(self.gates)


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The score of all documents of one publisher or one language, taken together."""

    name: str
    documents: int
    score: Score


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores of a report.

    `documents` by document id lacks those that could not be analysed, `feed` is about the rest of
    them together. `publishers` and `languages` are in order of name; documents that name no
    publisher are in no publisher's score.
    """

    feed: Score
    documents: Mapping[str, Score] = field(default_factory=dict)
    publishers: tuple[GroupScore, ...] = ()
    languages: tuple[GroupScore, ...] = ()
