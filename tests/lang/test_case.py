"""Names put into the case of the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang.case import in_case_of, surely_nominative
from audit.lang.inflection import inflects_to


@pytest.mark.parametrize(
    ("name", "met", "lang", "expected"),
    [
        ("Харріс", "Гарріса", "uk", "Харріса"),
        ("Харріс", "Гарріс", "uk", "Харріс"),
        ("Зеленський", "Зеленьского", "uk", "Зеленського"),
        ("Харків", "Харькова", "uk", "Харкова"),
        ("Марта Ковальська", "Марті Ковалській", "uk", "Марті Ковальській"),
        ("Хасан", "Гасаном", "ru", "Хасаном"),
        ("Козловская", "Казловской", "ru", "Козловской"),
        ("Kowalski", "Kovalskiego", "pl", "Kowalskiego"),
        ("Novák", "Nowáka", "cs", "Nováka"),
    ],
)
def test_the_ending_of_the_place_is_kept(name: str, met: str, lang: str, expected: str) -> None:
    assert in_case_of(name, met, lang, nominative=True) == expected


@pytest.mark.parametrize(
    ("name", "met", "lang"),
    [
        ("Кайел", "Кейла", "uk"),  # Кайела, or Кайла as Орла of Орел
        ("Ван Дейк", "Вандейка", "uk"),
        ("Dupont", "Dupond", "fr"),
        ("Петро", "Wagner", "uk"),
    ],
)
def test_silent_where_two_answers_or_none_are_possible(name: str, met: str, lang: str) -> None:
    assert in_case_of(name, met, lang, nominative=True) is None


def test_a_form_in_an_unknown_case_replaces_only_what_ends_like_it() -> None:
    assert in_case_of("Кевіном", "Кевином", "uk", nominative=False) == "Кевіном"
    assert in_case_of("Кевіном", "Кевину", "uk", nominative=False) is None


def test_other_cases_prove_a_nominative() -> None:
    assert surely_nominative("Тассалін", ["Тассалін", "Тассаліну", "Тассаліном"], "uk")
    assert not surely_nominative("Тассалін", ["Тассалін", "Тасселін"], "uk")
    assert not surely_nominative("Тассаліна", ["Тассалін", "Тассаліна"], "uk")


@given(st.sampled_from(["Харріс", "Зеленський", "Харків", "Шевченко", "Зула"]), st.data())
def test_what_is_told_is_a_case_of_the_name(name: str, draws: st.DataObject) -> None:
    ending = draws.draw(st.sampled_from(["а", "у", "ом", "ові", "ого", "ому", "і", "ою", "е", ""]))
    changed = draws.draw(st.integers(0, len(name) - 3))
    met = name[:changed] + "щ" + name[changed + 1 : -1] + ending
    told = in_case_of(name, met, "uk", nominative=True)
    assert told is None or inflects_to(told, name, "uk")
