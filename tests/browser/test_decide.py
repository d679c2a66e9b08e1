"""Decisions in a real browser: made, kept, undone, handed on, and honoured by the next audit."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from audit.cli.settings import load_config
from audit.decide import read_decisions
from audit.model.finding import State
from audit.model.names import Kind
from audit.model.report import Report
from audit.report.html import HtmlReporter
from audit.run import audit
from tests.browser.conftest import Open, Opened
from tests.browser.test_report_access import RULES, faults
from tests.cli.running import invoke
from tests.decide.decided import file_of, let_stand
from tests.sample_feed import feed
from tests.serve.serving import serving


def exported(page: Page) -> list[dict[str, object]]:
    """The decisions as the page hands them on; they are read as `mtaudit apply` reads them."""
    page.evaluate("location.hash = '#decisions'")
    page.wait_for_selector("#decisions.current")
    text = page.input_value("#decide-text")
    read_decisions(text.encode(), "decisions.json")
    found: list[dict[str, object]] = json.loads(text)["decisions"]
    for one in found:
        one.pop("time")
    return found


def card(page: Page, text: str) -> str:
    """A selector of the first card that holds `text`."""
    found = page.locator(".view.current .card", has_text=text).first
    kind = "name" if "name" in (found.get_attribute("class") or "").split() else "finding"
    return f".view.current .card.{kind}[data-id='{found.get_attribute('data-id')}']"


def test_a_name_is_accepted_and_the_decision_undone(show: Open) -> None:
    page = show(feed(), "#names").page
    one = card(page, "Khasan")
    page.click(f"{one} .accept")
    assert page.inner_text(f"{one} .decided") == "Accepted Khasan"
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    assert page.inner_text("#decide-count") == "1"
    (made,) = exported(page)
    assert made == {
        "target": {"kind": "name", "id": "khasan"},
        "action": "accept",
        "scope": "house",
        "form": "Khasan",
        "name": {
            "record": None,
            "kind": "place",
            "lang": "en",
            "proposed": "Khasan",
            "basis": "majority",
            "forms": ["Khasan", "Hasan"],
            "departing": ["Hasan"],
        },
    }
    page.click("#decide-list button")
    assert exported(page) == []


def test_another_form_is_chosen_typed_or_allowed(show: Open) -> None:
    page = show(feed(), "#names").page
    one = card(page, "Khasan")
    page.click(f"{one} >> text=Another form…")
    page.select_option(f"{one} [name=form]", "Hasan")
    page.fill(f"{one} [name=note]", "the desk’s choice")
    page.click(f"{one} [type=submit]")
    other = card(page, "Kim Jong Un")
    page.click(f"{other} >> text=Another form…")
    page.fill(f"{other} [name=own]", "Kim Chŏng-ŭn")
    page.keyboard.press("Enter")
    assert {(one["action"], one["form"], one.get("note")) for one in exported(page)} == {
        ("choose", "Hasan", "the desk’s choice"),
        ("type", "Kim Chŏng-ŭn", None),
    }


def test_the_proposed_form_cannot_be_allowed_beside_itself(show: Open) -> None:
    page = show(feed(), "#names").page
    one = card(page, "Khasan")
    page.click(f"{one} >> text=Another form…")
    page.select_option(f"{one} [name=form]", "Khasan")
    page.click(f"{one} >> text=Allow it beside")
    assert page.inner_text(f"{one} .problem") == "That is the proposed form itself."
    page.select_option(f"{one} [name=form]", "Hasan")
    page.click(f"{one} >> text=Allow it beside")
    (made,) = exported(page)
    assert (made["action"], made["form"]) == ("allow-variant", "Hasan")


def test_a_finding_is_rejected_with_its_like(show: Open) -> None:
    page = show(feed(), "#findings").page
    one = card(page, "“Hasan” here")
    page.click(f"{one} >> text=No fault…")
    page.check(f"{one} [value=quotation]")
    page.check(f"{one} [name=all]")
    page.click(f"{one} [type=submit]")
    (made,) = exported(page)
    assert (made["action"], made["scope"], made["reason"]) == ("reject", "feed", "quotation")
    covers = made["covers"]
    assert isinstance(covers, list)
    assert len(covers) == 2
    assert {each["text"] for each in covers} == {"Hasan"}


def test_decisions_stay_when_the_page_is_loaded_again(show: Open) -> None:
    opened = show(feed(), "#names")
    opened.page.click(f"{card(opened.page, 'Khasan')} .accept")
    assert len(exported(opened.go("#names"))) == 1


def test_the_list_shows_what_is_still_open(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.click(f"{card(page, 'the the')} .accept")
    page.evaluate("location.hash = '#findings?decided=no'")
    expect(page.locator("#finding-list > li")).to_have_count(12)
    page.evaluate("location.hash = '#findings?decided=yes'")
    expect(page.locator("#finding-list > li")).to_have_count(1)
    exported(page)
    assert "1 of 9" in page.inner_text("#decide-progress")


def test_keys_decide_while_the_list_has_the_focus(show: Open) -> None:
    page = show(feed(), "#findings").page
    page.keyboard.press("a")
    assert exported(page) == []
    page.evaluate("location.hash = '#findings'")
    page.locator("#finding-list h3").first.focus()
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.keyboard.type("a")  # in the panel a letter is a letter
    page.keyboard.press("Enter")
    page.locator("#finding-list h3").nth(2).focus()
    page.keyboard.press("l")
    page.keyboard.press("u")
    page.keyboard.press("l")
    assert sorted(str(one["action"]) for one in exported(page)) == [
        "accept",
        "allow-here",
        "reject",
    ]


def test_a_file_is_saved_and_read_again(show: Open, tmp_path: Path) -> None:
    opened = show(feed(), "#names", accept_downloads=True)
    page = opened.page
    page.click(f"{card(page, 'Khasan')} .accept")
    before = exported(page)
    with page.expect_download() as download:
        page.click("#decide-save")
    path = tmp_path / "decisions.json"
    download.value.save_as(path)
    page.click("#decide-clear")
    assert len(exported(page)) == 1
    page.click("#decide-clear")
    assert exported(page) == []
    page.set_input_files("#decide-read", path)
    expect(page.locator("#decide-count")).to_have_text("1")
    assert exported(page) == before
    other = tmp_path / "other.json"
    other.write_text('{"schema": "<b>else</b>", "decisions": []}')
    page.set_input_files("#decide-read", other)
    expect(page.locator("#problem")).to_contain_text("it is no mtaudit/decisions/1 file")


def test_without_storage_the_page_works(show: Open) -> None:
    closed = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('shut'); } })"
    page = show(feed(), "#names", init_script=closed).page
    page.click(f"{card(page, 'Khasan')} .accept")
    assert len(exported(page)) == 1
    assert page.locator("#decide-lost").is_visible()


def test_in_a_sandbox_the_text_is_the_way_out(browser: Browser) -> None:
    out = StringIO()
    HtmlReporter().write(feed(), out)
    context = browser.new_context()
    page = context.new_page()
    headers = {"Content-Security-Policy": "sandbox allow-scripts"}
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body=out.getvalue(), content_type="text/html; charset=utf-8", headers=headers
        ),
    )
    page.goto("http://build.example/report.html#names")
    page.wait_for_selector("html.ready")
    page.click("#name-list .accept >> nth=0")
    assert len(exported(page)) == 1
    assert page.locator("#decide-lost").is_visible()
    context.close()


HOSTILE = "</script><b onclick=alert(1)>\u202e{x}</b>"


def test_what_is_read_from_a_file_runs_nothing(show: Open, tmp_path: Path) -> None:
    page = show(feed(), "#decisions").page
    made = let_stand(feed().findings[0].fingerprint, note=HOSTILE, form=HOSTILE)
    path = tmp_path / "d.json"
    path.write_bytes(file_of({**made, "action": HOSTILE}, let_stand("<i>gone</i>")))
    page.set_input_files("#decide-read", path)
    expect(page.locator("#toast")).to_contain_text("1 is on something that is not in this report")
    expect(page.locator("#decide-list li")).to_have_count(1)
    assert "<b onclick" in page.inner_text("#decide-list")
    assert page.locator("#decide-list b, #decide-list i").count() == 0


def test_a_name_of_unknown_kind_is_asked_for_it(show: Open) -> None:
    report = feed()
    khasan = next(one for one in report.entities if one.id == "khasan")
    others = tuple(one for one in report.entities if one is not khasan)
    report = replace(report, entities=(*others, replace(khasan, kind=Kind.NAME)))
    page = show(report, "#names").page
    one = card(page, "Khasan")
    page.click(f"{one} .accept")
    page.select_option(f"{one} [name=form]", "Khasan")
    page.click(f"{one} [type=submit]")
    assert page.inner_text(f"{one} .problem") == "Say what it names."
    page.select_option(f"{one} [name=kind]", "place")
    page.click(f"{one} [type=submit]")
    (made,) = exported(page)
    assert (made["action"], made["name"]["kind"]) == ("accept", "place")  # type: ignore[index]


def test_what_was_let_stand_before_is_said(show: Open) -> None:
    report = feed()
    findings = tuple(
        replace(one, state=State.SUPPRESSED) if one.entity == "khasan" else one
        for one in report.findings
    )
    page = show(replace(report, findings=findings), "#names").page
    assert "let stand already" in page.inner_text(card(page, "Khasan"))
    assert "let stand already" not in page.inner_text(card(page, "Kim Jong Un"))
    page.evaluate("location.hash = '#findings?state=all'")
    page.wait_for_selector("#findings.current")
    assert page.locator(f"{card(page, '“Hasan” here')} .decide").count() == 0


@pytest.mark.parametrize(
    "options",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"viewport": {"width": 320, "height": 640}},
    ],
    ids=["light", "dark", "phone"],
)
def test_decisions_are_accessible(show: Open, options: dict[str, object]) -> None:
    opened = show(feed(), "#names", **options)
    page = opened.page
    page.evaluate(Axe().axe_script)
    page.click(f"{card(page, 'Kim Jong Un')} .accept")
    page.click(f"{card(page, 'Khasan')} >> text=Another form…")
    found = faults(page, RULES)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened.turn("#findings")
    page.click(f"{card(page, 'the the')} >> text=No fault…")
    found += faults(page, RULES)
    opened.turn("#decisions")
    found += faults(page, RULES)
    assert not found
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def written(report: Report, path: Path) -> str:
    out = StringIO()
    HtmlReporter().write(report, out)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return path.resolve().as_uri()


ARTICLE = "The train to Kiev was late. People in Kyiv waited. It was the the last train.\n"


def test_the_loop_from_report_to_the_next_audit(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)
    Path("mtaudit.toml").write_text('authority = ["names.toml"]\n')
    Path("names.toml").write_text("# our names\n")
    first = audit(["a.txt"], load_config(config_path=None, isolated=False))
    assert {one.text for one in first.findings} == {"Kiev", "the the"}
    opened = Opened(browser, written(first, Path("report.html")), {})
    page = opened.go("#names")
    one = card(page, "Kyiv")
    page.click(f"{one} >> text=Another form…")
    page.select_option(f"{one} [name=form]", "Kiev")
    page.click(f"{one} >> text=Allow it beside")
    page.evaluate("location.hash = '#findings'")
    page.wait_for_selector("#findings.current")
    two = card(page, "the the")
    page.click(f"{two} >> text=No fault…")
    page.click(f"{two} [type=submit]")
    exported(page)
    Path("decisions.json").write_text(page.input_value("#decide-text"))
    opened.close()
    assert invoke("apply", "decisions.json").exit_code == 0
    assert Path("names.toml").read_text().startswith('# our names\n\n[[name]]\nid = "kyiv"\n')
    assert invoke("check", "a.txt", "--fail-on", "info").exit_code == 0
    assert invoke("apply", "decisions.json").output.endswith("nothing to change.\n")


def test_a_served_report_writes_at_once(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with serving() as server:
        opened = Opened(browser, server.url, {})
        page = opened.go()
        assert page.url == f"http://127.0.0.1:{server.port}/"
        page.evaluate("location.hash = '#findings'")
        page.wait_for_selector("#findings.current")
        two = card(page, "the the")
        page.click(f"{two} >> text=No fault…")
        page.click(f"{two} [type=submit]")
        expect(page.locator("#toast")).to_contain_text("mtaudit.suppressions.toml")
        assert 'text = "the the"' in Path("mtaudit.suppressions.toml").read_text()
        page.click(f"{two} >> text=Undo")
        expect(page.locator("#toast")).to_contain_text("mtaudit.suppressions.toml")
        page.evaluate("location.hash = '#names'")
        one = card(page, "Kyiv")
        page.click(f"{one} >> text=Another form…")
        page.select_option(f"{one} [name=form]", "Kiev")
        page.click(f"{one} >> text=Allow it beside")
        expect(page.locator("#toast")).to_contain_text("names.toml")
        assert 'allowed = ["Kiev"]' in Path("names.toml").read_text()
        assert not Path("mtaudit.suppressions.toml").exists()
        page.evaluate("location.hash = '#decisions'")
        with page.expect_navigation():
            page.click("#serve-again")
        expect(page.locator(".decided-list li")).to_have_count(1)
        page.wait_for_selector("html.ready")
        page.evaluate("location.hash = '#findings'")
        page.wait_for_selector("#findings.current")
        expect(page.locator("#finding-list > li")).to_have_count(1)
        assert opened.complaints == []
        opened.close()
    assert invoke("check", "a.txt", "--names", "names.toml", "--fail-on", "never").exit_code == 0


def test_what_the_server_refuses_is_taken_back(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("names.toml").write_text(
        '[[name]]\nid = "kyiv"\ncanonical = "Kyiv"\nforbidden = ["Kiev"]\n'
    )
    with serving() as server:
        opened = Opened(browser, server.url, {})
        page = opened.go("")
        page.evaluate("location.hash = '#names'")
        one = card(page, "Kyiv")
        page.click(f"{one} >> text=Another form…")
        page.select_option(f"{one} [name=form]", "Kiev")
        page.click(f"{one} [type=submit]")
        expect(page.locator("#problem")).to_contain_text("“Kiev” is forbidden in name “kyiv”")
        expect(page.locator("#decide-count")).to_have_text("0")
        expect(page.locator(f"{one} .accept")).to_be_visible()
        opened.close()
