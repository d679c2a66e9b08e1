"""The trend page in a browser: nothing for axe to complain of, nothing cut off on a phone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from audit.report.html.trend import trend_text
from tests.browser.conftest import Opened
from tests.browser.test_report_access import LOOKS, faults
from tests.sample_trend import trend

Draw = Callable[..., Page]


@pytest.fixture
def draw(browser: Browser, tmp_path: Path) -> Iterator[Draw]:
    """Write the trend page and open it, its tables unfolded; clean to the end."""
    opened: list[Opened] = []

    def make(audits: int = 12, lang: str = "en", **options: Any) -> Page:
        path = tmp_path / f"trend{len(opened)}.html"
        reports = {number: f"{number:06}.html" for number in range(2, 14)}
        path.write_text(trend_text(trend(audits), lang, reports), encoding="utf-8")
        opened.append(Opened(browser, path.as_uri(), options))
        page = opened[-1].go()
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        return page

    yield make
    for one in opened:
        complaints, requests = one.complaints, one.requests
        one.close()
        assert not complaints
        assert set(requests) == {one.url}


@pytest.mark.parametrize("look", LOOKS)
def test_no_violations(draw: Draw, look: str) -> None:
    options, rules = LOOKS[look]
    page = draw(**options)
    page.evaluate(Axe().axe_script)
    assert faults(page, rules) == []


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_nothing_is_cut_off_on_a_phone(draw: Draw, lang: str) -> None:
    page = draw(lang=lang, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    too_wide = page.evaluate(
        """[...document.querySelectorAll("main *")].filter((node) =>
             !node.closest("svg *, .only-read, thead") && node.getBoundingClientRect().right > 321)
             .map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert too_wide == []


def test_columns_rest_on_their_line_and_dots_are_round(draw: Draw) -> None:
    page = draw()
    heights = page.evaluate(
        """[...document.querySelectorAll(".row svg")].map((svg) => {
             const ground = svg.querySelector(".ground-line").getBoundingClientRect().bottom;
             return [...svg.querySelectorAll("rect")].map((one) =>
               Math.abs(one.getBoundingClientRect().bottom - ground));
           }).flat()"""
    )
    assert heights
    assert max(heights) < 1
    dot = page.locator(".dot").first
    assert dot.evaluate("node => getComputedStyle(node).strokeLinecap") == "round"
    assert dot.evaluate("node => getComputedStyle(node).vectorEffect") == "non-scaling-stroke"


def test_charts_are_named_and_their_tables_are_theirs(draw: Draw) -> None:
    page = draw()
    charts = page.get_by_role("img").all()
    assert len(charts) == 4 + 3 + 4 + 1 + 1
    label = "document.getElementById(node.getAttribute('aria-labelledby')).textContent"
    assert all(one.evaluate(f"node => {label}").endswith(".") for one in charts)
    assert page.get_by_role("table", name="Findings in 1,000 words, by audit").count() == 1


def test_the_colours_can_be_chosen_and_are_kept(draw: Draw) -> None:
    page = draw(color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.select_option("#theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_it_reads_without_its_script(draw: Draw) -> None:
    page = draw(java_script_enabled=False)
    assert page.locator("h2").count() == 4
    assert page.locator(".row svg rect").first.is_visible()
    assert page.locator("label.theme").is_hidden()


def test_a_feed_without_audits_says_so(draw: Draw) -> None:
    page = draw(audits=0)
    assert "there is nothing to show" in page.inner_text("main")
