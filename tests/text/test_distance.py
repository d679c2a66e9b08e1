"""Distance: nothing on itself, the same both ways, and what the definition by recursion says."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.distance import ANY, H_LOST, VOWEL_FOR_VOWEL, VOWEL_LOST, _gap, _swap, distance
from audit.text.skeleton import skeleton

NAMES = st.text("abdeghiklmnoprstuvzyхаскб", max_size=7)


def slow(first: str, second: str) -> float:
    """The cheapest way from one skeleton to the other, tried out."""
    a, b = skeleton(first), skeleton(second)

    @cache
    def cost(i: int, j: int) -> float:
        if i == len(a) and j == len(b):
            return 0.0
        ways = []
        if i < len(a):
            ways.append(_gap(a[i]) + cost(i + 1, j))
        if j < len(b):
            ways.append(_gap(b[j]) + cost(i, j + 1))
        if i < len(a) and j < len(b):
            ways.append(_swap(a[i], b[j]) + cost(i + 1, j + 1))
        return min(ways)

    return cost(0, 0)


@given(NAMES, NAMES)
def test_is_the_cheapest_of_all_ways(first: str, second: str) -> None:
    assert distance(first, second) == pytest.approx(slow(first, second))


@given(NAMES)
def test_is_nothing_on_itself(name: str) -> None:
    assert distance(name, name) == 0


@given(NAMES, NAMES)
def test_is_the_same_both_ways(first: str, second: str) -> None:
    assert distance(first, second) == pytest.approx(distance(second, first))


@given(NAMES, NAMES)
def test_is_nothing_only_between_equal_skeletons(first: str, second: str) -> None:
    assert (distance(first, second) == 0) == (skeleton(first) == skeleton(second))


@pytest.mark.parametrize(
    ("first", "second", "cost"),
    [
        ("Kharkiv", "Kharkov", VOWEL_FOR_VOWEL),
        ("Elisha", "Elisa", None),
        ("Petrov", "Petrovo", VOWEL_LOST),
        ("Hamman", "Amman", H_LOST),
        ("Ivanov", "Ivanok", ANY),
    ],
)
def test_costs_are_those_of_the_table(first: str, second: str, cost: float | None) -> None:
    assert distance(first, second) == pytest.approx(slow(first, second) if cost is None else cost)


@pytest.mark.parametrize(
    ("name", "near", "far"),
    [
        ("Kharkiv", "Kharkov", "Kherson"),
        ("Hostomel", "Gostomel", "Mostomel"),
        ("Serhiy", "Sergiy", "Serbiy"),
        ("Barabanov", "Varabanov", "Sarabanov"),
    ],
)
def test_a_kindred_sound_is_nearer_than_a_strange_one(name: str, near: str, far: str) -> None:
    assert distance(name, near) < distance(name, far)
