"""The trend page: its numbers agree with the records, its words with what happened."""

import re
from dataclasses import replace

import pytest

from audit.model.trend import Tally
from audit.report.html.languages import strings_in
from audit.report.html.strings import ENGLISH
from audit.report.html.trend import MOST_AUDITS, trend_page, trend_text
from audit.report.html.trend_charts import by_class, by_day, by_family, scores, waiting
from audit.watch.trend import trend_over
from tests.sample_trend import name, record, trend


def test_equal_trends_give_equal_pages() -> None:
    assert trend_text(trend()) == trend_text(trend())


def test_the_page_needs_nothing_else() -> None:
    page = trend_text(trend())
    assert not re.search(r"https?:|<link|<img|style=", page)
    assert "default-src &#39;none&#39;" in page


def test_columns_are_as_high_as_rates_and_small_samples_set_back() -> None:
    audits = trend().audits
    chart = by_class(audits, ENGLISH)
    errors = chart.series[0]
    sure = [one for one in errors.columns if not one.pale]
    rates = [9 / 4.2, 8 / 3.9, 10 / 4.1, 7 / 3.7, 9 / 4.0]
    queries = [one for one in chart.series[1].columns if not one.pale]
    assert max(one.height for one in queries) == 100
    for column, expected in zip(sure, rates, strict=False):
        assert column.height == pytest.approx(100 * expected / (16 / 4.0), abs=0.01)
    assert [i for i, one in enumerate(errors.columns) if one.pale] == [5]
    assert errors.columns[5].height == 100
    assert "fewer than 500 words" in chart.hint
    assert errors.last == "0.8"


def test_lines_stand_where_the_settings_changed() -> None:
    assert by_class(trend().audits, ENGLISH).lines == (50.0,)


def test_the_table_has_the_numbers_of_the_chart() -> None:
    chart = by_class(trend().audits, ENGLISH)
    assert chart.table.heads[-4:] == ("Error", "Query", "Page residue", "Information")
    row = chart.table.rows[0]
    assert row[:4] == ("Audit 1", "2024-03-01 – 2024-03-02", "10", "4,200")
    for i, series in enumerate(chart.series):
        assert [column.says.split(": ")[1] for column in series.columns] == [
            row[4 + i] for row in chart.table.rows
        ]


def test_families_with_most_findings_stand_first() -> None:
    chart = by_family(trend().audits, ENGLISH)
    assert chart is not None
    assert [one.label for one in chart.series] == ["Names", "Calques", "Punctuation"]
    quiet = replace(record(0), whole=Tally(1, 900))
    assert by_family(trend_over([(1, quiet)]).audits, ENGLISH) is None


def test_many_days_are_shown_by_months() -> None:
    days = [(f"2024-{month:02}-{day:02}", Tally(1, 600, {"error": 3}))
            for month in (1, 2) for day in range(1, 20)]  # fmt: skip
    chart = by_day(days, ENGLISH)
    assert chart is not None
    assert (chart.first, chart.last, len(chart.table.rows)) == ("2024-01", "2024-02", 2)
    assert chart.table.rows[0] == ("2024-01", "19", "11,400", "5.0", "0.0", "0.0", "0.0")
    assert by_day(days[:1], ENGLISH) is None


def test_scores_have_their_intervals_and_none_is_made_up() -> None:
    chart = scores(trend().audits, ENGLISH)
    assert chart is not None
    assert [i for i, dot in enumerate(chart.dots) if dot.y is None] == [5]
    for dot in chart.dots:
        if dot.y is not None:
            assert dot.low is not None
            assert dot.high is not None
            assert 0 <= dot.high <= dot.y <= dot.low <= 100  # downwards
    assert (chart.top, chart.bottom) == ("100", "98")
    short = trend_over([(1, record(5))])
    assert scores(short.audits, ENGLISH) is None


def test_what_waits_is_drawn_only_where_something_ever_did() -> None:
    chart = waiting(trend().audits, ENGLISH)
    assert chart is not None
    assert chart.series[0].last == "4"
    assert waiting(trend_over([(1, replace(record(0), names=()))]).audits, ENGLISH) is None


@pytest.mark.parametrize(
    ("errors", "says"),
    [
        (100, "more than in any audit before (3.9 to 6.2)"),
        (0, "fewer than in any audit before (3.9 to 6.2)"),
        (5, "within what was usual before (3.9 to 6.2)"),
    ],
)
def test_the_last_audit_is_compared_with_all_before(errors: int, says: str) -> None:
    last = replace(record(0), whole=Tally(5, 1000, {"error": errors}))
    records = [(i + 1, record(i)) for i in (0, 4, 5, 7)]
    page = trend_page(trend_over([*records, (9, last)]), ENGLISH)
    assert says in page.steps[0].text


def test_a_small_sample_is_compared_with_nothing() -> None:
    page = trend_page(trend(6), ENGLISH)
    assert page.steps[0].text == "Audit 6: 16.1 errors and queries in 1,000 words."


def test_new_and_gone_names_are_named() -> None:
    page = trend_page(trend(), ENGLISH)
    assert page.steps[1].text.startswith("2 names are newly spelled")
    assert ["".join(bit.text for bit in one.bits) for one in page.steps[1].names] == [
        "Ольга Шпак", "حسن روحاني",
    ]  # fmt: skip
    eight = trend_page(trend(8), ENGLISH)
    assert any(step.text == "1 name is in good order again: " for step in eight.steps)


def test_only_the_latest_audits_are_drawn_and_it_is_said() -> None:
    many = trend_over([(i, record(i % 12)) for i in range(1, MOST_AUDITS + 11)])
    page = trend_page(many, ENGLISH)
    assert len(page.charts[0].table.rows) == MOST_AUDITS
    assert any(f"the latest {MOST_AUDITS} of {MOST_AUDITS + 10}" in hint for hint in page.hints)


def test_hostile_names_are_text() -> None:
    bad = name("<b>Khasan</b>\u202e", '"><script>alert(1)</script>')
    page = trend_text(trend_over([(1, replace(record(0), names=(bad,)))]))
    assert "<b>Khasan" not in page
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_it_speaks_ukrainian() -> None:
    page = trend_text(trend(), "uk")
    assert '<html lang="uk">' in page
    assert "Перевірка 13: 4,1 помилок і питань на 1000 слів" in page
    words = strings_in("uk")
    assert words.trend_open_names.of(2) == "2 імені й назви чекають на рішення."
    said = page.partition("<main")[2].partition("<script")[0]
    assert "audit" not in re.sub(r"<[^>]*>|mtaudit", "", said)
