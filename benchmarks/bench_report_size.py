"""How large the HTML report is and how soon it can be used, by number of findings.

    python -m benchmarks.bench_report_size [--text FILE] [NUMBER ...]

Prints for each number of findings: seconds to write, megabytes, and in a headless Chromium the
seconds until the list of findings is drawn, until a filter and a text search have answered, until a
deep link to a late finding is in view, on a page of its own and within the open one. The feed is
invented and seeded: the same every time. With `--text`, a JSON Lines file with a `text` in each
line, the articles are made of real text, which packs better than invented words.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, fields
from itertools import count, cycle, islice
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
        start = random.randint(span.start, max(span.start, span.end - 4))
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


def invented(random: Random) -> Iterator[Document]:
    """Articles of invented words, without end."""
    letters = "abcdefghiklmnoprstuvwyz"
    vocabulary = ["".join(random.choices(letters, k=random.randint(2, 11))) for _ in range(20_000)]
    return (article(i, random, vocabulary) for i in count())


def collected(path: Path) -> Iterator[Document]:
    """Articles of at least `WORDS` words, put together from the texts of a file, over and over."""
    with path.open(encoding="utf-8") as file:
        lines = [line for row in file for line in json.loads(row)["text"].splitlines() if line]
    held: list[str] = []
    number = words = 0
    for line in cycle(lines):
        held.append(line)
        words += len(line.split())
        if words >= WORDS:
            yield make.document(
                "\n".join(held), id=f"article-{number:05}", title=f"Article {number}"
            )
            held, number, words = [], number + 1, 0


def feed(findings: int, text: Path | None = None) -> Report:
    """A report with about that many findings."""
    random = Random(findings)  # seeded: the same feed each time
    source = collected(text) if text else invented(random)
    documents = list(islice(source, max(1, findings // PER_DOCUMENT)))
    return make.report(documents, [f for doc in documents for f in findings_of(doc, random)])


@dataclass(frozen=True)
class Times:
    """Seconds until something is on the page."""

    usable: float
    filter: float
    search: float
    jump: float
    link: float


def in_browser(browser: Browser, path: Path, last: Finding) -> Times:
    """How long a reader waits; `last` is the finding to link to."""
    page = browser.new_page()

    def timed(act: Callable[[], object], shown: str) -> float:
        begin = time.perf_counter()
        act()
        page.wait_for_selector(shown)
        return time.perf_counter() - begin

    list_ = "html.ready #finding-list li"
    usable = timed(lambda: page.goto(f"{path.as_uri()}#findings"), list_)
    filter_ = timed(
        lambda: page.select_option("#filters [name=class]", "info"),
        "#finding-list > li:first-child.c-info",
    )
    page.select_option("#filters [name=class]", "")
    few = f"#finding-list:not(:has(> li:nth-child({PER_DOCUMENT + 1})))"
    search = timed(lambda: page.fill("#filters [name=q]", "article-00007"), few)
    target = f".card.target[data-id='{last.fingerprint}']"
    hash_ = f"#findings?class={last.finding_class}&id={last.fingerprint}"
    jump = timed(lambda: page.evaluate("hash => { location.hash = hash; }", hash_), target)
    page.goto("about:blank")
    link = timed(lambda: page.goto(f"{path.as_uri()}#f-{last.fingerprint}"), target)
    page.close()
    return Times(usable, filter_, search, jump, link)


def main() -> None:
    """Measure each number of findings and print one line for it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("numbers", nargs="*", type=int, default=[1_000, 10_000, 50_000])
    parser.add_argument("--text", type=Path, help="a JSON Lines file with the text of articles")
    options = parser.parse_args()
    columns = [field.name for field in fields(Times)]
    print(f"{'findings':>9} {'write':>7} {'MB':>6} " + " ".join(f"{name:>7}" for name in columns))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = which("chromium") or which("google-chrome")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for number in options.numbers:
            report = feed(number, options.text)
            path = Path(folder, "report.html")
            begin = time.perf_counter()
            with path.open("w", encoding="utf-8", newline="\n") as out:
                HtmlReporter().write(report, out)
            seconds = time.perf_counter() - begin
            times = astuple(in_browser(browser, path, report.findings[-1]))
            size = path.stat().st_size / MEGABYTE
            print(
                f"{len(report.findings):>9,} {seconds:>6.2f}s {size:>6.2f} "
                + " ".join(f"{each:>6.2f}s" for each in times)
            )
        browser.close()


if __name__ == "__main__":
    main()
