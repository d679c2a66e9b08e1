"""Names in other languages than English: each by its own habits, silence where they say nothing."""

import pytest

from audit.annotate import knows
from tests.annotate.names_in import names


class TestUkrainian:
    def test_names_in_any_case_without_titles_and_days(self) -> None:
        text = "У понеділок міністр Сергій Петренко приїхав до Бахмута. Люди чекали в Бахмуті."
        assert names(text, "uk") == ["Сергій Петренко", "Бахмута", "Бахмуті"]

    @pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
    def test_an_apostrophe_is_part_of_the_name(self, apostrophe: str) -> None:
        assert names(f"Вони бачили Мартироса Сар{apostrophe}яна.", "uk") == [
            f"Мартироса Сар{apostrophe}яна"
        ]

    def test_a_latin_name_is_found_too(self) -> None:
        assert names("Вони бачили Wagner у лісі.", "uk") == ["Wagner"]

    def test_a_word_of_the_language_at_the_start_is_none(self) -> None:
        assert names("Люди чекали. Будинок стоїть.", "uk") == []


class TestRussian:
    def test_names_with_particles(self) -> None:
        text = "Вчера президент Владимир Сорокин встретил Урсулу фон дер Ляйен."
        assert names(text, "ru") == ["Владимир Сорокин", "Урсулу фон дер Ляйен"]

    def test_months_are_none(self) -> None:
        assert names("Они ждали Сорокина в Марте.", "ru") == ["Сорокина"]


class TestGerman:
    def test_nouns_are_no_names(self) -> None:
        assert names("Der Minister sprach mit der Regierung über die Lage.", "de") == []

    def test_nouns_behind_a_title_are(self) -> None:
        assert names("Gestern kam Bundeskanzler Olaf Schuster. Schuster schwieg.", "de") == [
            "Olaf Schuster",
            "Schuster",
        ]

    def test_one_noun_behind_a_title_is_one_only_there(self) -> None:
        text = "Es sprach Präsident Schuster. Dann kam ein Schuster."
        assert names(text, "de") == ["Schuster"]

    def test_a_day_behind_a_title_is_none(self) -> None:
        assert names("Das sagte der Präsident Montag früh.", "de") == []

    def test_a_word_in_no_list_is_one(self) -> None:
        assert names("Die Menschen in Korbejewo warten am Montag auf Hryzenko.", "de") == [
            "Korbejewo",
            "Hryzenko",
        ]


class TestFrench:
    @pytest.mark.parametrize(
        "text",
        [
            "Ils parlent de l'Ukraine.",
            "L’Ukraine demande.",
            "Il vient d'Ukraine.",
            "Lorsqu'Ukraine",
        ],
    )
    def test_an_elided_article_is_no_part_of_the_name(self, text: str) -> None:
        assert names(text, "fr") == ["Ukraine"]

    def test_an_elided_particle_is(self) -> None:
        assert names("Ils parlent de Valéry Giscard d'Estaing.", "fr") == [
            "Valéry Giscard d'Estaing"
        ]

    def test_a_preposition_before_a_country_is_no_particle(self) -> None:
        assert "France" in names("Ils virent le président de France.", "fr")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Kim Jong Un alikwenda Nairobi.", "sw"),
        ("Kim Jong Un", "und"),
    ],
)
def test_silence_where_nothing_is_known(text: str, lang: str) -> None:
    assert names(text, lang) == []
    assert not knows(lang)


@pytest.mark.parametrize(
    "lang", ["en", "en-GB", "uk", "ru", "de", "fr", "es", "pl", "cs", "zh", "ja", "ko", "ar"]
)
def test_the_target_languages_are_known(lang: str) -> None:
    assert knows(lang)


def test_a_gloss_in_brackets_is_no_second_name() -> None:
    text = "Штат Гуджарат (Gujarat) лежить на заході. Столиця Гуджарату росте."
    assert "Gujarat" not in names(text, lang="uk")
    assert "Gujarat" in names("Штат Гуджарат і місто Gujarat далеко.", lang="uk")
