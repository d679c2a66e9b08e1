"""The HTML report in a real browser: it draws, filters, links, and runs nothing of the feed's."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.model.finding import State
from audit.model.report import Report
from audit.report.html import HtmlReporter
from tests import builders as make
from tests.browser.conftest import Open
from tests.hostile import PAYLOADS, hostile_report
from tests.sample_feed import feed

VIEWS = ("#summary", "#names", "#findings", "#articles", "#article/0", "#unchecked")


def fingerprint(report: Report, text: str) -> str:
    return next(f.fingerprint for f in report.findings if f.text == text)


def cards(page: Page) -> int:
    return page.locator("#finding-list > li").count()


def test_it_asks_for_itself_only(show: Open) -> None:
    opened = show(feed())
    for view in VIEWS:
        opened.turn(view)
    assert opened.requests == [opened.url]


def test_each_part_shows_itself_alone(show: Open) -> None:
    opened = show(feed())
    for view in VIEWS:
        page = opened.turn(view)
        expect(page.locator(view.partition("/")[0])).to_be_visible()
        assert page.locator(".view:visible").count() == 1
        assert page.locator(".parts [aria-current]").count() == 1
        assert (
            page.title()
            == f"{page.inner_text('.parts [aria-current]').split()[0]} – Translation audit"
        )
    assert page.locator(".static-only").count() == 0


def test_filters_narrow_the_list_and_stand_in_the_address(show: Open) -> None:
    opened = show(feed(), "#findings")
    page = opened.page
    assert cards(page) == 13
    page.select_option("[name=class]", "error")
    assert cards(page) == 7
    page.select_option("[name=rule]", "NAM001")
    page.select_option("[name=document]", "1")
    assert cards(page) == 3
    assert "class=error" in page.url
    again = opened.go(page.url.removeprefix(opened.url))
    assert cards(again) == 3
    again.click("#filters [type=reset]")
    expect(again.locator("#finding-list > li")).to_have_count(13)


def test_search_looks_through_texts_messages_and_fixes(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.fill("#filters [name=q]", "RAILWAY nothing")
    expect(page.locator("#finding-list > li")).to_have_count(0)
    page.fill("#filters [name=q]", "hall OF")
    expect(page.locator("#finding-list > li")).to_have_count(1)
    assert "Hasan" in page.inner_text("#finding-list")


def test_worst_first(show: Open) -> None:
    page = show(feed(), "#findings").page
    first = page.locator("#finding-list > li").first
    assert first.locator(".severity").inner_text() == "critical"
    assert page.locator("#finding-list > li").last.get_attribute("class") == "card finding c-info"
    page.select_option("[name=sort]", "place")
    assert "sort=place" in page.url
    places = page.locator("#finding-list .card-top .place").all_inner_texts()
    assert [place.split(":")[0] for place in places[:3]] == ["feed/summit.html"] * 3
    page.select_option("[name=sort]", "rule")
    rules = page.locator("#finding-list .rule .id").all_inner_texts()
    assert rules == sorted(rules)


def test_a_clean_feed_is_told_so_and_needs_no_filters(show: Open) -> None:
    page = show(make.report([make.document("All is quiet here.")]), "#findings").page
    assert "Nothing was found in these documents." in page.inner_text("#findings")
    assert page.locator("#filters:visible").count() == 0
    assert "No document could be read" in show(make.report([]), "#findings").page.inner_text("main")


def test_places_to_compare_are_links_on_one_line(show: Open) -> None:
    doc = make.document("Kiev.\n" + "Kyiv.\n" * 5)
    related = [make.reference(doc, "Kyiv", nth) for nth in range(5)]
    page = show(make.report([doc], [make.finding(doc, "Kiev", related=related)]), "#findings").page
    line = page.locator("#finding-list .other")
    assert line.count() == 1
    assert line.inner_text() == "Compare: Kyiv a.txt:2, a.txt:3, a.txt:4 and 2 more places"
    line.locator("a >> nth=1").click()
    page.wait_for_selector("#article.current mark.here")


def test_suppressed_findings_are_shown_on_request_only(show: Open) -> None:
    report = feed()
    gone = tuple(replace(f, state=State.SUPPRESSED) for f in report.findings[:2])
    page = show(replace(report, findings=(*gone, *report.findings[2:])), "#findings").page
    assert cards(page) == 11
    page.click("#filters summary")
    page.select_option("[name=state]", "all")
    assert cards(page) == 13
    page.goto(page.url.partition("#")[0] + f"#f-{gone[0].fingerprint}")
    page.wait_for_selector(".card.target")


def test_a_reason_to_hold_leads_to_its_findings(show: Open) -> None:
    page = show(feed(), "#summary").page
    assert page.locator("#score").is_visible()
    page.click("text=Open query on a number or date")
    page.wait_for_selector("#findings.current")
    assert page.locator("#filters [name=gate]").input_value() == "number-query"
    assert page.locator("#finding-list .rule .id").all_inner_texts() == ["NUM003", "NUM003"]
    page.select_option("[name=gate]", "")
    expect(page.locator("#finding-list > li")).to_have_count(13)


def test_the_list_of_articles_says_score_or_band_and_what_to_hold(show: Open) -> None:
    page = show(feed(), "#articles").page
    cells = page.locator("#article-list [data-label='Score or band']").all_inner_texts()
    assert cells == ["hold moderate", "hold heavy", "no errors", "hold no errors", "light"]
    plain = show(replace(feed(), scores=None), "#articles").page
    assert plain.locator("#article-list .held").count() == 0
    assert plain.locator("#articles thead th").count() == 4


def test_deep_link_goes_to_its_finding(show: Open) -> None:
    report = feed()
    page = show(report, f"#f-{fingerprint(report, 'the the')}").page
    target = page.locator(".card.target")
    assert "twice in a row" in target.inner_text()
    assert page.evaluate("document.activeElement.closest('.card.target') !== null")


def test_unknown_deep_link_is_said(show: Open) -> None:
    page = show(feed(), "#f-<b>nope").page
    assert "no finding <b>nope" in page.inner_text("#problem")


def test_click_on_a_highlight_opens_its_findings(show: Open) -> None:
    page = show(feed(), "#article/0").page
    page.click("a.marked.several")
    page.wait_for_selector("#margin .card")
    messages = page.locator("#margin h4").all_inner_texts()
    assert messages == ["“12,50” may be 12.5 or 1,250", "“12,50 million” has a decimal comma"]
    page.click("#margin .links a >> nth=0")
    page.wait_for_selector("#findings.current .card.target")


def test_the_article_is_the_text(show: Open) -> None:
    report = feed()
    opened = show(report)
    for i, document in enumerate(report.documents):
        page = opened.turn(f"#article/{i}")
        assert page.locator(".text .block").all_inner_texts() == document.text.splitlines()
        assert page.get_attribute(".text", "lang") == document.lang
        assert page.get_attribute(".text", "dir") == ("rtl" if document.lang == "ar" else "ltr")


def test_concordance_is_aligned_on_the_form(show: Open) -> None:
    page = show(feed(), "#name/0").page
    groups = page.locator("#name-list > li >> nth=0 >> .form-group")
    assert groups.count() == 3
    for group in groups.all():
        boxes = [box for node in group.locator(".node").all() if (box := node.bounding_box())]
        assert len({round(box["x"]) for box in boxes}) == 1
    assert page.locator(".line").count() == 6
    page.click(".line a >> nth=0")
    page.wait_for_selector("#article.current mark.here")
    assert page.inner_text("mark.here") == "Kim Jong Un"


def test_arabic_context_runs_from_right_to_left(show: Open) -> None:
    page = show(feed(), "#name/2").page
    line = page.locator("#name-list > li >> nth=2 >> .line >> nth=0")
    before, after = line.locator(".before").bounding_box(), line.locator(".after").bounding_box()
    assert before
    assert after
    assert before["x"] > after["x"]


def test_finding_leads_to_its_name_and_to_the_other_form(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.click("#finding-list .other a >> nth=0")
    page.wait_for_selector("#article.current mark.here")
    assert page.inner_text("mark.here") == "Kim Jong Un"
    page.go_back()
    page.click("text=All forms of this name >> nth=0")
    page.wait_for_selector("#names.current details.concordance[open]")


def test_short_forms_are_folded_and_reachable(show: Open) -> None:
    page = show(feed(), "#names").page
    assert page.locator("#short-names").get_attribute("open") is None
    page.goto(page.url.partition("#")[0] + "#name/3")
    page.wait_for_selector("#short-names[open] details.concordance[open]")


def test_hostile_text_is_inert(show: Open) -> None:
    opened = show(hostile_report())
    for view in (*VIEWS, "#name/0"):
        page = opened.turn(view)
        assert page.evaluate("window.pwned") is None
        assert page.locator("b:not(.node), i, img, svg:not(.bar), iframe, main script").count() == 0
    static = show(hostile_report(), java_script_enabled=False).page
    assert static.locator("b, i, img, svg:not(.bar), iframe, main script").count() == 0


@pytest.mark.parametrize("url", ["javascript:", " javascript:", "data:text/html,", "\tvbscript:"])
def test_no_address_of_an_article_runs(show: Open, url: str) -> None:
    doc = replace(make.document("Text.", id=url, path=url), url=f"{url}window.pwned=1")
    opened = show(make.report([doc], [make.finding(doc, "Text")]))
    for view in VIEWS:
        page = opened.turn(view)
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.protocol)")
        assert set(links) <= {"file:", "https:"}
    assert page.evaluate("window.pwned") is None


def test_hostile_text_is_shown_whole(show: Open) -> None:
    page = show(hostile_report(), "#article/0").page
    text = page.inner_text(".text")
    assert PAYLOADS[0] in text
    assert PAYLOADS[2] in text
    labels = set(page.locator(".text .hidden-char").all_inner_texts())
    assert labels >= {"RLO", "PDF", "LRI", "U+0000", "U+D83D", "ZWSP", "BOM"}
    assert "ZWNJ" not in labels
    page.click("a.marked >> nth=0")
    page.wait_for_selector("#margin .card")
    assert page.evaluate("window.pwned") is None


def test_without_script_there_is_a_readable_core(show: Open) -> None:
    opened = show(feed(), java_script_enabled=False)
    page = opened.page
    for heading in ("Summary", "Names", "Findings", "Coverage"):
        assert page.get_by_role("heading", name=heading, exact=True).is_visible()
    assert page.get_by_role("heading", name="Articles", exact=True).count() == 0
    assert cards(page) == 13
    for link in page.locator("main a").all():
        assert page.locator(str(link.get_attribute("href"))).is_visible()
    assert page.locator("#no-script").is_visible()
    assert not page.locator("#filters").is_visible()
    assert not page.locator("#theme").is_visible()
    assert opened.requests == [opened.url]


def test_old_browsers_unpack_the_data_too(show: Open) -> None:
    page = show(feed(), "#findings", init_script="delete window.DecompressionStream").page
    assert page.evaluate("typeof DecompressionStream") == "undefined"
    assert cards(page) == 13
    assert page.locator("#finding-list .card").first.is_visible()


def test_the_colours_are_chosen_and_remembered(show: Open) -> None:
    opened = show(feed(), color_scheme="light")
    page = opened.page
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.select_option("#theme", "dark")
    dark = page.evaluate(ground)
    assert dark != light
    page = opened.go()
    assert (page.evaluate(ground), page.input_value("#theme")) == (dark, "dark")
    page.select_option("#theme", "")
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark


def test_closed_storage_does_no_harm(show: Open) -> None:
    closed = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('shut'); }})"
    page = show(feed(), init_script=closed).page
    page.select_option("#theme", "dark")
    assert page.get_attribute("html", "data-theme") == "dark"


@pytest.mark.parametrize("report", [feed(), hostile_report()], ids=["feed", "hostile"])
def test_a_phone_needs_no_sideways_scroll(show: Open, report: Report) -> None:
    opened = show(report, viewport={"width": 320, "height": 640})
    for view in (*VIEWS, "#name/0", f"#article/0/f-{report.findings[0].fingerprint}"):
        page = opened.turn(view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, view


def test_everything_is_reached_with_the_keyboard(show: Open) -> None:
    page = show(feed(), "#article/0").page
    page.locator("a.marked").first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector("#margin .card")
    page.goto(page.url.partition("#")[0] + "#names")
    page.locator("details.concordance summary").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("details.concordance[open] .line")


def test_paper_shows_every_part_with_a_few_lines_each(show: Open) -> None:
    page = show(feed(), "#summary").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for part in ("#summary", "#names", "#findings", "#unchecked"):
        assert page.locator(part).is_visible()
    assert not page.locator(".filters").first.is_visible()
    assert page.locator(".line").first.is_visible()


def test_an_empty_report_is_drawn(show: Open) -> None:
    opened = show(make.report([]))
    for view in reversed(VIEWS):
        opened.turn(view)
    expect(opened.page.locator("#summary")).to_contain_text("No document could be read")


def test_a_changed_script_is_refused_and_the_static_core_remains(
    browser: Browser, tmp_path: Path
) -> None:
    out = StringIO()
    HtmlReporter().write(feed(), out)
    path = tmp_path / "changed.html"
    changed = out.getvalue().replace('"use strict";', '"use strict"; window.pwned = 1;', 1)
    path.write_text(changed, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    expect(page.locator("#findings")).to_be_visible()
    assert page.evaluate("window.pwned") is None
    page.close()


@pytest.mark.parametrize("scripted", [True, False])
def test_a_printed_report_has_a_bounded_number_of_pages(show: Open, scripted: bool) -> None:
    doc = make.document("\n".join(f"Sentence {i} has word{i} in it." for i in range(400)))
    rules = [make.rule(f"PUN{i:03}", f"mark-{i}") for i in range(4)]
    found = [make.finding(doc, f"word{i} ", by=rules[i % 4]) for i in range(400)]
    page = show(make.report([doc], found), java_script_enabled=scripted).page
    pages = page.pdf().count(b"/Type /Page\n")
    assert 2 <= pages <= 20
    if scripted:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("#paper-findings .card").count() == 4 * 5
        assert not page.locator("#finding-list").is_visible()
