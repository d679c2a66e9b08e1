"""Given names: forms of one, translations and short forms, and two."""

import pytest

from audit.lang.given import families, is_relative, relatives, same_given_name
from audit.text.skeleton import skeleton


@pytest.mark.parametrize(
    ("one", "other", "same", "relative"),
    [
        ("Oleksandr", "Alexander", True, False),
        ("Helen", "Yelena", False, True),
        ("Liza", "Elizaveta", False, True),
        ("Michael", "Mykhailo", False, True),
        ("Alex", "Alexei", False, True),
        ("Andrei", "Anton", False, False),
        ("Ahmed", "Mohammed", False, False),
        ("Alex", "Zyzzyx", None, False),
    ],
)
def test_two_given_names(one: str, other: str, same: bool | None, relative: bool) -> None:
    for a, b in ((one, other), (other, one)):
        assert same_given_name(a, b) is same
        assert is_relative(a, b) is relative


def test_each_relation_is_of_two_families_and_goes_both_ways() -> None:
    for one, others in relatives().items():
        assert others
        assert one not in others
        assert all(one in relatives()[other] for other in others)


def test_no_row_relates_a_man_s_name_to_a_woman_s() -> None:
    table = families()
    women, men = (
        {number for name in names for number in table[skeleton(name)]}
        for names in (("Anna", "Maria", "Irina"), ("Ivan", "Boris", "Igor"))
    )
    reached = women
    while more := {next_ for one in reached for next_ in relatives().get(one, ())} - reached:
        reached |= more
    assert reached.isdisjoint(men)
