"""The bootstrap: it has the moments it should, adds up, and needs neither clock nor chance."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.score.resample import (
    FEWEST_SEGMENTS,
    RESAMPLES,
    Resamples,
    ResampleSum,
    draw_words,
    interval,
    resample,
)

SEGMENTS = [(20, 0)] * 60 + [(20, 1000)] * 20

sizes = st.integers(0, 40) | st.sampled_from([0, 3000, 10**6])


def summed(parts: list[Resamples]) -> Resamples:
    total = ResampleSum()
    for part in parts:
        total.add(part)
    return total.total


def test_the_same_key_gives_the_same_resamples() -> None:
    assert resample("a", SEGMENTS) == resample("a", SEGMENTS)
    assert resample("a", SEGMENTS).rates() != resample("b", SEGMENTS).rates()


def test_resamples_spread_as_theory_says() -> None:
    """A ratio of sums over n segments of one length: standard error sigma / (m sqrt(n))."""
    rates = resample("a", SEGMENTS).rates()
    assert len(rates) == RESAMPLES
    share, n = 0.25, len(SEGMENTS)
    expected = 1000 / 20 * share
    error = 1000 / 20 * (share * (1 - share) / n) ** 0.5
    assert statistics.fmean(rates) == pytest.approx(expected, rel=0.03)
    assert statistics.stdev(rates) == pytest.approx(error, rel=0.1)


def test_the_interval_holds_most_resamples_and_the_estimate() -> None:
    drawn = resample("a", SEGMENTS)
    ends = interval(drawn)
    assert ends
    inside = sum(ends[0] <= rate <= ends[1] for rate in drawn.rates())
    assert 0.94 * RESAMPLES <= inside <= 0.97 * RESAMPLES
    assert ends[0] < 12.5 < ends[1]


def test_sums_of_parts_are_the_sums_of_the_whole_in_any_order() -> None:
    parts = [resample(key, SEGMENTS) for key in "abc"]
    assert summed(parts).rates() == summed(parts[::-1]).rates()
    assert summed(parts).segments == 3 * len(SEGMENTS)


@given(st.lists(st.lists(st.tuples(sizes, sizes), max_size=3), max_size=9))
def test_narrow_sums_and_wide_ones_add_up(documents: list[list[tuple[int, int]]]) -> None:
    parts = [resample(str(number), one) for number, one in enumerate(documents)]
    total = summed(parts)
    for lanes, each in (
        (total.words, [part.words for part in parts]),
        (total.points, [part.points for part in parts]),
    ):
        drawn = [one.values() for one in each if one.sums]
        assert (lanes.values() if lanes.sums else []) == list(map(sum, zip(*drawn, strict=True)))


def test_more_segments_make_the_interval_narrower() -> None:
    one = interval(resample("a", SEGMENTS))
    many = interval(summed([resample(str(n), SEGMENTS) for n in range(16)]))
    assert one
    assert many
    assert many[1] - many[0] == pytest.approx((one[1] - one[0]) / 4, rel=0.2)


@pytest.mark.parametrize(
    "segments",
    [[], [(20, 0)] * 50, [(20, 1000)] * (FEWEST_SEGMENTS - 1)],
    ids=["none", "no error", "few"],
)
def test_where_there_is_no_spread_there_is_no_interval(segments: list[tuple[int, int]]) -> None:
    assert interval(resample("a", segments)) is None


def test_long_texts_and_heavy_errors_do_not_overflow() -> None:
    segments = [(10**9, 10**12)] * 100
    assert interval(resample("a", segments)) == (1000, 1000)


def test_half_of_a_surrogate_pair_is_no_obstacle() -> None:
    assert resample("\ud83d", SEGMENTS).segments == len(SEGMENTS)


@given(st.lists(st.tuples(sizes, sizes), max_size=12))
def test_words_that_were_drawn_before_change_nothing(segments: list[tuple[int, int]]) -> None:
    drawn = draw_words("a", [words for words, _ in segments])
    assert resample("a", segments, drawn) == resample("a", segments)


def test_each_resample_is_the_sum_of_what_it_drew() -> None:
    """One segment of a word: how often it was drawn; of n words: n times as often, at any width."""
    once = resample("a", [(1, 0)]).words.values()
    for words in (7, 10**4, 10**9):
        assert resample("a", [(words, 0)]).words.values() == [words * one for one in once]
