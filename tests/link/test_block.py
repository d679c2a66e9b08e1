"""Blocking: what may be one name meets, and a crowd of look-alikes costs no square of its size."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import JaroWinkler

from audit.link.block import ALL_WITH_ALL, NEAR_LETTERS, candidates, near_letters
from audit.link.forms import Forms
from audit.link.gather import forms_of
from audit.link.known import KnownForms
from tests.link.feed import NOTHING, documents


def forms(*texts: str, names: str, lang: str = "en") -> Forms:
    feed = documents(texts, names.split(", "), lang)
    return forms_of(feed, KnownForms(NOTHING))


def meet(*texts: str, names: str, lang: str = "en") -> set[frozenset[str]]:
    found = forms(*texts, names=names, lang=lang)
    return {frozenset({found[a].text, found[b].text}) for a, b in candidates(found)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong-un"),
        ("Mykhailo Podolyak", "Mykhailo Podoliak"),
        ("Khasan", "Hasan"),
        ("Vladimir Putin", "Putin"),
        ("Moritani Kasane", "Kasane Moritani"),
        ("Zhong Nanshan", "Zhongnanshan"),
    ],
)
def test_what_a_scheme_explains_meets_over_the_feed(one: str, other: str) -> None:
    assert meet(one, other, names=f"{one}, {other}") == {frozenset({one, other})}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kharkiv", "Kharkov"), ("Hostomel", "Gostomel"), ("Monteith", "Moneith"), ("Elon", "Ilon")],
)
def test_a_likeness_meets_within_a_document_only(one: str, other: str) -> None:
    assert meet(f"{one} {other}", names=f"{one}, {other}") == {frozenset({one, other})}
    assert meet(one, other, names=f"{one}, {other}") == set()


def test_cases_of_one_name_meet_over_the_feed() -> None:
    assert meet("Буча", "Бучі", names="Буча, Бучі", lang="uk") == {frozenset({"Буча", "Бучі"})}


def test_each_pair_comes_once_and_in_order() -> None:
    found = forms(
        "Kim Jong Un, Kim Jong-un, Kim, Jong", names="Kim Jong Un, Kim Jong-un, Kim, Jong"
    )
    pairs = list(candidates(found))
    assert len(pairs) == len(set(pairs))
    assert all(one < other for one, other in pairs)


@pytest.mark.parametrize(("size", "met"), [(ALL_WITH_ALL, True), (ALL_WITH_ALL + 1, False)])
def test_a_crowd_of_one_beginning_is_passed_over(size: int, met: bool) -> None:
    letters = "bcdfghjklmnprstvwz"
    names = [f"Alex{a}o{b}ur" for a in letters for b in letters][:size]
    found = forms(" ".join(names), names=", ".join(names))
    pairs = set(candidates(found))
    assert (len(pairs) == len(list(combinations(found, 2)))) is met


def test_parts_with_nearly_the_same_letters_meet() -> None:
    assert meet("Suxinin Sukhinin", names="Suxinin, Sukhinin") == {
        frozenset({"Suxinin", "Sukhinin"})
    }


@given(st.lists(st.text("abcdeklmnorst", min_size=3, max_size=9), min_size=2, max_size=12))
def test_near_letters_are_all_pairs_above_the_likeness(parts: list[str]) -> None:
    expected = {
        (a, b)
        for a, b in combinations(range(len(parts)), 2)
        if JaroWinkler.similarity(parts[a], parts[b]) >= NEAR_LETTERS
    }
    assert set(near_letters(parts, NEAR_LETTERS)) == expected
