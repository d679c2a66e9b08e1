"""A network of whole numbers: exact sums, however many rows are judged together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.match.network import MOST_ACTIVE, MOST_FEATURE, SPREAD, UNIT, Layer, Network
from benchmarks.perceptron import Plan, teach

PLAN = Plan(units=(16, 16), silenced=0.1, rounds=200, rows=32)


def rows(count: int = 400) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(count, 5)).astype(np.float32)


def taught() -> Network:
    values = rows()
    same = ((values[:, 0] > 0) ^ (values[:, 1] > 0)).astype(np.float64)
    return teach(values, same, plan=PLAN, seed=1)


TAUGHT = taught()


def in_whole_numbers(network: Network, row: list[int]) -> float:
    """What a network says of one row in steps, in Python's own numbers."""
    for number, layer in enumerate(network.layers):
        weights, biases = layer.weights.astype(int).tolist(), layer.biases.astype(int).tolist()
        sums = [
            sum(value * one[unit] for value, one in zip(row, weights, strict=True)) + bias
            for unit, bias in enumerate(biases)
        ]
        if number == len(network.layers) - 1:
            return float(sums[0] / (SPREAD * UNIT))
        row = [min(max(round(one / UNIT), 0), MOST_ACTIVE) for one in sums]
    raise AssertionError


def test_it_learns_what_no_single_feature_tells() -> None:
    values = np.random.default_rng(7).normal(size=(500, 5)).astype(np.float32)
    same = (values[:, 0] > 0) ^ (values[:, 1] > 0)
    assert ((TAUGHT.score(values) > 0) == same).mean() > 0.9


def test_the_same_rows_give_the_same_network() -> None:
    again = taught()
    for one, other in zip(TAUGHT.layers, again.layers, strict=True):
        assert (one.weights == other.weights).all()
        assert (one.biases == other.biases).all()


@given(st.lists(st.integers(0, 399), min_size=1, max_size=70))
def test_a_row_is_judged_alike_in_any_company(at: list[int]) -> None:
    values = rows()
    together = TAUGHT.score(values)
    assert (TAUGHT.score(values[at]) == together[at]).all()
    assert (TAUGHT.score(np.asfortranarray(values[at])) == together[at]).all()


def test_sums_are_those_of_whole_numbers() -> None:
    values = rows(50)
    for row, said in zip(
        TAUGHT.steps(values).astype(int).tolist(), TAUGHT.score(values), strict=True
    ):
        assert max(map(abs, row)) <= MOST_FEATURE
        assert said == in_whole_numbers(TAUGHT, row)


def test_a_feature_that_never_varies_says_nothing() -> None:
    values = np.hstack([rows(), np.ones((400, 1), np.float32)])
    network = teach(values, (values[:, 0] > 0).astype(np.float64), plan=PLAN, seed=1)
    other = values.copy()
    other[:, 5] = 9
    assert (network.score(values) == network.score(other)).all()


def test_sums_that_might_be_rounded_are_refused() -> None:
    layer = Layer(np.full((300, 1), 1000, np.float32), np.zeros(1, np.float32))
    wide = np.zeros(300, np.float32)
    with pytest.raises(ValueError, match="too large"):
        Network(wide, wide, (layer,))
