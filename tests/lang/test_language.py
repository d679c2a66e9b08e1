import pickle
import re

import pytest

from audit.lang import data, known_languages
from audit.lang.language import LanguageData, entries

TARGETS = ("en", "uk", "ru", "de", "fr", "es", "pl", "cs", "zh", "ja", "ar")
CASED = TARGETS[:8]


@pytest.mark.parametrize("lang", TARGETS)
def test_every_target_language_is_described(lang: str) -> None:
    known = data(lang)
    assert lang in known_languages()
    assert len(known.months) == 12
    assert len(known.weekdays) == 7
    assert len(known.quotes) >= 2
    for words in (known.abbreviations, known.titles_person, known.place_words):
        assert words
    assert known.has_case == (lang in CASED)


@pytest.mark.parametrize("lang", CASED)
def test_word_lists_are_clean(lang: str) -> None:
    known = data(lang)
    assert not known.abbreviations & known.closing_abbreviations
    assert all(word.endswith(".") and " " not in word for word in known.all_abbreviations)
    assert 150 <= len(known.function_words) <= 420
    for words in (known.function_words, known.place_words, known.month_words):
        assert all(word == word.lower() == word.strip() for word in words)
        assert not any(re.search(r"[{}|]", word) for word in words)


def test_habits() -> None:
    assert [lang for lang in TARGETS if data(lang).inflected] == ["uk", "ru", "pl", "cs"]
    assert [lang for lang in TARGETS if data(lang).capitalises_nouns] == ["de"]
    assert [lang for lang in TARGETS if data(lang).ordinal_point] == ["de", "pl", "cs"]


def test_months_and_days_have_their_cases() -> None:
    assert {"січня", "січні", "січ"} <= data("uk").months[0]
    assert "piątku" in data("pl").weekdays[4]
    assert {"п'ятницю", "п’ятницю"} <= data("uk").weekday_words


def test_demonyms_name_their_country() -> None:
    demonyms = data("en").demonyms
    assert demonyms["north korean"] == "North Korea"
    assert demonyms["emirati"] == "United Arab Emirates"
    assert demonyms["frenchwomen"] == "France"
    assert len(set(demonyms.values())) >= 200


def test_regions_and_case_of_the_tag_make_no_difference() -> None:
    assert data("EN-us") is data("en")
    assert data("zh_Hant") is data("zh")


@pytest.mark.parametrize("tag", ["und", "xx", "", "../en", "english"])
def test_unknown_languages_are_empty(tag: str) -> None:
    known = data(tag)
    assert not known.function_words
    assert not known.declensions


def test_language_data_pickles_as_itself() -> None:
    assert pickle.loads(pickle.dumps(data("uk"))) is data("uk")
    assert isinstance(data("uk"), LanguageData)


def test_braces_spell_out() -> None:
    assert entries("a{|b|c}, d\n e{f|g}{h|i}") == ("a", "ab", "ac", "d", "efh", "efi", "egh", "egi")
