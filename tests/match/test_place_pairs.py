"""Pairs of places to learn from: which spellings are one name, and which places are two."""

import random

import numpy as np
import pytest

from audit.match.features import PLACE
from benchmarks.labelled_pairs import Labelled
from benchmarks.learn import Lesson, Names, open_batch
from benchmarks.named import Named, neighbours
from benchmarks.place_pairs import MOST_EDITS, one_name, place_of, spellings, without_names_of

BAKHTOV = Named("1", "ru", ("Bakhtov", "Bahtov", "Bachtow", "Rusanka"), frozenset({"Бахтов"}))
BAKHTOR = Named("2", "ru", ("Bakhtor",), frozenset({"Бахтор"}))
TWIN = Named("3", "ru", ("Bakhtova",), frozenset({"Бахтов", "Бахтова"}))
FAR = Named("4", "ru", ("Zelyony Mys",), frozenset({"Зелёный Мыс"}))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("bakhtov", "bahtov", True),
        ("bakhtov", "bakhtov", False),
        ("bakhtov", "rusanka", False),
        ("stary bakhtov", "stari bahtov", True),
        ("stary bakhtov", "novi bahtov", False),
        ("zelyony mys", "zelyonymys", False),  # the blank alone teaches nothing of letters
        ("zelyony mys", "zelionymys", True),
        ("zelyony mys", "mys", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, expected: bool) -> None:
    assert one_name(one, other) is expected


def test_each_spelling_is_paired_with_the_usual_one() -> None:
    found = {row[:2] for row in spellings([BAKHTOV, FAR], random.Random(0))}
    assert found == {("Bakhtov", "Bahtov"), ("Bakhtov", "Bachtow")}


def test_places_without_a_name_in_common_are_two() -> None:
    found = [row[:2] for row in neighbours([BAKHTOV, BAKHTOR, FAR], random.Random(0), MOST_EDITS)]
    assert found == [("Bakhtov", "Bakhtor")]
    assert not [*neighbours([BAKHTOV, TWIN], random.Random(0), MOST_EDITS)]


def test_names_are_told_from_codes_and_from_the_own_script() -> None:
    row = {"name": "Bakhtov", "alternatenames": ["BKV", "bahetuofu", "Bahtov", "Бахтов", ""]}
    place = place_of("gn:1", "ru", row)
    assert place.names == ("Bakhtov", "Bahtov")
    assert place.own == {"Бахтов"}


def test_no_name_that_is_measured_is_learned_from() -> None:
    def labelled(*rows: tuple[str, str]) -> Labelled:
        count = len(rows)
        ones, others = [one for one, _ in rows], [other for _, other in rows]
        numbers = np.arange(count)
        texts = ["invented"] * count
        return Labelled(
            ones, others, np.ones(count), np.full(count, PLACE), numbers, numbers, texts, texts,
            [("1", "1")] * count,
        )  # fmt: skip

    held = open_batch(labelled(("Korbeyev", "Korbeev"), ("Rask", "Rasc")))
    pairs = labelled(("Bakhtov", "Bahtov"), ("Korbejew", "Korbeev"))
    names = Names(["korbeyev", "bakhtov", "rask"], np.array([3, 3, 4]))
    lesson = Lesson(pairs, open_batch(pairs), np.arange(2), names)
    kept = without_names_of(lesson, held, np.array([0]))
    assert kept.rows.tolist() == [0]
    assert (kept.names.letters, kept.names.origin.tolist()) == (["bakhtov", "rask"], [3, 4])
