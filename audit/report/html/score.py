"""The score in words and bars: what it is, what is behind it, and what speaks for holding."""

from collections.abc import Iterator

from audit.model.score import LEVEL, SMALLEST_SAMPLE, GroupScore, Interval, Score
from audit.report.html.index import Index, capital
from audit.report.html.languages import language_name
from audit.report.html.strings import Strings
from audit.report.html.views import GroupRow, GroupTable, HoldLine, ScoreCard, ShareRow


def score_card(index: Index, words: Strings) -> ScoreCard | None:
    """The score of all documents together; None where nothing was scored."""
    scores = index.report.scores
    if scores is None or not scores.documents:
        return None
    feed = scores.feed
    numbered = feed.quality is not None
    held = sum(one.hold for one in scores.documents.values())
    return ScoreCard(
        value=words.amount(feed.quality, 1)
        if feed.quality is not None
        else capital(_band(feed, words)),
        unit=words.score_of if numbered else "",
        lines=tuple(filter(None, _lines(feed, words))),
        facts=tuple(_facts(feed, words)),
        hold_why=words.hold_why.of(held),
        holds=tuple(_holds(feed, words)),
        shares=tuple(_shares(feed, words)),
        groups=tuple(_groups(index, words)),
    )


def short_score(score: Score | None, words: Strings) -> str:
    """A score for a column of a table: the number, else the band, else a dash."""
    if score is None or score.band is None:
        return "–"
    return _band(score, words) if score.quality is None else words.amount(score.quality, 1)


def gate_label(kind: str, words: Strings) -> str:
    """What a gate is called."""
    return str(getattr(words, "gate_" + kind.replace("-", "_")))


def _lines(score: Score, words: Strings) -> tuple[str, str]:
    """How sure a number is, then its band; of a small sample what the band says comes first."""
    spread, band = _spread(score, words), _band_means(score, words)
    return (band, spread) if score.quality is None else (spread, band)


def _band(score: Score, words: Strings) -> str:
    return str(getattr(words, f"band_{score.band}")) if score.band else words.band_none


def _band_means(score: Score, words: Strings) -> str:
    """What the band says of a sample: in 500 words, or as a whole where it has fewer."""
    if score.band is None:
        return ""
    means = str(getattr(words, f"band_{score.band}_means"))
    if score.quality is None:
        return words.band_of_sample.format(means=capital(means))
    band = _band(score, words)
    return words.band_of_score.format(band=band, means=means, least=SMALLEST_SAMPLE)


def _spread(score: Score, words: Strings) -> str:
    """The interval in words; why there is no number where there is none."""
    if score.quality is None:
        return words.score_too_short.format(least=SMALLEST_SAMPLE)
    ends = score.quality_interval
    if ends is None:
        return ""
    low, high = words.amount(ends.low, 1), words.amount(ends.high, 1)
    return words.score_interval.format(level=f"{LEVEL:.0%}", low=low, high=high)


def _facts(score: Score, words: Strings) -> Iterator[str]:
    """What stands behind the score, the sum first."""
    if score.penalty is not None:
        yield words.score_penalty.format(penalty=words.amount(score.penalty, 1))
    counted = words.words_count.of(score.words)
    sum_ = words.score_points.format(points=words.amount(score.points), words=counted)
    yield f"{words.score_counted.of(score.errors)}: {sum_}"
    for number, phrase in (
        (score.repeats, words.score_repeats),
        (score.enclosed, words.score_enclosed),
        (score.unsure, words.score_unsure),
    ):
        if number:
            yield phrase.of(number)
    if score.expected_points != score.points:
        yield words.score_expected.format(points=words.amount(score.expected_points, 1))
    gauges = score.gauges
    if gauges.chrome_lines:
        lines = words.lines_count.of(gauges.chrome_lines)
        inside = words.words_count.of(gauges.chrome_words)
        yield words.gauge_chrome.format(lines=lines, words=inside)
    if gauges.style_findings:
        yield words.gauge_style.of(gauges.style_findings)


def _holds(score: Score, words: Strings) -> Iterator[HoldLine]:
    for gate in score.gates:
        yield HoldLine(
            gate_label(gate.kind, words),
            words.findings_count.of(len(gate.findings)),
            f"#findings?gate={gate.kind}",
        )


def _shares(score: Score, words: Strings) -> Iterator[ShareRow]:
    """The dimensions with errors, heaviest first."""
    for share in sorted(score.shares, key=lambda one: -one.points):
        yield ShareRow(
            label=getattr(words, "dimension_" + share.dimension.replace("-", "_")),
            errors=share.errors,
            points=words.amount(share.points),
            percent=round(100 * share.points / score.points, 1) if score.points else 0,
        )


def _groups(index: Index, words: Strings) -> Iterator[GroupTable]:
    """Scores by publisher and by language, where there are several to compare."""
    scores = index.report.scores
    if scores is None:
        return
    if len(scores.publishers) > 1:
        rows = tuple(_group(one, one.name, words) for one in scores.publishers)
        yield GroupTable("by-publisher", words.by_publisher, words.publisher, rows)
    if len(scores.languages) > 1:
        rows = tuple(_group(one, language_name(one.name, words), words) for one in scores.languages)
        yield GroupTable("by-language", words.by_language, words.language, rows)


def _group(group: GroupScore, name: str, words: Strings) -> GroupRow:
    return GroupRow(
        name=name,
        documents=group.documents,
        words=group.score.words,
        score=short_score(group.score, words),
        spread=_range(group.score.quality_interval, words),
        hold=group.score.hold,
    )


def _range(ends: Interval | None, words: Strings) -> str:
    return f"{words.amount(ends.low, 1)}–{words.amount(ends.high, 1)}" if ends else ""
