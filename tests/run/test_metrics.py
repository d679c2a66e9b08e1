"""A feed with references is measured by them where that is asked for, and nowhere else."""

import json
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.model.comparison import MetricName
from audit.report.html import HtmlReporter
from audit.run import audit
from tests.report.ci.formats import written

SEGMENTS = [
    ("Мер відкрила міст.", "The mayor opened the bridge.", "The mayor opened a bridge."),
    ("Міст стоїть на річці.", "The bridge is on the river.", "The bridge stands on the river."),
]


@pytest.fixture
def feed(tmp_path: Path) -> str:
    segments = [dict(zip(("source", "target", "reference"), one, strict=True)) for one in SEGMENTS]
    line = {"id": "a", "lang": "en", "source_lang": "uk", "segments": segments}
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_a_feed_is_measured_as_the_command_score_would(feed: str) -> None:
    from audit.run.compare import compare

    done = audit([feed], Config(metrics=True)).comparison
    assert done is not None
    alone = compare([feed], Config())
    assert done.segments == 2
    assert done.systems[0].measures == alone.systems[0].measures
    assert done.systems[0].consistency == alone.systems[0].consistency
    assert [one.metric for one in done.systems[0].measures] == list(MetricName)


def test_nobody_asked(feed: str) -> None:
    assert audit([feed], Config()).comparison is None


@pytest.mark.parametrize(("lang", "title"), [("en", "Metrics"), ("uk", "Метрики")])
def test_the_html_report_has_a_section_of_its_own(feed: str, lang: str, title: str) -> None:
    import io

    out = io.StringIO()
    HtmlReporter().tuned(lang, None).write(audit([feed], Config(metrics=True)), out)
    text = out.getvalue()
    assert f'<h3 id="metrics">{title}</h3>' in text
    assert "chrF2++" in text
    plain = io.StringIO()
    HtmlReporter().write(audit([feed], Config()), plain)
    assert 'id="metrics"' not in plain.getvalue()


def test_reports_for_ci_are_the_same_with_and_without(feed: str) -> None:
    with_, without = (audit([feed], Config(metrics=one)) for one in (True, False))
    assert written(with_, "gitlab") == written(without, "gitlab")
