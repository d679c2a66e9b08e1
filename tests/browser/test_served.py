"""The report behind servers with a strict content security policy, and with no script at all."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.report.base import Target, emit
from audit.report.html import HtmlFolderReporter, HtmlReporter
from tests.sample_feed import feed

JENKINS = "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';"
"""The policy that Jenkins serves build artifacts with by default."""

OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self'"
"""A usual strict policy: files of the same server, nothing inline."""

Serve = Callable[[str], str]


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under one policy and says nothing."""

    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve both forms of the sample report under a policy; gives the address."""
    emit(
        feed(),
        [
            Target(HtmlReporter(), str(tmp_path / "report.html")),
            Target(HtmlFolderReporter(), str(tmp_path / "folder")),
        ],
    )
    servers: list[ThreadingHTTPServer] = []

    def start(policy: str) -> str:
        under = type("Under", (Handler,), {"policy": policy})
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(under, directory=str(tmp_path)))
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def styled(page: Page) -> bool:
    return bool(
        page.evaluate("getComputedStyle(document.querySelector('.card')).borderTopWidth !== '0px'")
    )


def works(page: Page) -> None:
    """The list can be filtered, which needs style, script and data."""
    page.wait_for_selector("html.ready")
    page.select_option("#filters [name=class]", "query")
    expect(page.locator("#finding-list > li")).to_have_count(2)


def reads(page: Page) -> None:
    """What is there without the script is all there, and no dead control."""
    for part in ("#summary", "#names", "#findings", "#unchecked"):
        expect(page.locator(part)).to_be_visible()
    assert page.locator("#finding-list > li").count() == 13
    assert page.locator("#no-script").is_visible()


@pytest.mark.parametrize("form", ["report.html", "folder/index.html"])
def test_the_file_system_and_a_plain_server_show_all(
    page: Page, serve: Serve, tmp_path: Path, form: str
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((tmp_path / form).as_uri() + "#findings")
    works(page)
    page.goto(f"{serve('')}/{form}#findings")
    works(page)
    assert not [text for text in complaints if "favicon" not in text]


def test_the_folder_works_where_nothing_inline_is_allowed(page: Page, serve: Serve) -> None:
    page.goto(f"{serve(OWN_FILES)}/folder/index.html#findings")
    works(page)
    assert styled(page)


def test_under_the_policy_of_jenkins_the_folder_is_styled_and_readable(
    browser: Browser, serve: Serve
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serve(JENKINS)}/folder/index.html")
    texts = page.locator("#finding-list > li h3").all_inner_texts()
    assert len(texts) == 13
    reads(page)
    assert styled(page)
    assert not page.locator("#filters").is_visible()
    context.close()


@pytest.mark.parametrize("policy", [JENKINS, OWN_FILES], ids=["jenkins", "own-files"])
def test_the_single_file_stays_readable_under_each_policy(
    page: Page, serve: Serve, policy: str
) -> None:
    page.goto(f"{serve(policy)}/report.html")
    reads(page)
