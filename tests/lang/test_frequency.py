"""Pairs of words: what usually stands together, and silence where nothing is known."""

import pytest

from audit.lang.frequency import counts, go_together


@pytest.mark.parametrize(
    ("first", "second"), [("have", "occurred"), ("up", "to"), ("more", "than")]
)
def test_usual_pairs_go_together(first: str, second: str) -> None:
    assert go_together(first, second, "en")
    assert go_together(first, second, "en-GB")


@pytest.mark.parametrize(("first", "second"), [("of", "is"), ("had", "ferry"), ("xyzzy", "to")])
def test_chance_neighbours_and_unknown_words_do_not(first: str, second: str) -> None:
    assert not go_together(first, second, "en")


def test_nothing_is_known_of_other_languages() -> None:
    assert not counts("de")
    assert not go_together("have", "occurred", "de")
