"""What audits of one feed amount to over time: a record of each, and the trend over all.

A record holds counts and names, no text: enough to draw a trend, small enough to keep for ever.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.names import Basis, Kind
from audit.model.score import SMALLEST_SAMPLE, Band, Interval


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was audited and how much was found in it; suppressed findings are left out.

    `classes` counts findings by class; `families` counts errors and queries by family of rules.
    """

    documents: int = 0
    words: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    families: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.documents + other.documents,
            self.words + other.words,
            dict(sorted((Counter(self.classes) + Counter(other.classes)).items())),
            dict(sorted((Counter(self.families) + Counter(other.families)).items())),
        )

    @property
    def asking(self) -> int:
        """Errors and queries: what an editor has to decide."""
        return self.classes.get("error", 0) + self.classes.get("query", 0)

    @property
    def small(self) -> bool:
        """Whether there are too few words to say anything of 1,000."""
        return self.words < SMALLEST_SAMPLE

    def rate(self, count: int) -> float | None:
        """`count` in 1,000 words; None where there was no word."""
        return 1000 * count / self.words if self.words else None


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name in the items of one audit.

    `mentions` counts its places there. `departing` are the spellings that an error or query was
    about, most frequent first, with their number; empty where all was in order. `canonical`,
    `basis` and `record` (id in the names authority) are those of that audit, `lang` is the language
    of its first mention.
    """

    canonical: str
    kind: Kind
    lang: str
    basis: Basis
    record: str | None
    mentions: int
    departing: tuple[tuple[str, int], ...] = ()
    findings: tuple[str, ...] = ()
    """Fingerprints of the errors and queries about it."""


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """What one audit amounts to.

    `days` splits `whole` by the day of publication (ISO 8601); items without a date are in no day.
    `settings` is the signature of the audit: two records of different ones do not measure the same.
    """

    whole: Tally
    days: Mapping[str, Tally]
    names: tuple[NameSeen, ...]
    settings: str
    quality: float | None = None
    quality_interval: Interval | None = None
    band: Band | None = None
    hold: bool = False


class NameState(StrEnum):
    """How a name that was spelled in several ways stands after the last audit."""

    NEW = "new"
    """Departs in the last audit for the first time."""
    STILL = "still"
    """Departs in the last audit, and did before."""
    UNSEEN = "unseen"
    """Departed before, and was not met since."""
    GONE = "gone"
    """Departed before, and was met since in good order."""


@dataclass(frozen=True, slots=True)
class NameTrend:
    """One name over all audits: `met` and `departed` count its places in each of them.

    `forms` are the departing spellings, most frequent first; `decided` says that a names file, the
    profile or a suppression settles it by now; `first` and `last` are the indexes of the first and
    last audit in which it departed.
    """

    canonical: str
    kind: Kind
    lang: str
    forms: tuple[str, ...]
    state: NameState
    decided: bool
    met: tuple[int, ...]
    departed: tuple[int, ...]
    first: int
    last: int

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide on the form."""
        return not self.decided and self.state is not NameState.GONE


@dataclass(frozen=True, slots=True)
class AuditPoint:
    """One audit in a trend: its number in the store, its record, and what it changed.

    `open_names` counts the names that waited for a decision after it. `resettled` says that it ran
    under other settings than the audit before.
    """

    number: int
    record: AuditRecord
    open_names: int
    resettled: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """Everything a trend page shows, oldest first; names in the order of what to do first.

    `days` is over all audits, by day of publication. `unrecorded` counts audits of which no record
    was kept: they were made before records were.
    """

    audits: tuple[AuditPoint, ...]
    days: tuple[tuple[str, Tally], ...]
    names: tuple[NameTrend, ...]
    unrecorded: int = 0
