"""What all formats for CI list: the new findings, worst first, each with its place in its file."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import overload

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


def new_items(report: Report) -> Sequence[Item]:
    """The findings that no baseline knows and no suppression covers, worst first."""
    return items(report, lambda one: one.state is State.NEW)


def items(report: Report, lists: Callable[[Finding], bool] = lambda _: True) -> Sequence[Item]:
    """The findings of `report` that it `lists`, worst first; equally grave ones in its order."""
    ranks: dict[tuple[int, int, float], array[int]] = defaultdict(lambda: array("Q"))
    for number, finding in enumerate(report.findings):
        if lists(finding):
            ranks[_gravity(finding)].append(number)
    order = array("Q")
    for rank in sorted(ranks):
        order.extend(ranks[rank])
    return _Items(report, order)


class _Items(Sequence[Item]):
    """Items that are made when they are asked for: a report may hold more than memory does."""

    def __init__(self, report: Report, order: Sequence[int]) -> None:
        self._report = report
        self._order = order
        self._numbers = {one.id: number for number, one in enumerate(report.documents)}

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return [self._item(number) for number in self._order[at]]
        return self._item(self._order[at])

    def _item(self, number: int) -> Item:
        finding = self._report.findings[number]
        document = self._report.documents[self._numbers[finding.document]]
        return Item(
            finding=finding,
            document=document,
            level=level_of(finding.finding_class),
            path=relative(document.path),
            region=document.origin.region(finding.span),
        )


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
