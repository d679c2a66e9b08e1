"""The trend of a watched feed as an HTML page that needs nothing else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from audit.model.trend import AuditPoint, NameState, NameTrend, Trend
from audit.report.html.assets import environment, inline, joined, style
from audit.report.html.languages import strings_in
from audit.report.html.snippets import snippet
from audit.report.html.strings import ENGLISH, Strings
from audit.report.html.trend_charts import (
    audit_axis,
    by_class,
    by_day,
    by_family,
    rate,
    scores,
    waiting,
)
from audit.report.html.trend_views import Chart, NameRow, Said, ScoreChart, TrendPage

SCRIPTS = ("theme_choice.js", "trend.js")
"""The parts of the page's script."""

NO_REPORTS: Mapping[int, str] = MappingProxyType({})
"""No audit has a report that could be led to."""

C = TypeVar("C", Chart | None, ScoreChart | None)

MOST_AUDITS = 60
"""Audits drawn: of more, a column can hardly be told from the next. Names and days cover all."""

MOST_NAMES = 100
"""Names listed, those to decide on first."""

MOST_NAMED = 4
"""Names told one by one in a sentence."""


def trend_text(
    trend: Trend, lang: str = ENGLISH.lang, reports: Mapping[int, str] = NO_REPORTS
) -> str:
    """The page in the language `lang`; equal trends give equal text.

    `reports` are addresses of the reports on audits, by number; the page leads to them. Raises
    `ConfigError` for a language that no page speaks.
    """
    words = strings_in(lang)
    assets = inline(style(("style.css", "trend.css", "media.css")), joined(SCRIPTS))
    template = environment().get_template("trend.html.j2")
    return template.render(page=trend_page(trend, words, reports), words=words, assets=assets)


def trend_page(trend: Trend, words: Strings, reports: Mapping[int, str] = NO_REPORTS) -> TrendPage:
    """Everything the template shows."""
    drawn = trend.audits[-MOST_AUDITS:]
    hrefs = tuple(reports.get(one.number, "") for one in drawn)
    charts = (by_class(drawn, words), by_family(drawn, words)) if drawn else ()
    every = (*(_leading(chart, hrefs) for chart in charts), by_day(trend.days, words))
    names = trend.names[:MOST_NAMES]
    more = len(trend.names) - len(names)
    return TrendPage(
        about=tuple(_about(trend, words)),
        steps=tuple(_steps(trend, words)),
        rest=_rest(trend, words),
        hints=tuple(_hints(trend, drawn, words)),
        charts=tuple(chart for chart in every if chart),
        score=_leading(scores(drawn, words), hrefs),
        waiting=_leading(waiting(drawn, words), hrefs),
        names=tuple(_row(name, trend, words, reports) for name in names),
        names_count=len(trend.names),
        more_names=words.trend_names_more.of(more) if more else "",
    )


def _leading(chart: C, hrefs: tuple[str, ...]) -> C:
    """A chart over audits whose table leads to the reports on them."""
    return chart and replace(chart, table=replace(chart.table, hrefs=hrefs))


def _about(trend: Trend, words: Strings) -> Iterator[str]:
    """What was audited, in numbers."""
    yield words.trend_audits.of(len(trend.audits))
    yield words.documents_count.of(sum(one.record.whole.documents for one in trend.audits))
    yield words.words_count.of(sum(one.record.whole.words for one in trend.audits))
    if trend.days:
        first, last = trend.days[0][0], trend.days[-1][0]
        said = words.trend_published if first != last else words.trend_published_once
        yield said.format(first=first, last=last)


def _rest(trend: Trend, words: Strings) -> str:
    """What is said where there is no trend yet."""
    return {0: words.trend_none, 1: words.trend_one}.get(len(trend.audits), "")


