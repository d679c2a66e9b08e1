"""What counts and what it weighs."""

import pytest

from audit.model.finding import FindingClass, Severity, State
from audit.model.mqm import MQM
from audit.model.score import Penalty, Share
from audit.score.points import points
from tests.score.texts import article, error, scored

DOC = article(500)


@pytest.mark.parametrize(
    ("severity", "mqm", "weight"),
    [
        (Severity.NEUTRAL, MQM.GRAMMAR, 0),
        (Severity.MINOR, MQM.GRAMMAR, 1),
        (Severity.MAJOR, MQM.GRAMMAR, 5),
        (Severity.CRITICAL, MQM.GRAMMAR, 25),
        (Severity.NEUTRAL, MQM.PUNCTUATION, 0),
        (Severity.MINOR, MQM.PUNCTUATION, 0.1),
        (Severity.MAJOR, MQM.PUNCTUATION, 5),
    ],
)
def test_severities_weigh_what_mqm_says(severity: Severity, mqm: MQM, weight: float) -> None:
    made = scored(DOC, [error(DOC, "w7", severity, mqm=mqm)])
    assert made.points == weight
    assert made.shares == (Share(mqm.dimension, 1, weight),)


@pytest.mark.parametrize(
    ("weights", "weight"),
    [
        ({"linguistic-conventions": 0.5}, 2.5),
        ({"linguistic-conventions/grammar": 2}, 10),
        ({"linguistic-conventions": 0.5, "linguistic-conventions/grammar": 2}, 10),
        ({"style": 0, "linguistic-conventions/spelling": 0}, 5),
        ({"linguistic-conventions/grammar": 0}, 0),
    ],
)
def test_a_type_weighs_what_was_set_for_it_or_else_for_its_dimension(
    weights: dict[str, float], weight: float
) -> None:
    assert points(error(DOC, "w7"), weights) == weight * 1000
    assert scored(DOC, [error(DOC, "w7")], weights).points == weight


@pytest.mark.parametrize(
    ("kind", "confidence", "state", "counts"),
    [
        (FindingClass.ERROR, 0.7, State.NEW, True),
        (FindingClass.ERROR, 0.7, State.KNOWN, True),
        (FindingClass.ERROR, 1.0, State.SUPPRESSED, False),
        (FindingClass.ERROR, 0.69, State.NEW, False),
        (FindingClass.QUERY, 1.0, State.NEW, False),
        (FindingClass.INFO, 1.0, State.NEW, False),
        (FindingClass.CHROME, 1.0, State.NEW, False),
    ],
)
def test_only_sure_errors_that_nobody_suppressed_count(
    kind: FindingClass, confidence: float, state: State, counts: bool
) -> None:
    made = scored(DOC, [error(DOC, "w7", kind=kind, confidence=confidence, state=state)])
    assert made.points == (5 if counts else 0)
    assert made.errors == counts
    assert made.unsure == (confidence == 0.69)


def test_expected_points_weigh_errors_and_queries_with_their_confidence() -> None:
    found = [
        error(DOC, "w7", confidence=0.5),
        error(DOC, "w8", confidence=0.8, kind=FindingClass.QUERY),
        error(DOC, "w9", Severity.MINOR, confidence=0.9),
        error(DOC, "w10", kind=FindingClass.INFO),
        error(DOC, "w11", state=State.SUPPRESSED),
    ]
    made = scored(DOC, found)
    assert made.expected_points == pytest.approx(0.5 * 5 + 0.8 * 5 + 0.9)
    assert made.points == 1


def test_what_counts_can_be_added_up_by_hand() -> None:
    first, second = error(DOC, "w7"), error(DOC, "w9", Severity.MINOR, mqm=MQM.SPELLING)
    made = scored(DOC, [second, first])
    assert made.penalties == (
        Penalty(first.fingerprint, MQM.GRAMMAR, 5, 1),
        Penalty(second.fingerprint, MQM.SPELLING, 1, 1),
    )
