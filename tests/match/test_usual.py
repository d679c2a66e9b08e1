"""Letters in the order that names have them are usual; the same letters in another are not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.match.usual import SIGNS, STEPS, learn_usual

NAMES = ["tarkhiv", "tarkhov", "korbeevo", "korbino", "tarbino", "santa vela", "santa mira"]
TAUGHT = learn_usual(NAMES)


@pytest.mark.parametrize(
    ("usual", "odd"), [("tarkhino", "tkarhino"), ("santa kora", "saatn kora"), ("korbov", "qorbov")]
)
def test_met_runs_are_more_usual(usual: str, odd: str) -> None:
    (one, other), (one_sign, other_sign) = TAUGHT.of([usual, odd])
    assert one > other
    assert one_sign > other_sign


def test_chances_after_any_two_signs_make_one() -> None:
    assert np.exp(TAUGHT.chances / STEPS).sum(axis=2) == pytest.approx(1, abs=1 / STEPS)


def test_a_sign_is_the_whole_by_the_length_with_the_end() -> None:
    whole, sign = TAUGHT.of(["korbino"])
    assert whole[0] == pytest.approx(sign[0] * (len("korbino") + 2))


@given(st.lists(st.text("abkov 1", min_size=1), min_size=1, max_size=5))
def test_a_name_is_as_usual_in_any_company(names: list[str]) -> None:
    together, _ = TAUGHT.of(names)
    assert together.tolist() == [TAUGHT.of([name])[0][0] for name in names]


def test_what_nothing_was_learned_of_has_even_chances() -> None:
    untaught = learn_usual([]).chances
    assert (untaught == untaught[0, 0, 0]).all()
    assert np.exp(untaught[0, 0, 0] / STEPS) == pytest.approx(1 / SIGNS, rel=1 / STEPS)
