"""What an editor does in the report: works through the list, compares with the source, sorts."""

import pytest
from playwright.sync_api import Page, expect

from audit.report.html.languages import strings_in
from tests import builders as make
from tests.browser.conftest import Open
from tests.sample_bilingual import bilingual
from tests.sample_feed import feed

CLIPBOARD = """window.copied = [];
Object.defineProperty(navigator, "clipboard",
  { configurable: true, value: { writeText: async (text) => { window.copied.push(text); } } });"""

REFUSED = """Object.defineProperty(navigator, "clipboard",
  { configurable: true, value: { writeText: async () => { throw new Error("shut"); } } });"""


def active(page: Page) -> str:
    """The heading of the card in which the focus is; empty outside of cards."""
    return str(
        page.evaluate(
            "document.activeElement.closest('.card')?.querySelector('h3').innerText ?? ''"
        )
    )


def test_filters_of_every_kind_narrow_the_list(show: Open) -> None:
    page = show(bilingual(), "#findings").page
    page.click("#filters summary")
    for name, value, left in (
        ("family", "NUM", 2),
        ("severity", "critical", 2),
        ("lang", "he", 1),
        ("state", "suppressed", 1),
        ("state", "known", 1),
    ):
        page.select_option(f"#filters [name={name}]", value)
        expect(page.locator("#finding-list > li")).to_have_count(left)
        assert f"{name}={value}" in page.url
        page.select_option(f"#filters [name={name}]", "")
    page.select_option("#filters [name=sure]", "90")
    expect(page.locator("#finding-list > li")).to_have_count(8)


