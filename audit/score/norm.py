"""From a tally to a score: norming to 1,000 words, the quality score, its interval, the band.

Tallies hold thousandths of a point, and a thousandth of a point in one word is a point in 1,000
words, the reference word count of MQM (themqm.org): points by words is the penalty.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from audit.model.mqm import Dimension
from audit.model.score import SMALLEST_SAMPLE, Band, Gate, Interval, Penalty, Score, Share
from audit.score.count import Counted
from audit.score.points import MILLI
from audit.score.resample import interval
from audit.score.tally import Tally

DECIMALS = 2
"""Decimals of a penalty: a minor error of punctuation in 10,000 words still shows."""

BANDS = ((50, Band.HEAVY), (10, Band.MODERATE), (0, Band.LIGHT))
"""Lowest penalty of each band, heaviest first. 10 is one major error (5 points) and 50 one critical
error (25 points) in the smallest sample; a penalty of 0 is the band CLEAN."""


def normed(total: Tally, counted: Sequence[Counted] = (), gates: tuple[Gate, ...] = ()) -> Score:
    """The score of `total` with these `gates`; `counted` are the errors of a single document."""
    shares = zip(Dimension, total.by_dimension, strict=True)
    score = Score(
        words=total.words,
        points=total.points / MILLI,
        expected_points=total.expected / MILLI,
        errors=total.errors,
        repeats=total.repeats,
        enclosed=total.enclosed,
        unsure=total.unsure,
        band=_band(total),
        shares=tuple(Share(one, n, points / MILLI) for one, (n, points) in shares if n),
        gates=gates,
        gauges=total.gauges,
        penalties=tuple(_penalty(one) for one in counted),
    )
    if total.words < SMALLEST_SAMPLE:
        return score
    penalties, qualities = _intervals(total)
    return replace(
        score,
        penalty=round(total.points / total.words, DECIMALS),
        expected_penalty=round(total.expected / total.words, DECIMALS),
        penalty_interval=penalties,
        quality=_quality(-(-total.points // total.words)),
        quality_interval=qualities,
    )


def _penalty(one: Counted) -> Penalty:
    return Penalty(one.finding.fingerprint, one.finding.mqm, one.points / MILLI, one.times)


def _quality(penalty: int) -> float:
    """The overall quality score of a whole penalty: 100 - penalty / 10, never below 0.

    A penalty is rounded up before it comes here: 100 is only what has none.
    """
    return max(0, 1000 - penalty) / 10


def _intervals(total: Tally) -> tuple[Interval | None, Interval | None]:
    """The intervals of the penalty and of the quality score."""
    ends = interval(total.resamples)
    if ends is None:
        return None, None
    low, high = ends
    return (
        Interval(round(low, DECIMALS), round(high, DECIMALS)),
        Interval(_quality(math.ceil(high)), _quality(math.ceil(low))),
    )


def _band(total: Tally) -> Band | None:
    """The band of a tally; a smaller sample is taken for one of 500 words without further errors.

    So one minor error in a brief of 40 words is light, and one critical error heavy at any length.
    """
    if not total.words:
        return None
    if not total.points:
        return Band.CLEAN
    penalty = total.points / max(total.words, SMALLEST_SAMPLE)
    return next(band for lowest, band in BANDS if penalty >= lowest)
