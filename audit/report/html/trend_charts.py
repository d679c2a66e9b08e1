"""The charts of the trend page: columns and dots over audits or days, each with its table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from audit.model.score import SMALLEST_SAMPLE
from audit.model.trend import AuditPoint, Tally
from audit.report.html.index import CLASSES, capital
from audit.report.html.strings import Strings
from audit.report.html.trend_views import Chart, Column, Dot, ScoreChart, Series, Table

MOST_DAYS = 31
"""Days shown one by one; a longer time is shown by months."""

FULL = 0.72
"""Share of its place that a column fills."""

WIDEST = 6.0
"""Width of a column at most, where there are few."""

LEAST = 3.0
"""Height of the smallest column that is not nothing, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What stands along a chart: the label of each place, and where settings changed."""

    labels: tuple[str, ...]
    lines: tuple[float, ...] = ()

    def at(self, number: int) -> float:
        """Where the place `number` begins, 0 to 100."""
        return round(100 * number / len(self.labels), 3)

    def columns(
        self, values: Sequence[float], most: float, says: Iterable[str], pale: Iterable[int] = ()
    ) -> Iterator[Column]:
        """Columns of `values`, of which `most` fills the height; those at `pale` are set back."""
        place, back = 100 / len(self.labels), frozenset(pale)
        width = min(place * FULL, WIDEST)
        for number, (value, text) in enumerate(zip(values, says, strict=True)):
            height = min(max(100 * value / most, LEAST), 100.0) if value and most else 0.0
            x = self.at(number) + (place - width) / 2
            yield Column(round(x, 3), round(width, 3), round(height, 2), text, number in back)


def audit_axis(audits: Sequence[AuditPoint], words: Strings) -> Axis:
    """The audits by number, with a line before each that ran under other settings."""
    labels = tuple(_label(one, words) for one in audits)
    places = (i for i, one in enumerate(audits) if one.resettled and i)
    return Axis(labels, tuple(round(100 * i / len(audits), 3) for i in places))


def by_class(audits: Sequence[AuditPoint], words: Strings) -> Chart:
    """Findings of each class over the audits."""
    tallies = [one.record.whole for one in audits]
    counts = [one.classes for one in tallies]
    rates = _Rates(audit_axis(audits, words), tallies, counts, _classes(words), words)
    heads = (words.trend_audit, words.trend_days, words.documents, words.words)
    rows = [
        (_label(one, words), published(one), *_sizes(one.record.whole, words)) for one in audits
    ]
    return rates.chart("by-class", words.trend_by_class, rates.table(heads, rows))


def by_family(audits: Sequence[AuditPoint], words: Strings) -> Chart | None:
    """Errors and queries of each family of rules over the audits; None where there are none."""
    tallies = [one.record.whole for one in audits]
    total = sum(tallies, Tally()).families
    if not total:
        return None
    labels = {
        key: str(getattr(words, f"family_{key.lower()}", key))
        for key in sorted(total, key=lambda key: (-total[key], key))
    }
    counts = [one.families for one in tallies]
    rates = _Rates(audit_axis(audits, words), tallies, counts, labels, words)
    table = rates.table((words.trend_audit,), [(_label(one, words),) for one in audits])
    return rates.chart("by-family", words.trend_by_family, table)


def by_day(days: Sequence[tuple[str, Tally]], words: Strings) -> Chart | None:
    """Findings of each class by day of publication, or month; None with less than two days."""
    if len(days) < 2:
        return None
    long = len(days) > MOST_DAYS
    shown = _months(days) if long else days
    axis, tallies = Axis(tuple(day for day, _ in shown)), [tally for _, tally in shown]
    rates = _Rates(axis, tallies, [one.classes for one in tallies], _classes(words), words)
    rows = [(day, *_sizes(tally, words)) for day, tally in shown]
    table = rates.table((words.date, words.documents, words.words), rows)
    title = words.trend_by_month if long else words.trend_by_day
    return rates.chart("by-day", title, table, words.trend_by_date)


def waiting(audits: Sequence[AuditPoint], words: Strings) -> Chart | None:
    """How many names wait for a decision after each audit; None where none ever did."""
    values = [one.open_names for one in audits]
    most = max(values, default=0)
    if not most:
        return None
    axis = audit_axis(audits, words)
    shown = [words.amount(value) for value in values]
    ends = {"first": axis.labels[0], "last": axis.labels[-1]}
    says = words.trend_waiting_says.format(most=words.amount(most), latest=shown[-1], **ends)
    told = [f"{label}: {value}" for label, value in zip(axis.labels, shown, strict=True)]
    columns = tuple(axis.columns([float(value) for value in values], float(most), told))
    series = (Series("open", words.trend_waiting_short, "", columns, shown[-1], says),)
    rows = tuple((_label(one, words), value) for one, value in zip(audits, shown, strict=True))
    table = Table((words.trend_audit, words.trend_waiting_short), rows)
    hint = words.trend_waiting_hint.format(most=words.amount(most))
    return _chart("waiting", words.trend_waiting, hint, series=series, axis=axis, table=table)


def scores(audits: Sequence[AuditPoint], words: Strings) -> ScoreChart | None:
    """The score of each audit with its interval; None where no audit has one."""
    ends = [end for one in audits for end in _ends(one)]
    if not ends:
        return None
    top = min(100, ceil(max(ends)))
    bottom = min(floor(min(ends)), top - 1)

    def y(quality: float) -> float:
        return round(4 + 92 * (top - quality) / (top - bottom), 2)

    axis = audit_axis(audits, words)
    dots = []
    for number, one in enumerate(audits):
        x = round(axis.at(number) + 50 / len(audits), 3)
        says = f"{axis.labels[number]}: {_score(one, words)}"
        if one.record.quality is None:
            dots.append(Dot(x, says))
            continue
        span = one.record.quality_interval
        low, high = (y(span.low), y(span.high)) if span else (None, None)
        dots.append(Dot(x, says, y(one.record.quality), low, high))
    numbers = [one.record.quality for one in audits if one.record.quality is not None]
    said = words.trend_score_says.format(
        first=axis.labels[0], last=axis.labels[-1], low=words.amount(min(numbers), 1),
        high=words.amount(max(numbers), 1), latest=words.amount(numbers[-1], 1),
    )  # fmt: skip
    return ScoreChart(
        says=said,
        hint=words.trend_score_hint.format(least=SMALLEST_SAMPLE),
        dots=tuple(dots),
        lines=axis.lines,
        top=words.amount(top),
        bottom=words.amount(bottom),
        first=axis.labels[0],
        last=axis.labels[-1],
        table=_score_table(audits, words),
    )


def _label(point: AuditPoint, words: Strings) -> str:
    return words.trend_number.format(number=words.amount(point.number))


def published(point: AuditPoint) -> str:
    """The days on which the items of an audit were published, first and last."""
    days = sorted(point.record.days)
    if not days:
        return "–"
    return days[0] if days[0] == days[-1] else f"{days[0]} – {days[-1]}"


def rate(value: float | None, words: Strings) -> str:
    """A rate with one decimal; a dash where nothing was read."""
    return "–" if value is None else words.amount(value, 1)


def _ends(point: AuditPoint) -> list[float]:
    span, quality = point.record.quality_interval, point.record.quality
    spread = [span.low, span.high] if span else []
    return spread if quality is None else [*spread, quality]


def _score(point: AuditPoint, words: Strings) -> str:
    """The score of an audit with its interval, else its band."""
    record = point.record
    if record.quality is None:
        return str(getattr(words, f"band_{record.band}")) if record.band else words.band_none
    span, score = record.quality_interval, words.amount(record.quality, 1)
    if span is None:
        return words.trend_score_only.format(score=score)
    low, high = words.amount(span.low, 1), words.amount(span.high, 1)
    return words.trend_score_is.format(score=score, low=low, high=high)


def _score_table(audits: Sequence[AuditPoint], words: Strings) -> Table:
    rows = []
    for one in audits:
        record, span = one.record, one.record.quality_interval
        band = capital(str(getattr(words, f"band_{record.band}"))) if record.band else "–"
        rows.append((
            _label(one, words),
            "–" if record.quality is None else words.amount(record.quality, 1),
            f"{words.amount(span.low, 1)}–{words.amount(span.high, 1)}" if span else "–",
            band,
            words.trend_yes if record.hold else "–",
            words.trend_new_settings if one.resettled else "–",
        ))  # fmt: skip
    heads = (words.trend_audit, words.score, words.trend_interval, words.trend_band,
             words.trend_hold, words.trend_settings)  # fmt: skip
    return Table(heads, tuple(rows))


def _classes(words: Strings) -> Mapping[str, str]:
    return {kind.value: str(getattr(words, f"class_{kind}")) for kind in CLASSES}


class _Rates:
    """What was counted along an axis, in 1,000 words, all on one scale.

    `counts` say for each place how much there was of each of `labels`; `tallies` how many words.
    Small samples are pale and no measure for the scale: one finding in 50 words is not 20 in 1,000.
    """

    def __init__(
        self,
        axis: Axis,
        tallies: Sequence[Tally],
        counts: Sequence[Mapping[str, int]],
        labels: Mapping[str, str],
        words: Strings,
    ) -> None:
        self._axis, self._labels, self._words = axis, labels, words
        pairs = list(zip(tallies, counts, strict=True))
        self._values = {
            key: [tally.rate(count.get(key, 0)) for tally, count in pairs] for key in labels
        }
        self._pale = [i for i, tally in enumerate(tallies) if tally.small]
        sure = [i for i, tally in enumerate(tallies) if not tally.small] or range(len(tallies))
        self._most = max(
            (values[i] or 0.0 for values in self._values.values() for i in sure), default=0.0
        )

    def chart(self, key: str, title: str, table: Table, first: str = "") -> Chart:
        """A row of columns for each thing that was counted; `first` is said before the scale."""
        series = tuple(self._one(label, self._words) for label in self._labels)
        hint = " ".join(filter(None, (first, self._hint())))
        return _chart(key, title, hint, series=series, axis=self._axis, table=table)

    def _hint(self) -> str:
        """How to read the columns."""
        scale = self._words.trend_scale.format(most=self._words.amount(self._most, 1))
        pale = self._words.trend_pale.format(least=SMALLEST_SAMPLE)
        return f"{scale} {pale}" if self._pale else scale

    def _one(self, key: str, words: Strings) -> Series:
        values, label, ends = self._values[key], self._labels[key], self._axis.labels
        shown = [rate(value, words) for value in values]
        says = words.trend_says.format(
            what=label, first=ends[0], last=ends[-1], latest=shown[-1],
            most=words.amount(max(value or 0.0 for value in values), 1),
        )  # fmt: skip
        told = [f"{end}: {value}" for end, value in zip(ends, shown, strict=True)]
        heights = [value or 0.0 for value in values]
        columns = tuple(self._axis.columns(heights, self._most, told, self._pale))
        return Series(key.lower(), label, key if key in CLASSES else "", columns, shown[-1], says)

    def table(self, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
        """`rows` with the rates of each place behind them."""
        rates = zip(*self._values.values(), strict=True)
        every = tuple(
            (*row, *(rate(value, self._words) for value in values))
            for row, values in zip(rows, rates, strict=True)
        )
        return Table((*heads, *self._labels.values()), every)


def _chart(
    key: str, title: str, hint: str, /, *, series: tuple[Series, ...], axis: Axis, table: Table
) -> Chart:
    return Chart(key, title, hint, series, axis.lines, axis.labels[0], axis.labels[-1], table)


def _sizes(tally: Tally, words: Strings) -> tuple[str, str]:
    return words.amount(tally.documents), words.amount(tally.words)


def _months(days: Sequence[tuple[str, Tally]]) -> list[tuple[str, Tally]]:
    """The tallies of days added up to months."""
    months: dict[str, Tally] = {}
    for day, tally in days:
        month = day[:7]
        months[month] = months[month] + tally if month in months else tally
    return sorted(months.items())
