"""How large the HTML report is and how soon it can be used, by number of findings.

    python -m benchmarks.bench_report_size [NUMBER ...]

Prints for each number of findings: seconds to write, megabytes, and in a headless Chromium the
seconds until the list of findings is drawn, until a text search has answered, and until a deep
link to a late finding is in view. The feed is invented and seeded: the same every time.
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random
from shutil import which

from playwright.sync_api import Browser, sync_playwright

from audit.model.finding import SEVERITIES, Finding, FindingClass
from audit.model.place import Span
from audit.model.report import Report
from audit.model.text import Document
from audit.report.html import HtmlReporter
from tests import builders as make

PER_DOCUMENT = 20
"""Findings in one article: a bad one, so that the number of documents stays realistic."""

WORDS = 400
"""Words in one article: a common length of agency news."""

MEGABYTE = 1_000_000


def article(number: int, random: Random, vocabulary: list[str]) -> Document:
    """One article of invented words in sentences and paragraphs."""
    sentences = [
        " ".join(random.choices(vocabulary, k=random.randint(8, 24))).capitalize() + "."
        for _ in range(WORDS // 16)
    ]
    lines = [" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)]
    return make.document("\n".join(lines), id=f"article-{number:05}", title=f"Article {number}")


def findings_of(document: Document, random: Random) -> list[Finding]:
    """`PER_DOCUMENT` findings on random sentences of one article."""
    rules = [make.rule(f"NAM{i:03}", f"rule-{i}") for i in range(1, 9)]
    found = []
    for _ in range(PER_DOCUMENT):
        span = random.choice(document.segments).span
        start = random.randint(span.start, span.end - 4)
        at = Span(start, min(span.end, start + random.randint(4, 20)))
        found.append(
            make.finding(
                document,
                at,
                f"“{document.cut(at)}” here, but “{document.cut(at)[::-1]}” elsewhere",
                by=random.choice(rules),
                severity=random.choice(SEVERITIES),
                finding_class=random.choice(tuple(FindingClass)),
            )
        )
    return list({f.fingerprint: f for f in found}.values())


def feed(findings: int) -> Report:
    """A report with about that many findings."""
    random = Random(findings)  # seeded: the same feed each time
    letters = "abcdefghiklmnoprstuvwyz"
    vocabulary = ["".join(random.choices(letters, k=random.randint(2, 11))) for _ in range(20_000)]
    documents = [article(i, random, vocabulary) for i in range(findings // PER_DOCUMENT)]
    return make.report(documents, [f for doc in documents for f in findings_of(doc, random)])


def in_browser(browser: Browser, path: Path, last: Finding) -> tuple[float, float, float]:
    """Seconds until usable, until a search has answered, until a deep link is in view."""
    page = browser.new_page()
    begin = time.perf_counter()
    page.goto(f"{path.as_uri()}#findings")
    page.wait_for_selector("html.ready #finding-list li")
    usable = time.perf_counter() - begin
    begin = time.perf_counter()
    page.fill("#filters [name=q]", "article-00007")
    page.wait_for_selector(f"#finding-list:not(:has(> li:nth-child({PER_DOCUMENT + 1})))")
    search = time.perf_counter() - begin
    begin = time.perf_counter()
    page.evaluate("hash => { location.hash = hash; }", f"#f-{last.fingerprint}")
    page.wait_for_selector(".card.target")
    link = time.perf_counter() - begin
    page.close()
    return usable, search, link


def main(numbers: list[int]) -> None:
    """Measure each number of findings and print one line for it."""
    print(f"{'findings':>9} {'write s':>8} {'MB':>7} {'usable s':>9} {'search s':>9} {'link s':>7}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = which("chromium") or which("google-chrome")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for number in numbers:
            report = feed(number)
            path = Path(folder, "report.html")
            begin = time.perf_counter()
            with path.open("w", encoding="utf-8", newline="\n") as out:
                HtmlReporter().write(report, out)
            seconds = time.perf_counter() - begin
            times = in_browser(browser, path, report.findings[-1])
            size = path.stat().st_size / MEGABYTE
            print(
                f"{len(report.findings):>9,} {seconds:>8.2f} {size:>7.2f} "
                + "{:>9.2f} {:>9.2f} {:>7.2f}".format(*times)
            )
        browser.close()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 50_000])
