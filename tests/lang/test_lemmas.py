"""Two words are forms of one if what they may be forms of has a member in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang.lemmas import elided, fold, lemmas


@pytest.mark.parametrize(
    ("a", "b", "lang"),
    [
        ("безопасность", "безопасностью", "ru"),
        ("вооружённые", "Вооруженных", "ru"),
        ("Росатом", "Росатома", "ru"),
        ("вертоліт", "вертольотів", "uk"),
        ("ministerstwo", "ministerstw", "pl"),
        ("ministry", "Ministries", "en"),
        ("council", "council’s", "en"),
        ("NATO", "NATO'nun", "tr"),
        ("UAV", "UAVs", "en"),
        ("Rat", "Rats", "de"),
        ("vakcína", "vakcínami", "cs"),
        ("وزارة", "والوزارة", "ar"),
    ],
)
def test_forms_of_one_word_meet(a: str, b: str, lang: str) -> None:
    assert lemmas(a, lang) & lemmas(b, lang)


@pytest.mark.parametrize(
    ("a", "b", "lang"),
    [
        ("вертолёт", "вертикаль", "ru"),
        ("drone", "drama", "en"),
        ("council", "councillor", "en"),
        ("Rat", "Rathaus", "de"),
        ("karta", "karty", "xx"),
    ],
)
def test_other_words_do_not(a: str, b: str, lang: str) -> None:
    assert not lemmas(a, lang) & lemmas(b, lang)


@given(st.text(min_size=1, max_size=20), st.sampled_from(["en", "ru", "de", "ar", "zh", "xx"]))
def test_a_word_is_a_form_of_itself(word: str, lang: str) -> None:
    assert fold(word, lang) in lemmas(word, lang)


def test_some_words_end_at_an_apostrophe() -> None:
    assert "l" in elided("fr-CA")
    assert elided("en") == ()
