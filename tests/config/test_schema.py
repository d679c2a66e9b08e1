"""Which findings make a run fail."""

import pytest

from audit.config.schema import FailOn
from audit.model.finding import FindingClass, Severity, State
from tests.builders import document, finding

DOC = document("The text.")
ORDER = list(FailOn)


def counts(fail_on: FailOn, kind: FindingClass, weight: Severity, state: State) -> bool:
    made = finding(DOC, "text", finding_class=kind, severity=weight, state=state)
    return fail_on.met_by(made)


@pytest.mark.parametrize(
    ("kind", "weight", "lightest"),
    [
        (FindingClass.ERROR, Severity.CRITICAL, FailOn.CRITICAL),
        (FindingClass.ERROR, Severity.MAJOR, FailOn.MAJOR),
        (FindingClass.ERROR, Severity.MINOR, FailOn.ERROR),
        (FindingClass.ERROR, Severity.NEUTRAL, FailOn.ERROR),
        (FindingClass.QUERY, Severity.CRITICAL, FailOn.QUERY),
        (FindingClass.CHROME, Severity.MAJOR, FailOn.CHROME),
        (FindingClass.INFO, Severity.CRITICAL, FailOn.INFO),
    ],
)
def test_a_finding_counts_from_its_own_level_on(
    kind: FindingClass, weight: Severity, lightest: FailOn
) -> None:
    counted = [one for one in ORDER if counts(one, kind, weight, State.NEW)]
    assert counted == ORDER[ORDER.index(lightest) : ORDER.index(FailOn.NEVER)]


@pytest.mark.parametrize("state", [State.KNOWN, State.SUPPRESSED])
@pytest.mark.parametrize("fail_on", FailOn)
def test_known_and_suppressed_findings_never_count(fail_on: FailOn, state: State) -> None:
    assert not counts(fail_on, FindingClass.ERROR, Severity.CRITICAL, state)
