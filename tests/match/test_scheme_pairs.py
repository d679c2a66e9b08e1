"""Pairs of names as several schemes romanize them, and their look-alikes."""

import random

import numpy as np
import pytest

from audit.match.features import PERSON
from audit.match.known import Known
from benchmarks.learn import Lesson, learn_evidence, open_batch
from benchmarks.named import Named, labelled
from benchmarks.scheme_pairs import names_of, pairs_of, romanized, without_words_of

LINES = [
    "bakhtov, bachtow, бахтов => Q1",
    "bakhtin, бахтин => Q2",
    "bakhtina, бахтина => Q3",
    "baktov, бахтов => Q4",
    "jong-un, 정운 => Q5",
    "shinji, しんじ, 真司 => Q6",
    "shinji, しんじ, 신지 => Q7",
    "telma, тельма, თელმა => Q8",
    "telma => Q9",
]
BAKHTOV = Named("wn:Q1", "ru", ("bakhtov", "bachtow"), frozenset({"бахтов", "bakhtov", "bachtow"}))


def test_the_language_is_told_by_the_scripts() -> None:
    found = names_of(LINES, {"wn:Q4"})
    assert {language: [one.id for one in names] for language, names in found.items()} == {
        "ru": ["wn:Q1", "wn:Q2", "wn:Q3"],
        "ko": ["wn:Q5"],
        "ja": ["wn:Q6"],
    }
    assert found["ru"][0] == BAKHTOV


@pytest.mark.parametrize(
    ("language", "own", "expected"),
    [
        ("ru", "щукин", {"shchukin", "schukin", "sukin", "shhukin", "schtschukin"}),
        ("ko", "정운", {"jeongun", "jeong-un", "jung-un", "chongun", "jung un", "jeong un"}),
        ("ja", "しんじ", {"shinji", "sinzi"}),
    ],
)
def test_each_pair_is_one_name_by_two_schemes(language: str, own: str, expected: set[str]) -> None:
    name = Named("wn:Q", language, (), frozenset({own}))
    rows = [*romanized(name, language, random.Random(0))]
    batch = open_batch(labelled(rows, PERSON, "name"))
    assert rows
    for one, other in zip(batch.pairs.first, batch.pairs.second, strict=True):
        assert one != other
        assert {one, other} <= expected


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (("wn:Q1", "wn:Q2"), {("bakhtin", "bakhtov")}),
        (("wn:Q1", "wn:Q4"), set()),  # written alike in Cyrillic
        (("wn:Q2", "wn:Q3"), set()),  # a man and a woman of one family
    ],
)
def test_look_alikes_have_nothing_in_common(
    ids: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    names = [name for name in names_of(LINES, ())["ru"] if name.id in ids]
    rows = pairs_of("ru", names, random.Random(0))
    assert {(*sorted(row[:2]),) for row in rows if row[2] != row[3]} == expected


def test_no_word_that_is_measured_is_learned_from() -> None:
    def lesson(*rows: tuple[str, str], made: bool = False) -> Lesson:
        pairs = labelled([(*row, BAKHTOV, BAKHTOV) for row in rows], PERSON, "name")
        return Lesson(pairs, open_batch(pairs), np.arange(len(pairs)), made=made)

    held = lesson(("Ilya Bakhtov", "Ilia Bachtow"), ("Jong Un", "Jong-un"))
    mine = lesson(("bakhtov", "bahtov"), ("bahtin", "bakhtin"), ("jongun", "chongun"))
    assert without_words_of(mine, held.batch, np.array([0])).rows.tolist() == [1, 2]
    assert without_words_of(mine, held.batch, np.array([1])).rows.tolist() == [0, 1]


def test_made_spellings_say_nothing_of_how_usual_words_are() -> None:
    def evidence(*, made: bool) -> dict[int, float]:
        rows = [("korbeyev", "korbeev", BAKHTOV, BAKHTOV)] * 3
        rows += [("korbeyev telma", "korbeev telma", BAKHTOV, BAKHTOV)] * 3
        rows += [("korbeyev rask", "korbeev rask", BAKHTOV, BAKHTOV)] * 3
        pairs = labelled(rows, PERSON, "name")
        lesson = Lesson(pairs, open_batch(pairs), np.arange(len(pairs)), made=made)
        return learn_evidence(lesson, known=Known()).common

    assert evidence(made=False)
    assert not evidence(made=True)
