"""Addresses among the inputs of `mtaudit check`: files in their place, notes, linked pages."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from audit.fetch.links import SUMMARY_WORDS, pages_to_follow
from audit.model.text import Document
from tests.builders import document
from tests.cli.running import environment, invoke
from tests.fetch.site import Site, says

PAGE = "<html lang=en><body>\n<p>It was the the last train to Kyiv.</p></body></html>"
ALLOWED = ("check", "--allow-private", "--isolated", "--report", "json")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_finding_on_a_page_has_a_file_a_line_and_the_address(site: Site, folder: Path) -> None:
    url = site.put("/news/1", PAGE, "text/html")
    result = invoke(*ALLOWED, "--report", "sarif:out.sarif", url)
    assert result.exit_code == ExitCode.FINDINGS
    report = json.loads(result.stdout)
    (one,) = report["documents"]
    sarif = json.loads((folder / "out.sarif").read_bytes())
    assert {found["hostedViewerUri"] for found in sarif["runs"][0]["results"]} == {url}
    assert one["path"].startswith("mtaudit-snapshots/127.0.0.1")
    assert (folder / one["path"]).read_bytes() == PAGE.encode()
    doubled = next(found for found in report["findings"] if found["rule"] == "REP001")
    assert (doubled["line"], doubled["column"]) == (2, 11)


def test_the_report_is_the_same_offline(site: Site) -> None:
    url = site.put("/news/1", PAGE, "text/html")
    online = invoke(*ALLOWED, url)
    assert invoke(*ALLOWED, "--offline", url).stdout == online.stdout


def test_what_cannot_be_fetched_is_told_and_the_rest_is_audited(site: Site, folder: Path) -> None:
    (folder / "a.txt").write_text("It was the the end.\n", encoding="utf-8")
    site.on("/b", says(404))
    result = invoke(*ALLOWED, "a.txt", site.url("/b"), "http://me:secret@127.0.0.1/", "ftp://x/y")
    assert result.exit_code == ExitCode.UNUSABLE
    report = json.loads(result.stdout)
    assert [one["id"] for one in report["documents"]] == ["a.txt"]
    said = [(note["code"], note["path"]) for note in report["notes"] if note["level"] == "error"]
    assert said == [
        ("network-input", "ftp://x/y"),
        ("fetch-failed", site.url("/b")),
        ("fetch-refused", "http://…@127.0.0.1/"),
    ]
    assert "secret" not in result.output


def test_this_machine_is_private(site: Site) -> None:
    result = invoke("check", "--isolated", site.put("/a", PAGE, "text/html"))
    assert result.exit_code == ExitCode.UNUSABLE
    assert "--allow-private" in result.output
    assert site.asked == []


def test_one_address_twice_is_one_input(site: Site) -> None:
    url = site.put("/a", PAGE, "text/html")
    report = json.loads(invoke(*ALLOWED, url, f"{url}#part").stdout)
    assert len(report["documents"]) == 1


def test_pages_of_summaries_are_followed(site: Site) -> None:
    long = "Nothing happened in the town that day. " * 20
    items = [
        {"id": "1", "url": "/news/1", "text": "Summary."},
        {"id": "2", "url": site.url("/news/2"), "text": long},
        {"id": "3", "url": "ftp://news.example/3", "text": "Summary."},
        {"id": "4", "url": "/news/4#top", "text": "Summary."},
        {"id": "5", "url": "/news/5", "text": "Summary."},
    ]
    feed = site.put("/feed", json.dumps(items), "application/json")
    for number in (1, 4):
        site.put(f"/news/{number}", PAGE, "text/html")
    report = json.loads(invoke(*ALLOWED, "--follow", "2", feed).stdout)
    assert site.paths() == ["/feed", "/news/1", "/news/4"]
    assert len(report["documents"]) == 7
    assert [n["message"] for n in report["notes"] if n["code"] == "not-followed"] == [
        "1 more linked pages were not fetched; --follow says how many are"
    ]


def test_a_page_is_not_asked_for_links(site: Site) -> None:
    page = PAGE.replace("<body>", '<link rel=canonical href="/other"><body>')
    invoke(*ALLOWED, "--follow", "5", site.put("/a", page, "text/html"))
    assert site.paths() == ["/a"]


def test_what_is_long_or_the_feed_itself_is_not_followed() -> None:
    def item(url: str | None, words: int) -> Document:
        return replace(document("word " * words), url=url)

    documents = [
        item("https://a.example/1", SUMMARY_WORDS - 1),
        item("https://a.example/1#again", 3),
        item("https://a.example/2", SUMMARY_WORDS),
        item("https://a.example/feed", 3),
        item(None, 3),
        item("4", 3),
    ]
    pages = pages_to_follow(documents, "https://a.example/feed", "https://b.example/")
    assert list(pages) == ["https://a.example/1", "https://a.example/4"]


def test_without_an_address_nothing_that_fetches_is_loaded(folder: Path) -> None:
    (folder / "a.txt").write_text("It was the end.\n", encoding="utf-8")
    code = (
        "import sys; from audit.cli.main import cli\n"
        "cli.main(['check', 'a.txt', '--isolated', '-q'], standalone_mode=False)\n"
        "print({'urllib3', 'protego', 'audit.fetch', 'ssl'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=False
    )
    assert done.stdout.strip() == "set()", done.stdout + done.stderr