def test_only_filters_with_a_choice_are_offered(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.click("#filters summary")
    assert page.locator("#filters [name=family]").is_visible()
    assert page.locator("#filters [name=lang]").is_visible()
    doc = make.document("One two.")
    plain = show(make.report([doc], [make.finding(doc, "One")]), "#findings").page
    plain.click("#filters summary")
    for name in ("family", "lang", "gate", "state"):
        assert not plain.locator(f"#filters [name={name}]").is_visible()


def test_a_filter_that_is_folded_away_is_shown_where_the_address_sets_it(show: Open) -> None:
    page = show(bilingual(), "#findings?family=NUM").page
    assert page.locator("#filters [name=family]").is_visible()
    assert page.input_value("#filters [name=family]") == "NUM"


def test_search_looks_through_the_source_too(show: Open) -> None:
    page = show(bilingual(), "#findings?q=%D0%BF%D0%BB%D0%BE%D1%89%D1%96").page
    expect(page.locator("#finding-list > li")).to_have_count(1)
    assert page.inner_text("#finding-list .passage.source mark") == "340"


def test_a_link_holds_filter_and_finding(show: Open) -> None:
    report = feed()
    opened = show(report, "#findings?rule=NAM001", init_script=CLIPBOARD)
    page = opened.page
    page.click("#finding-list li:nth-child(2) >> text=Copy link")
    (link,) = page.evaluate("window.copied")
    assert "rule=NAM001" in link
    expect(page.locator("#toast")).to_have_text("The link was copied.")
    wanted = page.inner_text("#finding-list li:nth-child(2) h3")
    again = opened.go(link.removeprefix(opened.url))
    assert again.inner_text(".card.target h3") == wanted
    assert again.locator("#finding-list > li").count() == 5
    assert active(again) == wanted


def test_where_the_browser_refuses_to_copy_the_link_is_shown(show: Open) -> None:
    page = show(feed(), "#findings", init_script=REFUSED).page
    page.click("#finding-list li:nth-child(1) >> text=Copy link")
    assert "#findings?id=" in page.input_value("dialog input")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def test_a_finding_outside_its_filter_is_shown_all_the_same(show: Open) -> None:
    report = feed()
    known = report.findings[0]
    page = show(report, f"#findings?class=info&id={known.fingerprint}").page
    assert page.get_attribute(".card.target", "data-id") == known.fingerprint


def test_keys_act_in_the_list_and_nowhere_else(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.keyboard.press("j")
    assert active(page) == ""
    page.fill("#filters [name=q]", "jk")
    page.fill("#filters [name=q]", "")
    page.press("#filters [name=q]", "Enter")
    headings = page.locator("#finding-list h3").all_inner_texts()
    assert active(page) == headings[0]
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert active(page) == headings[2]
    assert "id=" in page.url
    page.keyboard.press("k")
    assert active(page) == headings[1]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("jj/?")
    assert page.input_value("#filters [name=q]") == "jj/?"


def test_a_click_on_a_card_lets_the_keys_go_on_from_there(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.click("#finding-list > li:nth-child(3) .passage", position={"x": 3, "y": 3})
    page.keyboard.press("j")
    assert active(page) == page.inner_text("#finding-list > li:nth-child(4) h3")
    page.keyboard.press("Enter")
    page.wait_for_selector("#article.current a.marked.current")


def test_keys_are_explained_and_can_be_switched_off(show: Open) -> None:
    opened = show(feed(), "#findings")
    page = opened.page
    page.press("#filters [name=q]", "Enter")
    page.keyboard.press("?")
    assert "Next card" in page.inner_text("dialog.help")
    page.uncheck("dialog.help input")
    page.click("dialog.help button")
    first = active(page)
    page.keyboard.press("j")
    assert active(page) == first
    page = opened.go("#findings")
    page.press("#filters [name=q]", "Enter")
    page.keyboard.press("j")
    assert active(page) == page.inner_text("#finding-list > li:nth-child(1) h3")
    page.click(".keys-button")
    page.check("dialog.help input")
    page.keyboard.press("Escape")
    page.press("#filters [name=q]", "Enter")
    page.keyboard.press("j")
    assert active(page) == page.inner_text("#finding-list > li:nth-child(2) h3")


def test_source_and_translation_stand_side_by_side(show: Open) -> None:
    page = show(bilingual(), "#article/0").page
    rows = page.locator("table.pairs tbody tr")
    assert rows.count() == 4
    source, target = rows.nth(1).locator("td").all()
    assert source.get_attribute("lang") == "uk"
    assert (source.locator("a.marked").inner_text(), target.locator("a.marked").inner_text()) == (
        "340",
        "430",
    )
    left, right = source.bounding_box(), target.bounding_box()
    assert left
    assert right
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
    assert "nothing was translated here" in rows.nth(2).inner_text()
    assert rows.nth(2).locator("a.marked").count() == 2
    source.locator("a.marked").click()
    page.wait_for_selector("#margin .card")
    assert page.locator("a.marked.current").all_inner_texts() == ["340", "430"]
    page.click("#margin >> text=Next")
    page.wait_for_selector("#margin h4:has-text('was not translated')")
    facts = page.inner_text(".facts-list")
    for fact in ("English, translated from Ukrainian", "Mar 1, 2024", "Morning Post"):
        assert fact in facts


def test_each_side_runs_its_own_way(show: Open) -> None:
    page = show(bilingual(), "#article/2").page
    source, target = page.locator("table.pairs tbody tr").nth(1).locator("td").all()
    assert [side.get_attribute("dir") for side in (source, target)] == ["ltr", "rtl"]
    page.goto(page.url.partition("#")[0] + "#findings?document=2")
    card = page.locator("#finding-list > li")
    assert card.locator(".passage:not(.source)").get_attribute("dir") == "rtl"
    assert card.locator(".passage.source [lang=en]").get_attribute("dir") == "ltr"


@pytest.mark.parametrize(
    ("number", "lang", "dir_"),
    [(3, "he", "rtl"), (4, "fa", "rtl"), (5, "ja", "ltr"), (6, "ko", "ltr")],
)
def test_texts_of_other_scripts_are_marked_where_they_stand(
    show: Open, number: int, lang: str, dir_: str
) -> None:
    report = bilingual()
    page = show(report, f"#article/{number}").page
    text = page.locator(".text")
    assert (text.get_attribute("lang"), text.get_attribute("dir")) == (lang, dir_)
    finding = next(f for f in report.findings if f.document == lang)
    assert page.inner_text("a.marked") == finding.text
    if dir_ == "rtl":  # the ZWNJ of Persian is spelling, not a hidden character
        assert page.locator(".text .hidden-char").count() == 0


def test_the_concordance_is_sorted_as_asked_and_shows_the_source(show: Open) -> None:
    page = show(feed(), "#name/0").page
    order = page.locator(".concordance select")

    def lines(part: str) -> list[str]:
        return [" ".join(t.split()) for t in page.locator(f".line .{part}").all_inner_texts()]

    order.select_option("after")
    after = [text.lstrip(" .,’") for text in lines("after")]
    assert after == sorted(after, key=str.casefold)
    order.select_option("before")
    before = [text.split()[::-1] for text in lines("before")]
    assert before == sorted(before)
    assert page.locator(".concordance option[value=date]").count() == 0
    two = show(bilingual(), "#name/0").page
    two.select_option(".concordance select", "date")
    assert [t for t in two.locator(".line .seat span").all_inner_texts() if "2024" in t] == [
        "Mar 1, 2024",
        "Mar 1, 2024",
        "Mar 9, 2024",
    ]
    assert "Гнатюк" in two.locator(".source-line").first.inner_text()
    centres = [
        box["x"] + box["width"] / 2
        for node in two.locator(".node").all()
        if (box := node.bounding_box())
    ]
    assert max(centres) - min(centres) < 2


def test_the_spread_of_a_name_is_drawn_and_told(show: Open) -> None:
    page = show(bilingual(), "#names").page
    page.click(".over-documents summary")
    expect(page.locator(".strip rect")).to_have_count(3)
    assert [" ".join(row.split()) for row in page.locator(".grid tbody tr").all_inner_texts()] == [
        "Mar 1, 2024 The market opened at eight 1 1",
        "Mar 9, 2024 Thanks again 1",
    ]


def test_names_are_found_by_any_form(show: Open) -> None:
    page = show(feed(), "#names").page
    page.fill("#name-search [name=q]", "jong-UN")
    expect(page.locator("#name-list > li")).to_have_count(1)
    page.fill("#name-search [name=q]", "")
    page.select_option("#name-search [name=kind]", "Place")
    expect(page.locator("#name-list > li")).to_have_count(1)
    assert "kind=Place" in page.url
    page.fill("#name-search [name=q]", "nobody")
    expect(page.locator("#names-pager")).to_have_text("No name matches.")


def test_what_changed_since_the_baseline_leads_to_the_list(show: Open) -> None:
    page = show(bilingual(), "#summary").page
    page.click(".state-suppressed a")
    expect(page.locator("#finding-list > li")).to_have_count(1)
    assert page.input_value("#filters [name=state]") == "suppressed"
    assert show(feed(), "#summary").page.locator(".state-known").count() == 1


def test_a_limited_report_says_what_is_left_out(show: Open) -> None:
    page = show(feed(), "#findings", most_findings=3).page
    assert page.locator("#finding-list > li").count() == 3
    assert "10 findings, the lightest, are left out" in page.inner_text("#findings")
    page.goto(page.url.partition("#")[0] + "#article/4")
    assert "The text of this article is not in the report" in page.inner_text("#article")


def test_the_page_speaks_ukrainian(show: Open) -> None:
    page = show(bilingual(), "#findings", words=strings_in("uk")).page
    assert page.get_attribute("html", "lang") == "uk"
    assert page.inner_text("#findings-status") == "8 знахідок"
    assert page.locator("#finding-list h3").first.get_attribute("lang") == "en"
    page.goto(page.url.partition("#")[0] + "#article/0")
    assert "1 бер. 2024" in page.inner_text(".facts-list")
