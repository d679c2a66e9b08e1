"""German compounds are words of the language though no list holds them."""

import pytest

from audit.lang.compounds import is_compound
from tests.annotate.names_in import names


@pytest.mark.parametrize("word", ["schrankgeschäft", "gesundheitskrisenumgebung", "klopfgeräusch"])
def test_parts_of_the_language_make_one(word: str) -> None:
    assert is_compound(word, "de")


@pytest.mark.parametrize("word", ["torbejewo", "hryzenko", "watford", "zuckerberg", "haus", ""])
def test_other_words_are_none(word: str) -> None:
    assert not is_compound(word, "de")


def test_other_languages_are_not_cut() -> None:
    assert not is_compound("schrankgeschäft", "en")


def test_a_compound_is_no_name() -> None:
    assert names("Die Leute sahen das Schrankgeschäft in Korbejewo.", "de") == ["Korbejewo"]


def test_a_compound_behind_a_given_name_is_one_wherever_it_stands() -> None:
    text = "Gestern kam Anna Rosengarten. Die Rede von Rosengarten war kurz."
    assert names(text, "de") == ["Anna Rosengarten", "Rosengarten"]
