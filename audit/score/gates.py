"""Gates: findings that speak for holding a text, whatever its score.

An average hides the one wrong name on a front page. So these are asked first, each for itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from audit.config.rules import family
from audit.model.finding import Finding, FindingClass, Severity, State
from audit.model.mqm import MQM, Dimension
from audit.model.score import Gate, GateKind
from audit.score.points import is_open

_NAMES = "NAM"
_NUMBERS = "NUM"
"""Families of rules; ids are for ever, and so are the letters they begin with."""


def gates(findings: Iterable[Finding]) -> tuple[Gate, ...]:
    """The gates that `findings` close, in the order of `GateKind`."""
    standing = [one for one in findings if is_open(one)]
    return tuple(_closed(standing))


def _closed(standing: list[Finding]) -> Iterator[Gate]:
    for kind, closes in _CLOSES.items():
        behind = [one for one in standing if closes(one)]
        if behind:
            new = sum(one.state is State.NEW for one in behind)
            yield Gate(kind, tuple(one.fingerprint for one in behind), new)


def _is_critical(finding: Finding) -> bool:
    return finding.severity is Severity.CRITICAL and finding.finding_class.asks


def _is_untranslated(finding: Finding) -> bool:
    return finding.mqm is MQM.UNTRANSLATED and finding.finding_class is FindingClass.ERROR


def _is_chrome(finding: Finding) -> bool:
    return finding.finding_class is FindingClass.CHROME


def _asks_of_a_name(finding: Finding) -> bool:
    about = finding.entity is not None or family(finding.rule) == _NAMES
    return about and finding.finding_class is FindingClass.QUERY


def _asks_of_a_number(finding: Finding) -> bool:
    locale = finding.mqm.dimension is Dimension.LOCALE_CONVENTIONS
    notation = locale and finding.mqm is not MQM.NAME_FORMAT
    about = notation or family(finding.rule) == _NUMBERS
    return about and finding.finding_class is FindingClass.QUERY


_CLOSES: Mapping[GateKind, Callable[[Finding], bool]] = {
    GateKind.CRITICAL: _is_critical,
    GateKind.FOREIGN_SCRIPT: _is_untranslated,
    GateKind.PAGE_RESIDUE: _is_chrome,
    GateKind.NAME_QUERY: _asks_of_a_name,
    GateKind.NUMBER_QUERY: _asks_of_a_number,
}
