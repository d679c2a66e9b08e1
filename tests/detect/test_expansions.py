"""Acronyms and what they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.detect.names.expansions import (
    _BEHIND,
    _before_brackets,
    british_and_american,
    expansions,
    same_expansion,
)
from tests.detect import engine


@pytest.mark.parametrize(
    ("text", "lang", "long"),
    [
        ("The World Health Organization (WHO) met.", "en", "World Health Organization"),
        ("UNDP (United Nations Development Programme) paid.", "en",
         "United Nations Development Programme"),
        ("It was the Centers for Disease Control (CDC).", "en", "Centers for Disease Control"),
        ("Le Fonds monétaire international (FMI) prête.", "fr", "Fonds monétaire international"),
        ("Звіт Національного банку України (НБУ) вийшов.", "uk", "Національного банку України"),
    ],
)  # fmt: skip
def test_initials_find_the_long_form(text: str, lang: str, long: str) -> None:
    assert [one.long for one in expansions(engine.document(text, lang))] == [long]


@pytest.mark.parametrize(
    "text",
    ["Christian Sewing of the bank (SPD) spoke.", "The mayor of a town (NY) left.", "Soon (NOW)."],
)
def test_a_bracket_whose_initials_do_not_fit_is_no_acronym(text: str) -> None:
    assert list(expansions(engine.document(text, "en"))) == []


@given(st.text(max_size=200))
def test_any_text_is_read_and_places_fit(text: str) -> None:
    document = engine.document(text, "en")
    for one in expansions(document):
        assert document.cut(one.at) == one.long
        assert document.cut(one.short_at) == one.short


def test_cases_and_capitals_make_no_other_expansion() -> None:
    assert same_expansion("Національний банк України", "Національного банку України", "uk")
    assert same_expansion("Bureau of Mine Safety", "bureau of mine safety", "en")
    assert not same_expansion("Bureau of Mine Safety", "Bureau of Mining Security", "en")


def test_two_spellings_of_english() -> None:
    assert british_and_american("Ministry of Defence", "Ministry of Defense")
    assert not british_and_american("Ministry of Defence", "Ministry of Defence")
    assert not british_and_american("Ministry of Defence", "Ministry of Finance")


@given(st.text("ABab ()\n", max_size=200), st.integers(0, 130))
def test_the_reach_of_brackets_holds_all_that_is_found(text: str, before: int) -> None:
    text = f"{'long way ' * (before // 9)}{text}"
    assert [match.span() for match in _before_brackets(text)] == [
        match.span() for match in _BEHIND.finditer(text)
    ]
