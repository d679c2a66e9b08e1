"""Tokens: offsets are exact in any text, and words keep what belongs to them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.tokens import Token, tokens

TRICKY = st.text(st.sampled_from("abKSéСарїя'’ʼ.-‑ \u0301\u0308s1ß“”\n"), max_size=25)


def words(text: str, *, possessive: bool = True) -> list[str]:
    return [token.text for token in tokens(text, possessive=possessive)]


def only(text: str) -> Token:
    found = list(tokens(text, possessive=False))
    assert len(found) == 1, found
    return found[0]


@given(st.text() | TRICKY, st.booleans())
def test_every_token_is_the_text_at_its_place(text: str, possessive: bool) -> None:
    found = list(tokens(text, possessive=possessive))
    assert all(text[one.start : one.end] == one.text != "" for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.text() | TRICKY)
def test_every_letter_is_in_some_token_where_no_ending_is_cut(text: str) -> None:
    covered = {i for one in tokens(text, possessive=False) for i in range(one.start, one.end)}
    assert all(
        i in covered for i, char in enumerate(text) if "a" <= char <= "z" or "а" <= char <= "я"
    )


class TestPossessives:
    @pytest.mark.parametrize("text", ["Kovalchuk's", "Kovalchuk’s", "KOVALCHUK'S"])
    def test_an_ending_is_left_out(self, text: str) -> None:
        assert words(text) == [text[:9]]

    def test_the_name_in_s_keeps_its_s(self) -> None:
        assert words("James' sister") == ["James", "sister"]

    def test_endings_stay_where_the_language_has_none(self) -> None:
        assert words("Kovalchuk's", possessive=False) == ["Kovalchuk's"]

    def test_an_apostrophe_inside_stays(self) -> None:
        assert words("O'Brien's d'Estaing") == ["O'Brien", "d'Estaing"]


class TestInsideWords:
    @pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`"])
    def test_a_ukrainian_apostrophe_divides_nothing(self, apostrophe: str) -> None:
        assert words(f"Мартирос Сар{apostrophe}ян") == ["Мартирос", f"Сар{apostrophe}ян"]

    def test_a_ukrainian_name_in_s_sound_keeps_its_end(self) -> None:
        assert words("Сар'я", possessive=False) == ["Сар'я"]

    @pytest.mark.parametrize("hyphen", ["-", "‐", "‑"])
    def test_a_hyphen_joins(self, hyphen: str) -> None:
        assert words(f"Kim Jong{hyphen}un") == ["Kim", f"Jong{hyphen}un"]

    def test_a_dash_divides(self) -> None:
        assert words("Kyiv—Lviv and Kyiv–Odesa") == ["Kyiv", "Lviv", "and", "Kyiv", "Odesa"]

    def test_decomposed_marks_belong_to_their_letters(self) -> None:
        text = unicodedata.normalize("NFD", "Cézanne und Łódź, Їжакевич")
        assert words(text) == [
            unicodedata.normalize("NFD", word) for word in ("Cézanne", "und", "Łódź", "Їжакевич")
        ]

    def test_digits_belong_to_a_word_but_make_none(self) -> None:
        assert words("MH17 fell in 2014") == ["MH17", "fell", "in"]


class TestInitials:
    def test_initials_stand_by_themselves_before_a_name(self) -> None:
        found = list(tokens("N. I. Pirogov and J.K. Rowling", possessive=True))
        assert [one.text for one in found] == ["N.", "I.", "Pirogov", "and", "J.K.", "Rowling"]
        assert [one.initials for one in found] == [True, True, False, False, True, False]

    def test_a_letter_that_ends_a_text_is_no_initial(self) -> None:
        assert words("Vitamin C.") == ["Vitamin", "C"]


class TestCapital:
    @pytest.mark.parametrize(
        "word", ["Kim", "al-Assad", "el-Sisi", "d'Estaing", "d’Estaing", "McDonald", "Їжак", "KIM"]
    )
    def test_is_written_like_a_name(self, word: str) -> None:
        assert only(word).capital

    @pytest.mark.parametrize("word", ["kim", "iPhone", "al-assad", "anti-Kim", "їжак", "北京"])
    def test_is_not_written_like_a_name(self, word: str) -> None:
        assert not only(word).capital

    def test_only_capitals_throughout_are_shouted(self) -> None:
        assert only("NATO").shouted
        assert not only("Nato").shouted
        assert not only("A").shouted
