"""One browser for the session; a missing browser is a failure unless it was waived."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from audit.model.report import Report
from audit.report.html import HtmlReporter

WAIVER = "MTAUDIT_NO_BROWSER"
"""Set this variable to skip the tests that need a browser."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""What the browser is called on the machines we know."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if os.environ.get(WAIVER):
        pytest.skip(f"{WAIVER} is set")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.fail(f"no Chromium on PATH; install one or set {WAIVER}=1", pytrace=False)
    driver = [sys.executable, "-m", "playwright", "--version"]
    if subprocess.run(driver, capture_output=True, check=False).returncode:
        pytest.fail(
            "playwright does not start; on Debian: apt-get install libatomic1", pytrace=False
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found, headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


class Opened:
    """A report in a page of its own, with all that the page asked for and complained of."""

    def __init__(self, browser: Browser, url: str, options: dict[str, Any]) -> None:
        self.url = url
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._scripted = options.get("java_script_enabled", True)
        self._init = options.pop("init_script", None)
        self._context = browser.new_context(**options)
        self.page = self._context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def go(self, hash_: str = "") -> Page:
        """Load the report afresh at `hash_` and wait until it is drawn."""
        if self._init:
            self.page.add_init_script(self._init)
        self.page.goto("about:blank")
        self.requests.clear()
        self.page.goto(self.url + hash_)
        if self._scripted:
            self.page.wait_for_selector("html.ready", timeout=20_000)
        return self.page

    def turn(self, hash_: str) -> Page:
        """Follow an address inside the report that is already open."""
        self.page.evaluate(
            "hash => { location.hash = hash; return new Promise(done => setTimeout(done)); }", hash_
        )
        return self.page

    def close(self) -> None:
        self._context.close()


Open = Callable[..., Opened]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write a report and open it: `show(report, "#names", viewport=…)`; clean to the end.

    `words` and `most_findings` go to the reporter, all other options to the browser.
    """
    opened: list[Opened] = []

    def make(report: Report, hash_: str = "", **options: Any) -> Opened:
        out = StringIO()
        settings = {key: options.pop(key) for key in ("words", "most_findings") if key in options}
        HtmlReporter(**settings).write(report, out)
        path = tmp_path / f"report{len(opened)}.html"
        path.write_text(out.getvalue(), encoding="utf-8", newline="")
        opened.append(Opened(browser, path.as_uri(), options))
        opened[-1].go(hash_)
        return opened[-1]

    yield make
    for one in opened:
        complaints = one.complaints
        one.close()
        assert not complaints
