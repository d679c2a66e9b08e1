"""Blocking: what may be one name meets, and a crowd of look-alikes costs no square of its size."""

from itertools import combinations

import pytest

from audit.link.block import CROWDED, candidates
from audit.link.forms import NameForm, forms_of
from audit.link.known import KnownForms
from tests.link.feed import NOTHING, documents


def forms(*texts: str, names: str, lang: str = "en") -> list[NameForm]:
    feed = documents(texts, names.split(", "), lang)
    return forms_of(feed, KnownForms(NOTHING, feed))


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
        ("Yamaya Kasumi", "Kasumi Yamaya"),
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


@pytest.mark.parametrize(("size", "met"), [(CROWDED, True), (CROWDED + 1, False)])
def test_a_crowd_under_one_key_is_passed_over(size: int, met: bool) -> None:
    letters = "bcdfghjklm"
    names = [f"Alex{a}o{b}ur" for a in letters for b in letters][:size]
    found = forms(" ".join(names), names=", ".join(names))
    pairs = set(candidates(found))
    assert (len(pairs) == len(list(combinations(found, 2)))) is met
