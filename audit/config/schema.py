"""The configuration: one frozen value, parsed once and handed down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from audit.model.finding import SEVERITIES, Finding, FindingClass, Severity, State
from audit.model.score import GateKind


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
class Config:
    """What the user set; every field has the default that applies without a configuration file.

    `authority` are paths of the publisher's own names files, `glossary` of its glossaries, both
    strongest first. `select` and
    `ignore` name rules, families ("NAM") or rule names; an empty `select` means all rules that are
    on by default. `mentions` says who finds the names. `jobs` is the number of processes, never 0.
    `reports` are the reports to write beside the console summary. `fail_under` is the lowest
    quality score, over all inputs together, with which `check` exits 0; `fail_on_gate` are the
    gates that make it exit 1. `score_weights` are factors on penalty points by MQM type or
    dimension, 1 where nothing is said. `rule_options` are the settings of single rules by rule id,
    already typed.
    """

    lang: str | None = None
    profile: str | None = None
    authority: tuple[str, ...] = ()
    builtin_authority: bool = True
    glossary: tuple[str, ...] = ()
    scope: LinkScope = LinkScope.FEED
    mentions: FinderRequest = LIGHT
    fail_on: FailOn = FailOn.ERROR
    fail_under: float | None = None
    fail_on_gate: tuple[GateKind, ...] = ()
    score_weights: Mapping[str, float] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    jobs: int = 1
    reports: tuple[ReportRequest, ...] = ()
    rule_options: Mapping[str, Any] = field(default_factory=dict)
