"""The scores of a report as values of report.json."""

from audit.model.score import LEVEL, MODEL, SMALLEST_SAMPLE, GroupScore, Interval, Score, Scores

DECIMALS = 3
"""Decimals of penalty points, which are reckoned in thousandths."""


def summary_scores(scores: Scores | None) -> dict[str, object] | None:
    """The scores over several documents, with what a reader must know to compare them."""
    if scores is None:
        return None
    return {
        "model": MODEL,
        "smallest_sample": SMALLEST_SAMPLE,
        "interval_level": LEVEL,
        "feed": score_tree(scores.feed),
        "publishers": [_group(one) for one in scores.publishers],
        "languages": [_group(one) for one in scores.languages],
    }


def score_tree(score: Score | None) -> dict[str, object] | None:
    """One score; None where there is none."""
    if score is None:
        return None
    return {
        "words": score.words,
        "points": round(score.points, DECIMALS),
        "expected_points": round(score.expected_points, DECIMALS),
        "errors": score.errors,
        "repeats": score.repeats,
        "enclosed": score.enclosed,
        "unsure": score.unsure,
        "penalty": score.penalty,
        "expected_penalty": score.expected_penalty,
        "penalty_interval": _interval(score.penalty_interval),
        "quality": score.quality,
        "quality_interval": _interval(score.quality_interval),
        "band": score.band.value if score.band else None,
        "hold": score.hold,
        "gates": [
            {"gate": one.kind.value, "new": one.new, "findings": list(one.findings)}
            for one in score.gates
        ],
        "by_dimension": [
            {
                "dimension": one.dimension.value,
                "errors": one.errors,
                "points": round(one.points, DECIMALS),
            }
            for one in score.shares
        ],
        "gauges": {
            "chrome_lines": score.gauges.chrome_lines,
            "chrome_words": score.gauges.chrome_words,
            "style_findings": score.gauges.style_findings,
        },
        "penalties": [
            {
                "finding": one.finding,
                "mqm": one.mqm.value,
                "points": round(one.points, DECIMALS),
                "times": one.times,
            }
            for one in score.penalties
        ],
    }


def _group(group: GroupScore) -> dict[str, object]:
    return {"name": group.name, "documents": group.documents, "score": score_tree(group.score)}


def _interval(interval: Interval | None) -> dict[str, float] | None:
    return None if interval is None else {"low": interval.low, "high": interval.high}
