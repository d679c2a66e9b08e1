"""What all formats for CI list: the new findings, worst first, each with its place in its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from audit.model.finding import SEVERITIES, Finding, FindingClass, State
from audit.model.place import Region
from audit.model.report import Report
from audit.model.text import Document


class Level(StrEnum):
    """The three weights that CI systems know.

    An error is what `--fail-on error`, the default, fails by; queries and page residue are
    warnings, remarks are notes.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_LEVELS = {
    FindingClass.ERROR: Level.ERROR,
    FindingClass.QUERY: Level.WARNING,
    FindingClass.CHROME: Level.WARNING,
    FindingClass.INFO: Level.NOTE,
}
_CLASSES = tuple(_LEVELS)


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as a CI system shows it: how grave, in which file, where in it."""

    finding: Finding
    document: Document
    level: Level
    path: str
    region: Region

    @property
    def message(self) -> str:
        """The message with what to write instead, and the first ground for it."""
        fix = self.finding.fixes[0] if self.finding.fixes else None
        if fix is None:
            return self.finding.message
        advice = f"write “{fix.replacement}”" if fix.replacement else "take it out"
        return f"{self.finding.message}; {advice} ({fix.because.partition(';')[0].rstrip('.')})"

    @property
    def weight(self) -> str:
        """Class and severity, for formats that know neither: `error/major`."""
        return f"{self.finding.finding_class}/{self.finding.severity}"


def level_of(finding_class: FindingClass) -> Level:
    """How grave findings of a class are for a CI system."""
    return _LEVELS[finding_class]


def new_items(report: Report) -> list[Item]:
    """The findings that no baseline knows and no suppression covers, worst first."""
    return items(report, [one for one in report.findings if one.state is State.NEW])


def items(report: Report, findings: Sequence[Finding]) -> list[Item]:
    """`findings` of `report`, worst first; equally grave ones stay in the report's order."""
    documents = {one.id: one for one in report.documents}
    return [
        Item(
            finding=one,
            document=documents[one.document],
            level=level_of(one.finding_class),
            path=relative(documents[one.document].path),
            region=documents[one.document].origin.region(one.span),
        )
        for one in sorted(findings, key=_gravity)
    ]


def relative(path: str) -> str:
    """`path` as a CI system wants it: from the folder of the run, with forward slashes."""
    here = PurePath(path)
    if here.is_absolute() and here.is_relative_to(Path.cwd()):
        here = here.relative_to(Path.cwd())
    return here.as_posix()


def _gravity(finding: Finding) -> tuple[int, int, float]:
    return (
        _CLASSES.index(finding.finding_class),
        -SEVERITIES.index(finding.severity),
        -finding.confidence,
    )