def _hints(trend: Trend, drawn: Sequence[AuditPoint], words: Strings) -> Iterator[str]:
    """What bears on all charts."""
    if trend.unrecorded:
        yield words.trend_unrecorded.of(trend.unrecorded)
    if len(drawn) < len(trend.audits):
        shown, every = words.amount(len(drawn)), words.amount(len(trend.audits))
        yield words.trend_latest.format(shown=shown, all=every)
    resettled = [words.amount(one.number) for one in drawn[1:] if one.resettled]
    if resettled:
        yield words.trend_resettled.format(numbers=", ".join(resettled))


def _steps(trend: Trend, words: Strings) -> Iterator[Said]:
    """What the last audit changed, then what is to be done."""
    if not trend.audits:
        return
    last = trend.audits[-1]
    yield Said(_compared(last, trend.audits[:-1], words), "#by-class")
    new = [one for one in trend.names if one.state is NameState.NEW]
    if new:
        yield _named(words.trend_new_names.of(len(new)), new, words)
    gone = [one for one in trend.names if _gone_now(one, len(trend.audits))]
    if gone:
        yield _named(words.trend_gone_names.of(len(gone)), gone, words)
    if waits := sum(one.open for one in trend.names):
        yield Said(words.trend_open_names.of(waits), "#names")


def _compared(last: AuditPoint, before: Iterable[AuditPoint], words: Strings) -> str:
    """The rate of the last audit beside those before it, small samples left out."""
    whole = last.record.whole
    now = whole.rate(whole.asking)
    if now is None:
        return words.trend_no_words.format(number=last.number)
    said = words.trend_rate.format(number=last.number, rate=rate(now, words))
    tallies = [one.record.whole for one in before if not one.record.whole.small]
    rates = [value for one in tallies if (value := one.rate(one.asking)) is not None]
    if not rates or whole.small:
        return said + words.trend_alone
    low, high = min(rates), max(rates)
    verdict = words.trend_usual
    if now > high:
        verdict = words.trend_more
    elif now < low:
        verdict = words.trend_fewer
    return said + verdict.format(low=rate(low, words), high=rate(high, words))


def _gone_now(name: NameTrend, audits: int) -> bool:
    """Whether the last audit is the first that met a name in good order again."""
    met = [i for i in range(name.last + 1, audits) if name.met[i]]
    return name.state is NameState.GONE and met[:1] == [audits - 1]


def _named(text: str, names: Sequence[NameTrend], words: Strings) -> Said:
    """A sentence that ends with names, the first few of them."""
    shown = tuple(snippet(one.canonical, one.lang) for one in names[:MOST_NAMED])
    more = len(names) - len(shown)
    return Said(text, "#names", shown, words.trend_and_more.of(more) if more else "")


def _row(name: NameTrend, trend: Trend, words: Strings, reports: Mapping[int, str]) -> NameRow:
    """One line of the table of names."""
    numbers = [trend.audits[i].number for i in (name.first, name.last)]
    one_only = name.first == name.last
    since = words.trend_in_one if one_only else words.trend_between
    drawn = slice(-MOST_AUDITS, None)
    axis = audit_axis(trend.audits[drawn], words)
    heights = [
        100.0 if departed else 45.0 if met else 0.0
        for met, departed in zip(name.met[drawn], name.departed[drawn], strict=True)
    ]
    strip = axis.columns(heights, 100.0, axis.labels)
    return NameRow(
        name=snippet(name.canonical, name.lang),
        kind=str(getattr(words, f"kind_{name.kind}")),
        forms=tuple(snippet(text, name.lang) for text in name.forms),
        state_key=name.state.value,
        state=str(getattr(words, f"trend_state_{name.state}")),
        decided=words.trend_decided if name.decided else "",
        since=since.format(first=words.amount(numbers[0]), last=words.amount(numbers[1])),
        uses=words.trend_share.format(
            departed=words.amount(sum(name.departed)), met=words.amount(sum(name.met))
        ),
        strip=tuple((column.height > 50, column) for column in strip if column.height),
        href=reports.get(numbers[1], ""),
    )
