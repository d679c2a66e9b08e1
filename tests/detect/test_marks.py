"""Word lists and arithmetic of the rules on marks, numbers and spelling."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.detect import load
from audit.detect.acronyms.lexicon import acronyms
from audit.detect.numbers.lexicon import notation
from audit.detect.punctuation.lexicon import lexicon as marks
from audit.detect.spelling.candidates import one_slip, two_slips
from audit.detect.spelling.lexicon import lexicon as letters
from audit.detect.spelling.misspelled_word import guess, is_known
from audit.detect.truncation.lexicon import never_last
from audit.detect.untranslated.lexicon import lexicon as borrowed
from audit.lang import data
from audit.lang.frequency import counts
from audit.model.finding import Hit
from tests.detect import engine

FAMILIES = ("acronyms", "numbers", "punctuation", "spelling", "truncation", "untranslated")
COMMON = sorted(word for word, count in counts("en").items() if count > 10**7 and len(word) > 6)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def languages(family: str) -> list[str]:
    folder = files(f"audit.detect.{family}") / "data"
    return sorted(each.name.removesuffix(".toml") for each in folder.iterdir())


@pytest.mark.parametrize("lang", languages("numbers"))
def test_a_number_has_one_reading(lang: str) -> None:
    habits = notation(lang)
    assert habits.decimal in {".", ","}
    assert habits.group
    assert habits.decimal not in habits.group
    assert habits.units


@pytest.mark.parametrize("family", FAMILIES)
def test_every_data_file_loads_and_is_of_a_known_language(family: str) -> None:
    loaders: dict[str, Callable[[str], object]] = {
        "acronyms": acronyms,
        "numbers": notation,
        "punctuation": marks,
        "spelling": letters,
        "truncation": never_last,
        "untranslated": borrowed,
    }
    for lang in languages(family):
        assert loaders[family](lang) != loaders[family]("xx")
        assert data(lang).lang == lang
    assert loaders[family]("../en") == loaders[family]("xx")


def test_a_word_is_not_both_right_and_a_slip() -> None:
    lists = letters("en")
    assert not lists.slips & (lists.words | lists.short | lists.phrases)
    assert not acronyms("en").known & set(acronyms("en").left)


def test_languages_of_rules_have_their_data() -> None:
    for rule, family in (("OMI001", "truncation"), ("NUM004", "numbers"), ("NUM005", "numbers")):
        assert load()[rule].languages == frozenset(languages(family))


@given(st.sampled_from(COMMON), st.data())
def test_a_lost_letter_is_found_or_leaves_a_word(word: str, draw: st.DataObject) -> None:
    cut = draw.draw(st.integers(1, len(word) - 1))
    slip = word[:cut] + word[cut + 1 :]
    if not is_known(slip, "en"):
        guessed = guess(slip, "en")
        assert guessed is not None
        assert guessed[0] in counts("en")


@given(st.sampled_from(sorted(counts("en"))))
def test_a_listed_word_is_no_misspelling(word: str) -> None:
    check: Callable[..., Iterator[Hit]] = load()["SPL001"].check
    if word in letters("en").slips:
        return
    document = engine.document(f"They said that {word} was here.", "en")
    assert list(check(document, load()["SPL001"].options())) == []


@given(st.text("abcdefgh", min_size=1, max_size=6))
def test_one_slip_goes_both_ways(word: str) -> None:
    for other in set(one_slip(word)) - {word, ""}:
        assert word in set(one_slip(other))


def test_two_slips_are_told_only_where_one_word_is_near() -> None:
    assert two_slips("sattelite", "en") == "satellite"
    assert two_slips("xxxxxxxxx", "en") is None
    assert two_slips("sattelite", "de") is None


@given(st.dates(date(1925, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_doubted_just_where_it_is_wrong(day: date, claimed: int) -> None:
    check: Callable[..., Iterator[Hit]] = load()["NUM008"].check
    text = f"It opened on {WEEKDAYS[claimed]}, {day:%B} {day.day}, {day.year}, they say."
    hits = list(check(engine.document(text, "en"), load()["NUM008"].options()))
    assert bool(hits) is (day.weekday() != claimed)


def test_a_date_without_a_year_is_near_the_day_of_publication() -> None:
    check: Callable[..., Iterator[Hit]] = load()["NUM008"].check
    options = load()["NUM008"].options()
    document = engine.document("It opened on Monday, December 30, they say.", "en")
    assert not list(check(document, options))
    assert not list(check(replace(document, date="2025-01-02"), options))
    assert list(check(replace(document, date="2024-01-02"), options))
    assert not list(check(replace(document, date="no date"), options))
