"""Thresholds keep the rate of false alarms that they promise; files keep thresholds."""

import math
import random
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.card import ModelCard, ModelKind
from audit.neural.calibration import (
    RATES,
    Calibration,
    Calibrations,
    Step,
    built_in,
    measured,
    name_of,
    parsed,
    written,
)

SCORES = st.lists(st.floats(-1, 1, allow_nan=False), min_size=20, max_size=1200)
CARD = ModelCard("m", ModelKind.ADEQUACY, "here", "abc", "numpy")


def calibration(
    lang: str, source: str | None, *steps: Step, kind: ModelKind = CARD.kind
) -> Calibration:
    return Calibration(name_of(CARD), kind, lang, source, 1000, 2000, steps)


@given(SCORES, SCORES)
def test_no_step_promises_more_than_sound_texts_kept(
    sound: list[float], damaged: list[float]
) -> None:
    for step in measured(sound, damaged):
        below = sum(one < step.score for one in sound)
        assert below / len(sound) < step.rate
        assert step.found == round(sum(one <= step.score for one in damaged) / len(damaged), 4)


@given(SCORES)
def test_steps_go_from_the_rarest_on_and_few_texts_show_no_rare_rate(sound: list[float]) -> None:
    steps = measured(sound, [])
    assert [step.rate for step in steps] == sorted(step.rate for step in steps)
    assert [step.score for step in steps] == sorted(step.score for step in steps)
    assert all(len(sound) + 1 >= 1 / step.rate - 1e-6 for step in steps)
    assert {step.rate for step in steps} == {r for r in RATES if r * (len(sound) + 1) >= 1 - 1e-9}


def test_unseen_sound_texts_fall_below_as_seldom_as_promised() -> None:
    chance = random.Random(7)
    told, rounds = dict.fromkeys(RATES, 0.0), 300
    for _ in range(rounds):
        steps = measured([chance.gauss(0.7, 0.1) for _ in range(1200)], [])
        for step in steps:
            told[step.rate] += 0.5 * (1 + math.erf((step.score - 0.7) / 0.1 / math.sqrt(2)))
    for rate, total in told.items():
        assert total / rounds <= 1.15 * rate  # 15 %: what is left to chance in 300 rounds


def test_a_rarer_score_is_surer() -> None:
    one = calibration("en", "de", Step(0.002, 0.2, 0.6), Step(0.02, 0.4, 0.8))
    rare, common = one.rarest(0.1), one.rarest(0.3)
    assert rare == one.steps[0]
    assert common == one.steps[1]
    assert one.rarest(0.41) is None
    assert rare is not None
    assert common is not None
    assert 1 > one.confidence(rare) > one.confidence(common) > 0
    assert one.confidence(rare) == pytest.approx(0.0012 / (0.0012 + 0.998 * 0.002))


def test_a_threshold_that_finds_nothing_gives_no_confidence() -> None:
    one = calibration("en", "de", Step(0.002, 0.2, 0.0))
    assert one.confidence(one.steps[0]) == 0


def test_a_pair_that_was_not_measured_gets_the_strictest_of_its_model() -> None:
    known = Calibrations(
        [
            calibration("en", "de", Step(0.01, 0.5, 0.9), Step(0.05, 0.6, 0.95)),
            calibration("fr", "en", Step(0.01, 0.4, 0.7)),
        ]
    )
    assert known.of(CARD, "en-GB", "de-AT") is not None
    found = known.of(CARD, "fr", "de")
    assert found is not None
    assert found.steps[0] == Step(0.01, 0.4, 0.7)
    assert known.of(CARD, "fr", "uk") is None, "a language that was never measured"
    assert known.of(CARD, "fr", "fr") is None


def test_other_weights_are_another_model() -> None:
    known = Calibrations([calibration("en", "de", Step(0.01, 0.5, 0.9))])
    other = ModelCard("m", ModelKind.ADEQUACY, "here", "def", "numpy")
    assert known.of(other, "en", "de") is None
    assert known.of(ModelCard("m", ModelKind.QUALITY, "", "abc", ""), "en", "de") is None


def test_one_language_is_measured_by_itself() -> None:
    card = ModelCard("m", ModelKind.FLUENCY, "here", "abc", "numpy")
    known = Calibrations([calibration("en", None, Step(0.01, -5, 0.9), kind=ModelKind.FLUENCY)])
    assert known.of(card, "en-US") is not None
    assert known.of(card, "de") is None


def test_a_file_keeps_what_was_measured() -> None:
    known = (
        calibration("en", "de", Step(0.01, 0.5, 0.9), Step(0.05, 0.6, 0.95)),
        calibration("en", None, Step(0.001, -7.25, 0.125), kind=ModelKind.FLUENCY),
    )
    text = written(known, "Made by hand.\n\nTwice.")
    assert text.startswith("# Made by hand.\n#\n# Twice.\n")
    assert set(parsed(tomllib.loads(text))) == set(known)
    assert written(reversed(known), "Made by hand.\n\nTwice.") == text


@pytest.mark.parametrize(
    "text",
    [
        "[[measured]]\nmodel = 'm'",
        "[[measured]]\nmodel='m'\nkind='taste'\nlang='en'\nsound=1\ndamaged=1\nsteps=[]",
        "[[measured]]\nmodel='m'\nkind='quality'\nlang='en'\nsound=1\ndamaged=1\nsteps=[[1.0]]",
        "[[measured]]\nmodel='m'\nkind='judge'\nlang='en'\nsound=1\ndamaged=1\nsteps=[]",
        (
            "[[measured]]\nmodel='m'\nkind='quality'\nlang='en'\nsound=1\ndamaged=1\n"
            "steps=[[0.05, 1, 1], [0.01, 0, 0]]"
        ),
        "measured = 1",
        "other = 1",
    ],
)
def test_a_file_that_says_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"measured"):
        parsed(tomllib.loads(text))


def test_the_built_in_thresholds_are_of_models_that_compare() -> None:
    for one in built_in():
        assert one.source_lang not in (None, one.lang)
        assert [step.score for step in one.steps] == sorted(step.score for step in one.steps)
        assert one.sound >= 1 / one.steps[0].rate - 1
