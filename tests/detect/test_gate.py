"""Gates change the time of a search and never what it finds."""

import gc
import re
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.detect import load
from audit.detect.gate import Gate, Gated, small
from tests.detect import engine

RULES = tuple(load().values())
TEXTS = sorted(
    {engine.unmark(text).text for rule in RULES for one in rule.examples for text in one.texts}
)
CAPITALS = ("wİth tHE", "ſELF DEFENSE", "ON THE DAY BEFORE", "The \u212aing")


@cache
def every_gated() -> tuple[Gated, ...]:
    """All patterns behind gates, those that rules make when they first run among them."""
    for rule in RULES:
        for example in rule.examples[:1]:
            engine.run(rule, engine.documents(example))
    return tuple(one for one in gc.get_objects() if isinstance(one, Gated))


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


def test_gated_patterns_find_in_all_examples_what_they_find_alone() -> None:
    met = 0
    for one in every_gated():
        found = [spans(one.pattern.finditer(text)) for text in TEXTS]
        assert [spans(one.finditer(text)) for text in TEXTS] == found
        met += any(found)
        assert not all(map(one.gate.lets, TEXTS)), f"no gate at all: {one.pattern.pattern}"
    assert met > 5


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from((*TEXTS, *CAPITALS)), min_size=1, max_size=3), st.booleans())
def test_gated_patterns_find_the_same_in_mixed_texts(parts: list[str], upper: bool) -> None:
    text = "\n".join(parts)
    text = text.upper() if upper else text
    for one in every_gated():
        assert spans(one.finditer(text)) == spans(one.pattern.finditer(text))


@given(st.sampled_from("aisk"), st.sampled_from("aAiIİısSſkK\u212a"))
def test_small_letters_are_those_of_a_pattern_that_ignores_case(letter: str, other: str) -> None:
    assert (re.fullmatch(letter, other, re.IGNORECASE) is not None) == (small(other) == letter)


@pytest.mark.parametrize("needles", [("ab", "é"), tuple(f"{n}-" for n in range(20))])
def test_a_gate_lets_what_holds_a_needle(needles: tuple[str, ...]) -> None:
    gate = Gate(*needles)
    assert all(gate.lets(f"x {needle} y") for needle in needles)
    assert not gate.lets("x y")
