"""What the summary draws and what the coverage says: numbers that must agree with the findings."""

import re
from dataclasses import replace
from io import StringIO

import pytest

from audit.model.finding import FindingClass, State
from audit.model.report import Report
from audit.report.html import HtmlReporter
from audit.report.html.charts import bars, changes, families, timeline
from audit.report.html.index import CLASSES, Index
from audit.report.html.strings import ENGLISH
from audit.report.html.unchecked import unchecked
from tests import builders as make
from tests.sample_bilingual import bilingual
from tests.sample_feed import feed

TEN_WORDS = "one two three four five six seven eight nine ten"


def dated(*dates: str | None) -> Report:
    """One document a date, each of ten words; the first has a query and a remark."""
    docs = [
        replace(
            make.document("one two three four five six seven eight nine ten", id=f"d{i}"), date=d
        )
        for i, d in enumerate(dates)
    ]
    found = [
        make.finding(docs[0], "one", finding_class=FindingClass.QUERY),
        make.finding(docs[0], "two", finding_class=FindingClass.INFO),
    ]
    return make.report(docs, found)


def test_the_parts_of_a_bar_add_up() -> None:
    parts = bars({FindingClass.ERROR: 1, FindingClass.INFO: 2}, 4)
    assert [(p.class_key, p.start, p.width) for p in parts] == [("error", 0, 25), ("info", 25, 50)]
    assert bars({}, 0) == ()


def test_every_open_finding_is_in_one_family() -> None:
    index = Index(feed())
    rows = families(index, ENGLISH)
    assert sum(sum(row.counts) for row in rows) == len(index.open)
    assert [row.id for row in rows] == ["NAM", "PUN", "REP", "NUM", "BOI", "CAL"]
    assert rows[0].name == "Names"
    assert max(sum(part.width for part in row.bars) for row in rows) == pytest.approx(100, abs=0.05)
    for row in rows:
        assert len(row.counts) == len(CLASSES)


def test_families_without_a_name_keep_their_letters() -> None:
    doc = make.document("One.")
    report = make.report([doc], [make.finding(doc, "One", by=make.rule("XYZ001", "own-rule"))])
    assert families(Index(report), ENGLISH)[0].name == "XYZ"


def test_changes_are_told_only_against_a_baseline() -> None:
    assert [(c.key, c.count) for c in changes(Index(bilingual()), ENGLISH)] == [
        ("new", 7),
        ("known", 1),
        ("suppressed", 1),
    ]
    doc = make.document("One.")
    new = make.finding(doc, "One")
    assert not list(changes(Index(make.report([doc], [new])), ENGLISH))
    gone = replace(new, state=State.SUPPRESSED)
    assert [c.count for c in changes(Index(make.report([doc], [gone])), ENGLISH)] == [0, 0, 1]


def test_time_needs_two_dates() -> None:
    assert timeline(Index(dated("2024-01-01", "2024-01-01")), ENGLISH) is None
    assert timeline(Index(dated("2024-01-01", None, "last week")), ENGLISH) is None


def test_periods_count_errors_and_queries_by_words() -> None:
    line = timeline(Index(dated("2024-01-01T10:00:00Z", "2024-02-01", None)), ENGLISH)
    assert line
    assert [(p.label, p.documents, p.asking, p.others, p.rate, p.height) for p in line.periods] == [
        ("2024-01-01", 1, 1, 1, "100.0", 100),
        ("2024-02-01", 1, 0, 0, "0.0", 0),
    ]
    assert line.undated == "1 document without a date is not shown."


def test_a_long_time_is_shown_by_months() -> None:
    days = [f"2024-{month:02}-{day:02}" for month in (3, 4) for day in range(1, 21)]
    line = timeline(Index(dated(*days)), ENGLISH)
    assert line
    assert [(p.label, p.documents) for p in line.periods] == [("2024-03", 20), ("2024-04", 20)]


def test_coverage_counts_documents_words_and_rules_by_language() -> None:
    report = bilingual()
    shown = unchecked(Index(report), ENGLISH)
    rows = {row.language: row for row in shown.read}
    assert (rows["English"].documents, rows["English"].paired) == (2, 2)
    assert sum(row.words for row in rows.values()) == sum(report.words.values())
    assert (rows["English"].rules, rows["Hebrew"].rules) == ("3 of 3", "2 of 3")
    assert shown.pair_rules.startswith("4 documents have no source beside them")
    assert "(rules: 1)" in shown.pair_rules
    assert [(row.id, row.count) for row in shown.ran] == [("NAM", 1), ("NUM", 1), ("OMI", 1)]


def test_where_nothing_compares_with_a_source_nothing_is_said_of_it() -> None:
    assert unchecked(Index(feed()), ENGLISH).pair_rules == ""


def test_charts_have_a_name_and_their_numbers_beside_them() -> None:
    out = StringIO()
    HtmlReporter().write(dated("2024-01-01", "2024-02-01"), out)
    page = out.getvalue()
    assert re.search(r'<svg [^>]*role="img" aria-labelledby="timeline-title">', page)
    assert "Columns from 2024-01-01 to 2024-02-01" in page
    assert '<td class="number" data-label="In 1,000 words">100.0</td>' in page
