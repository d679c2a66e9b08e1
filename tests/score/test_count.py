"""Identical errors count once; of overlapping ones those that weigh most, the outer at a tie."""

import pytest

from audit.model.finding import Finding, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.score.count import count
from tests.builders import document
from tests.score.texts import error

DOC = document("the the cat, The  the dog, the the end of it all")


def counted(*findings: tuple[Finding, int]) -> list[tuple[str, int, int]]:
    return [(one.finding.text, one.points, one.times) for one in count(findings).errors]


def at(start: int, end: int, **more: object) -> Finding:
    return error(DOC, Span(start, end), **more)  # type: ignore[arg-type]


def test_identical_errors_count_once_whatever_their_case_and_blanks() -> None:
    first, second, third = at(0, 7, fix="the"), at(13, 21, fix="The"), at(27, 34, fix="the")
    assert counted((third, 1), (first, 1), (second, 1)) == [("the the", 1, 3)]


@pytest.mark.parametrize(
    "other",
    [
        at(27, 34, fix="THAT"),
        at(27, 34, fix=None),
        at(27, 34, fix="the", mqm=MQM.ADDITION),
        at(27, 38, fix="the"),
    ],
    ids=["fix", "no fix", "type", "text"],
)
def test_errors_that_differ_in_type_text_or_fix_are_two(other: Finding) -> None:
    assert len(counted((at(0, 7, fix="the"), 1), (other, 1))) == 2


def test_a_repeated_error_is_as_heavy_as_its_heaviest_place() -> None:
    assert counted((at(0, 7), 1), (at(27, 34), 5)) == [("the the", 5, 2)]


def test_two_rules_at_one_place_are_no_repeat() -> None:
    found = count([(at(0, 7), 1), (at(0, 7, rule="XYZ002"), 5)])
    assert [(one.points, one.times) for one in found.errors] == [(5, 1)]


def test_the_outer_error_stands_for_those_within() -> None:
    found = count([(at(0, 40), 5), (at(2, 4), 1), (at(8, 11), 1), (at(20, 30), 3)])
    assert [one.finding.span for one in found.errors] == [Span(0, 40)]
    assert found.enclosed == 3


def test_the_outer_error_hides_none_that_is_graver() -> None:
    found = count([(at(0, 40), 1), (at(8, 11), 25)])
    assert [one.finding.span for one in found.errors] == [Span(8, 11)]
    assert found.enclosed == 1


def test_a_repeated_error_is_not_hidden_by_an_outer_one() -> None:
    found = count([(at(0, 12), 5), (at(0, 7), 1), (at(27, 34), 1)])
    assert [(one.points, one.times) for one in found.errors] == [(1, 2), (5, 1)]
    assert found.enclosed == 0


def test_neighbours_and_points_do_not_overlap() -> None:
    spans = [(0, 3), (3, 3), (3, 7)]
    assert count([(at(*span), 1) for span in spans]).enclosed == 0
    assert count([(at(0, 7), 1), (at(3, 3, severity=Severity.MINOR), 1)]).enclosed == 1
