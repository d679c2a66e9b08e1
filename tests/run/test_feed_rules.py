"""Rules that look at a whole feed: what a feed is; same bytes in any number of processes."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from audit.config.schema import Config, LinkScope
from audit.report.json import JsonReporter
from audit.run import audit

STORIES = (
    "The harbour bridge opens again in spring.",
    "Farmers expected hardly any rainfall this season.",
    "Twenty children learned swimming without teachers.",
    "Library visitors borrowed records all through summer.",
    "Orchestra rehearsals moved underground after midnight.",
)
CONFIG = Config(lang="en", builtin_authority=False, select=("BOI011",))


@pytest.fixture
def feed(tmp_path: Path) -> list[str]:
    path = tmp_path / "news.jsonl"
    rows = [
        {"id": f"n{number}", "publisher": "Courier", "text": f"{story}\nOur desk never sleeps"}
        for number, story in enumerate(STORIES)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return [str(path)]


def as_json(paths: list[str], config: Config) -> str:
    out = io.StringIO()
    JsonReporter().write(audit(paths, config), out)
    return out.getvalue()


def test_a_line_under_every_article_is_found_once_in_each(feed: list[str]) -> None:
    findings = audit(feed, CONFIG).findings
    assert [one.document for one in findings] == [f"n{number}" for number in range(len(STORIES))]
    assert {one.text for one in findings} == {"Our desk never sleeps"}


def test_each_document_by_itself_is_no_feed(feed: list[str]) -> None:
    assert audit(feed, replace(CONFIG, scope=LinkScope.DOCUMENT)).findings == ()


def test_two_processes_say_what_one_says(feed: list[str]) -> None:
    assert as_json(feed, replace(CONFIG, jobs=2)) == as_json(feed, CONFIG)
