"""The configuration: one frozen value, parsed once and handed down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from audit.model.finding import SEVERITIES, Finding, FindingClass, Severity, State
from audit.model.score import GateKind
from audit.neural.request import ModelSettings


class LinkScope(StrEnum):
    """Over what names are linked: all inputs together, or each document by itself."""

    FEED = "feed"
    DOCUMENT = "document"


class FailOn(StrEnum):
    """The lightest finding that makes `check` exit 1; heaviest first.

    Each value takes in all that stand before it. `critical`, `major` and `error` look at findings
    of class error alone, the first two by severity; the lower values add a class each. Findings
    that a baseline knows or a suppression covers never count.
    """

    CRITICAL = "critical"
    """Errors of critical severity."""
    MAJOR = "major"
    """Errors of major severity at least."""
    ERROR = "error"
    """Errors of any severity."""
    QUERY = "query"
    """Errors and queries."""
    CHROME = "chrome"
    """Errors, queries and residue of the page."""
    INFO = "info"
    """Every finding."""
    NEVER = "never"
    """Nothing: findings do not fail the run."""

    def met_by(self, finding: Finding) -> bool:
        """Whether `finding` is heavy enough to make the run fail."""
        if finding.state is not State.NEW:
            return False
        floor = _ERROR_FLOOR.get(self)
        if floor is not None:
            heavy = SEVERITIES.index(finding.severity) >= SEVERITIES.index(floor)
            return heavy and finding.finding_class is FindingClass.ERROR
        return finding.finding_class in _CLASSES.get(self, ())


_ERROR_FLOOR = {FailOn.CRITICAL: Severity.CRITICAL, FailOn.MAJOR: Severity.MAJOR}

_CLASSES: Mapping[FailOn, tuple[FindingClass, ...]] = {
    FailOn.ERROR: (FindingClass.ERROR,),
    FailOn.QUERY: (FindingClass.ERROR, FindingClass.QUERY),
    FailOn.CHROME: (FindingClass.ERROR, FindingClass.QUERY, FindingClass.CHROME),
    FailOn.INFO: tuple(FindingClass),
}


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One report to write: a format, and the file it goes to or None for standard output."""

    format: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class FinderRequest:
    """Who finds the names: a finder, and what it is to work with (a model), if it takes that."""

    name: str
    argument: str | None = None

    def __str__(self) -> str:
        return self.name if self.argument is None else f"{self.name}:{self.argument}"


LIGHT = FinderRequest("light")
"""The finder that needs nothing but this package."""


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """What documents are examined on: an engine, and where it is, if not on this machine."""

    name: str
    address: str | None = None

    def __str__(self) -> str:
        return self.name if self.address is None else f"{self.name}:{self.address}"


LOCAL = EngineRequest("local")
"""The processes of this machine."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the user set; every field has the default that applies without a configuration file."""

    lang: str | None = None
    """Language of texts that do not name theirs, as a BCP 47 tag."""
    source_lang: str | None = None
    """The same of their sources."""
    source: str | None = None
    """A file or folder with the source texts."""
    columns: Mapping[str, str | int] = field(default_factory=dict)
    """Which columns of tables hold what: by name, or by number from 1."""
    profile: str | None = None
    """The style profile, such as `ap`."""
    authority: tuple[str, ...] = ()
    """Paths of the publisher's own names files, strongest first."""
    builtin_authority: bool = True
    """Whether the names that come with the program count."""
    glossary: tuple[str, ...] = ()
    """Paths of the publisher's glossaries, strongest first."""
    scope: LinkScope = LinkScope.FEED
    """Over what names are linked."""
    mentions: FinderRequest = LIGHT
    """Who finds the names."""
    models: ModelSettings = field(default_factory=ModelSettings)
    """The neural models that take part, and how all of them run."""
    fail_on: FailOn = FailOn.ERROR
    """The lightest finding that makes `check` exit 1."""
    fail_under: float | None = None
    """The lowest quality score, over all inputs together, with which `check` exits 0."""
    fail_on_gate: tuple[GateKind, ...] = ()
    """The gates that make `check` exit 1."""
    score_weights: Mapping[str, float] = field(default_factory=dict)
    """Factors on penalty points by MQM type or dimension, 1 where nothing is said."""
    select: tuple[str, ...] = ()
    """Rules, families (`NAM`) or rule names to run; empty for all that are on by default."""
    ignore: tuple[str, ...] = ()
    """Rules, families or rule names not to run."""
    exclude: tuple[str, ...] = ()
    """Glob patterns of inputs to leave out."""
    jobs: int = 1
    """The number of processes, never 0."""
    engine: EngineRequest = LOCAL
    """What documents are examined on."""
    reports: tuple[ReportRequest, ...] = ()
    """The reports to write beside the console summary."""
    report_lang: str = "en"
    """The language that an HTML report speaks."""
    max_report_findings: int | None = None
    """How many findings an HTML report may hold."""
    rule_options: Mapping[str, Any] = field(default_factory=dict)
    """The settings of single rules by rule id, already typed."""
    suppressions: str | None = None
    """Path of the suppressions file."""
    baseline: str | None = None
    """Path of the baseline file."""
    metrics: bool = False
    """Whether texts are also measured by the references that they bring."""
    cache: str | None = None
    """Folder in which to keep what was found of single documents; None for nowhere."""
    diff_base: str | None = None
    """The commit since which changed lines count; findings on others are known."""
    as_of: str | None = None
    """The ISO date on which suppressions with a last day are judged."""
