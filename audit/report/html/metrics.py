"""The metrics of an audited feed in rows: against its references, and of its consistency."""

from collections.abc import Iterator

from audit.model.comparison import Comparison, Consistency, Measure, MetricName, Share
from audit.report.html.strings import Strings
from audit.report.html.views import MeasureRow, MetricsCard

_TITLES = {
    MetricName.BLEU: "BLEU",
    MetricName.CHRF: "chrF2",
    MetricName.CHRF_PLUS: "chrF2++",
    MetricName.TER: "TER",
}
_SHARES = ("names", "terms", "words", "ltcr")


def metrics_card(done: Comparison | None, words: Strings) -> MetricsCard | None:
    """The metrics of the one feed that was audited; None where nobody asked for them."""
    if done is None:
        return None
    (feed,) = done.systems
    return MetricsCard(
        heading=words.metrics_segments.of(done.segments) if done.segments else "",
        measures=tuple(_measure(one, words) for one in feed.measures),
        shares=tuple(_shares(feed.consistency, words)),
        signatures=tuple(f"{_TITLES[name]}: {text}" for name, text in done.signatures),
        notes=done.notes,
    )


def _measure(one: Measure, words: Strings) -> MeasureRow:
    better = words.less_is_better if one.metric.less_is_better else words.more_is_better
    spread = ""
    if one.mean is not None and one.margin is not None:
        ends = (one.mean - one.margin, one.mean + one.margin)
        low, high = (words.amount(end, 2) for end in ends)
        spread = words.score_interval.format(level="95%", low=low, high=high) + "; "
    return MeasureRow(_TITLES[one.metric], words.amount(one.value, 2), spread + better)


def _shares(consistency: Consistency, words: Strings) -> Iterator[MeasureRow]:
    for name in _SHARES:
        share: Share = getattr(consistency, name)
        if share.rate is not None:
            value = f"{words.amount(100 * share.rate, 1)}%"
            said = words.share_of.format(
                good=words.amount(share.good), total=words.amount(share.total)
            )
            yield MeasureRow(str(getattr(words, f"consistent_{name}")), value, said)
