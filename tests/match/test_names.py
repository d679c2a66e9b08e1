"""Folding, alignment and readings: what the matcher sees of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.match.align import align
from audit.match.names import fold, without_form
from audit.match.numbers import numbers
from audit.match.readings import chinese, japanese, korean, shares

LETTERS = "-abcdefghijklmnopqrstuvwxyz#"


def sides(first: str, second: str) -> tuple[str, str]:
    aligned = align([first], [second])
    rows = (aligned.first[::-1, 0], aligned.second[::-1, 0])
    one, other = ("".join(LETTERS[code] for code in row) for row in rows)
    return one, other


def test_vowels_stand_across_from_vowels() -> None:
    assert sides("bahmut", "bakhmut") == ("ba-hmut", "bakhmut")
    assert sides("jong", "jeong") in {("j-ong", "jeong"), ("jo-ng", "jeong")}


@given(st.text("abcdhkst", max_size=9), st.text("abcdhkst", max_size=9))
def test_an_alignment_keeps_both_words(first: str, second: str) -> None:
    one, other = sides(first, second)
    assert one.replace("-", "") == first
    assert other.replace("-", "") == second


@pytest.mark.parametrize(
    ("name", "letters", "marks"),
    [
        ("Kim Jong-un", "kim jong un", "0" * 11),
        ("Şahīn", "sahin", "30020"),
        ("Ch'ang", "chang", "01000"),
        ("  Ōsaka - fu ", "osaka fu", "20000000"),
        ("ʻ", "", ""),
        ("", "", ""),
    ],
)
def test_names_are_folded_with_their_marks(name: str, letters: str, marks: str) -> None:
    assert fold([name]) == ([letters], [marks])


@given(st.lists(st.text(max_size=20), max_size=5))
def test_a_name_is_folded_alike_in_any_company(names: list[str]) -> None:
    letters, marks = fold(names)
    assert [([a], [b]) for a, b in zip(letters, marks, strict=True)] == [fold([n]) for n in names]
    assert all(len(a) == len(b) for a, b in zip(letters, marks, strict=True))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ooo novaya zarya", "novaya zarya"),
        ("open joint stock company novaya zarya", "novaya zarya"),
        ("novaya zarya llc", "novaya zarya"),
        ("limited", "limited"),
    ],
)
def test_the_legal_form_is_no_part_of_the_name(name: str, kept: str) -> None:
    assert without_form(name, "0" * len(name))[0] == kept


def test_numbers_have_one_spelling() -> None:
    assert numbers("2nd guards army") == numbers("second guards army") == {"2"}
    assert numbers("ivan iv") == {"iv"}
    assert numbers("xi jinping") == frozenset()


@pytest.mark.parametrize(
    ("read", "first", "second", "one_sound"),
    [
        (chinese, "hsiaoping", "xiaoping", True),
        (chinese, "chungking", "zhongjing", True),
        (chinese, "hunan", "henan", False),
        (korean, "kunhye", "geunhye", True),
        (korean, "moojin", "mujin", True),
        (korean, "minho", "minsu", False),
        (japanese, "hukusima", "fukushima", True),
        (japanese, "tiba", "chiba", True),
        (japanese, "nagoya", "nagano", False),
    ],
)
def test_spellings_are_read_as_syllables(read, first: str, second: str, one_sound: bool) -> None:  # type: ignore[no-untyped-def]
    one, other = read(first), read(second)
    assert one
    assert other
    assert len(one) == len(other)
    assert all(map(shares, one, other)) is one_sound


def test_what_is_no_syllable_is_not_read() -> None:
    assert chinese("shevchenko") is None
    assert japanese("strand") is None
    assert korean("xyz") is None
