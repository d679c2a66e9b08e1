"""Penalty points: what one error weighs.

Severity multipliers 0, 1, 5, 25 are those of the MQM scoring models (themqm.org, "values and
scores"). A minor error of punctuation weighs 0.1, as in Freitag et al. 2021, "Experts, Errors, and
Context" (TACL 9).
"""

from collections.abc import Mapping

from audit.model.finding import Finding, FindingClass, Severity, State
from audit.model.mqm import MQM

MILLI = 1000
"""Points are reckoned in whole thousandths: sums of integers are the same in any order."""

SURE = 0.7
"""Confidence from which an error counts: seven in ten such findings are changed by an editor."""

_BY_SEVERITY: Mapping[Severity, float] = {
    Severity.NEUTRAL: 0,
    Severity.MINOR: 1,
    Severity.MAJOR: 5,
    Severity.CRITICAL: 25,
}
_MINOR_PUNCTUATION = 0.1


def enters(finding: Finding) -> bool:
    """Whether a finding counts against the score: a sure error that nobody has suppressed."""
    return _is_open_error(finding) and finding.confidence >= SURE


def is_unsure(finding: Finding) -> bool:
    """Whether a finding would count if it were surer."""
    return _is_open_error(finding) and finding.confidence < SURE


def is_open(finding: Finding) -> bool:
    """Whether a finding stands: new, or known to a baseline, which does not make it right."""
    return finding.state is not State.SUPPRESSED


def is_expected(finding: Finding) -> bool:
    """Whether a finding is part of the expected penalty: errors and queries of any confidence."""
    return is_open(finding) and finding.finding_class.asks


def points(finding: Finding, weights: Mapping[str, float]) -> int:
    """Thousandths of a point for one finding.

    `weights` are factors by MQM type or dimension; a type's own comes before its dimension's, and
    what is not named weighs 1 (the error-type weights of the MQM scorecard).
    """
    light = finding.mqm is MQM.PUNCTUATION and finding.severity is Severity.MINOR
    base = _MINOR_PUNCTUATION if light else _BY_SEVERITY[finding.severity]
    kind = finding.mqm
    weight = weights.get(kind.value, weights.get(kind.dimension.value, 1.0))
    return round(base * weight * MILLI)


def expected_points(finding: Finding, weights: Mapping[str, float]) -> int:
    """Thousandths of a point for one finding, times the probability that it is right."""
    return round(points(finding, weights) * finding.confidence)


def _is_open_error(finding: Finding) -> bool:
    return is_open(finding) and finding.finding_class is FindingClass.ERROR
