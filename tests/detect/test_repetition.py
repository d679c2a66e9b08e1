"""The word lists of the rules on repetition."""

from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest

from audit.detect import load
from audit.detect.repetition.lexicon import LANGUAGES, doubles
from audit.model.finding import FindingClass, Hit
from tests.detect import engine

REPEATED = load()["REP003"]


def test_languages_are_those_with_a_file() -> None:
    folder = files("audit.detect.repetition") / "data"
    assert {each.name.removesuffix(".toml") for each in folder.iterdir()} == LANGUAGES


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_no_word_is_both_never_and_rightly_doubled(lang: str) -> None:
    lists = doubles(lang)
    assert lists.never
    assert not lists.never & (lists.meant | lists.cries)
    assert all(word == word.lower() for word in lists.never | lists.meant | lists.cries)


def test_nothing_is_known_without_a_file() -> None:
    assert not doubles("xx").never
    assert not doubles("../en").never


def test_repetitions_apart_are_told_when_asked_for() -> None:
    text = "The bridge will open in May this year.\nIt rained.\nNobody came that day.\n"
    document = engine.document(text + "The bridge will open in May this year.", "en")
    check: Callable[..., Iterator[Hit]] = REPEATED.check
    hits = list(check(document, REPEATED.options(apart=True)))
    assert [hit.finding_class for hit in hits] == [FindingClass.INFO]
    assert hits[0].related[0].span.start == 0
    assert not list(check(document, REPEATED.options()))
