"""Ten thousand findings stay usable; benchmarks/bench_report_size.py prints the real times."""

from dataclasses import astuple
from pathlib import Path

from playwright.sync_api import Browser

from audit.report.html import HtmlReporter
from benchmarks.bench_report_size import feed, in_browser

FINDINGS = 10_000

LOOSE = 5.0
"""Seconds: several times what two idle cores take, so that a busy machine does not fail."""

BYTES = 5_000_000
"""What may still be sent by mail."""


def test_ten_thousand_findings_are_usable(browser: Browser, tmp_path: Path) -> None:
    report = feed(FINDINGS)
    path = tmp_path / "large.html"
    with path.open("w", encoding="utf-8", newline="\n") as out:
        HtmlReporter().write(report, out)
    assert path.stat().st_size < BYTES
    assert max(astuple(in_browser(browser, path, report.findings[-1]))) < LOOSE
