"""The HTML report as bytes: self-contained, inert, the same every time."""

import gzip
import json
import re
from base64 import b64decode
from dataclasses import fields, replace
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from audit.model.finding import FindingClass, Severity, State
from audit.model.mqm import Dimension
from audit.model.names import Basis, Form
from audit.model.report import Note, NoteLevel, Report
from audit.model.score import Band, GateKind
from audit.report.html import HtmlReporter
from audit.report.html.assets import source_hash, template_root
from audit.report.html.findings import MOST_PLACES
from audit.report.html.index import Index, capital, plain_name
from audit.report.html.page import STATIC_FINDINGS, page
from audit.report.html.plurals import Plural
from audit.report.html.reporter import SCRIPTS
from audit.report.html.score import gate_label
from audit.report.html.strings import ENGLISH
from audit.report.html.trend import SCRIPTS as TREND_SCRIPTS
from audit.score import score
from tests import builders as make
from tests.hostile import PAYLOADS, hostile_report
from tests.sample_feed import DOUBLED, HASAN, feed

SVG = '"http://www.w3.org/2000/svg"'
"""The name of a namespace: an address that nobody looks up."""

TEMPLATES = Path(str(template_root()))


def written(report: Report) -> str:
    out = StringIO()
    HtmlReporter().write(report, out)
    return out.getvalue()


def data(html: str) -> dict[str, Any]:
    packed = re.search(r'<template id="data">([A-Za-z0-9+/=]+)</template>', html)
    assert packed, "the data is not plain base64"
    unpacked: dict[str, Any] = json.loads(gzip.decompress(b64decode(packed[1])))
    return unpacked


class Tags(HTMLParser):
    """Collects the tags and attributes of a page, and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag in self.raw:
            self.raw[tag].append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem in self.raw:
            self.raw[self.cdata_elem][-1] += data


def tags(html: str) -> Tags:
    parser = Tags()
    parser.feed(html)
    parser.close()
    return parser


def test_equal_reports_give_equal_bytes() -> None:
    assert written(feed()) == written(feed())


def test_policy_names_exactly_the_scripts_and_styles_of_the_page() -> None:
    found = tags(written(feed()))
    policy = next(
        attributes["content"] or ""
        for tag, attributes in found.seen
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["script-src"].split() == [f"'{source_hash(s)}'" for s in found.raw["script"]]
    assert directives["style-src"].split() == [f"'{source_hash(s)}'" for s in found.raw["style"]]
    assert directives["base-uri"] == directives["form-action"] == "'none'"


def test_nothing_inline_and_nothing_from_outside() -> None:
    for tag, attributes in tags(written(hostile_report())).seen:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "b"}
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith("#")


ENDS_SCRIPTS = {"_head.html.j2", "report.html.j2", "trend.html.j2"}
"""Templates that hold elements for scripts; a script that ended one would break the page."""


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.*"), key=str), ids=lambda f: f.name)
def test_templates_name_no_outside_address_and_no_unsafe_call(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace(SVG, "")
    assert not re.search(r"https?:|//[a-z]+\.|@import|url\(", text)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
    assert "|safe" not in text.replace(" ", "")
    assert "</script" not in text.lower() or file.name in ENDS_SCRIPTS
    assert len(text.splitlines()) < 400


def test_every_script_is_part_of_the_page() -> None:
    assert {p.name for p in (TEMPLATES / "script").iterdir()} == {
        *SCRIPTS,
        *TREND_SCRIPTS,
        "theme.js",
    }


def test_hostile_text_is_inert_in_the_page_and_whole_in_the_data() -> None:
    report = hostile_report()
    html = written(report)
    html.encode()  # half of a surrogate pair would fail here
    assert "</b>" not in html
    assert html.count("</template>") == 1
    assert html.lower().count("</script>") == 2
    assert not re.search("[\0\x07\u202e\u2066\u200b]", html)
    assert ">RLO</span>" in html
    assert data(html)["documents"][0]["text"] == report.documents[0].text


@pytest.mark.parametrize("text", PAYLOADS)
def test_each_payload_leaves_the_tags_as_they_are(text: str) -> None:
    doc = make.document(text, id=text, title=text, path=text)
    calm = make.document("calm", id="calm", title="calm", path="calm")
    pages = [
        tags(written(make.report([d], [make.finding(d, d.text, d.text)]))).seen for d in (doc, calm)
    ]
    names = [[tag for tag, attributes in seen if tag != "span"] for seen in pages]
    names = [[t for t in seen if t != "bdi"] for seen in names]  # a quoted part is kept apart
    assert names[0] == names[1]


def test_offsets_are_counted_as_the_script_counts() -> None:
    report = feed()
    chinese = next(d for d in data(written(report))["documents"] if d["lang"] == "zh")
    found = next(f for f in data(written(report))["findings"] if f["rule"] == "PUN004")
    units = chinese["text"].encode("utf-16-le")
    start, end = found["at"]
    assert units[2 * start : 2 * end].decode("utf-16-le") == "，，"
    assert chinese["text"].index("，，") < start  # a character outside the BMP stands before it


def test_summary_says_what_to_do_first_in_order() -> None:
    steps = page(Index(feed())).summary.steps
    assert [step.href.partition("?")[0] for step in steps] == [
        "#unchecked", "#names", "#findings", "#findings", "#findings",
    ]  # fmt: skip
    assert steps[1].name
    assert steps[1].name.bits[0].text == "Kim Jong Un"


def test_suppressed_findings_are_not_counted() -> None:
    doc = make.document("One two.")
    gone = make.finding(doc, "One", state=State.SUPPRESSED)
    shown = page(Index(make.report([doc], [gone])))
    assert shown.findings_count == 0
    assert not shown.summary.steps
    assert [tally.count for tally in shown.summary.tallies] == [0, 0, 0, 0]


def test_static_core_holds_the_worst_findings() -> None:
    doc = make.document(" ".join(f"word{i}" for i in range(300)))
    found = [
        make.finding(
            doc, f"word{i} ", finding_class=FindingClass.INFO, severity=Severity.NEUTRAL
        )
        for i in range(298)
    ]  # fmt: skip
    found.append(make.finding(doc, "word299", severity=Severity.CRITICAL))
    shown = page(Index(make.report([doc], found)))
    assert len(shown.findings) == STATIC_FINDINGS
    assert shown.findings[0].severity == "critical"


def test_a_proposed_form_that_stands_nowhere_is_shown_with_no_uses() -> None:
    doc = make.document("Hasan. Hasan.")
    known = make.entity(
        "Khasan", make.mentions([doc], "Hasan"), basis=Basis.AUTHORITY, variants=(HASAN,)
    )
    report = make.report([doc], [], [known])
    card = page(Index(report)).names[0]
    assert [(row.role, row.count) for row in card.forms] == [("proposed", 0), ("departs", 2)]
    name = data(written(report))["names"][0]
    assert [form["text"] for form in name["forms"]] == ["Khasan", "Hasan"]
    assert [mention[4] for mention in name["mentions"]] == [1, 1]


def test_majority_is_said_to_be_no_verdict() -> None:
    card = page(Index(feed())).names[1]
    assert card.basis == "used most often here; not a statement of what is right"


def test_short_forms_come_apart() -> None:
    shown = page(Index(feed()))
    assert [c.title.bits[0].text for c in shown.short_names] == ["Olga Marchenko"]
    assert shown.names_count == 3


def test_notes_stand_worst_first_and_gaps_name_the_silent_rules() -> None:
    notes = (Note(NoteLevel.INFO, "b", "B"), Note(NoteLevel.ERROR, "a-b", "A", "x.html", 3))
    report = replace(feed(), notes=notes)
    shown = page(Index(report)).unchecked
    assert [n.level_key for n in shown.notes] == ["error", "info"]
    assert [n.where for n in shown.notes] == ["x.html, line 3", ""]
    assert {gap.language for gap in shown.gaps} == {"Arabic", "Chinese"}
    assert "REP001" in shown.gaps[0].rules


def test_where_nothing_is_to_do_the_page_says_why() -> None:
    doc = make.document("All is quiet here.")
    remark = make.finding(doc, "quiet", finding_class=FindingClass.INFO)
    nothing = page(Index(make.report([doc])))
    assert nothing.summary.rest == ENGLISH.first_nothing
    assert nothing.findings_none == ENGLISH.none_found
    unread = page(Index(make.report([])))
    assert {unread.summary.rest, unread.findings_none, unread.names_none} == {ENGLISH.nothing_read}
    assert page(Index(make.report([doc], [remark]))).summary.rest == ENGLISH.first_remarks.of(1)
    for report in (make.report([doc]), make.report([])):
        assert page(Index(report)).findings_none in written(report)


def test_information_has_no_severity_and_stands_last() -> None:
    doc = make.document("One two three.")
    kinds = (FindingClass.INFO, FindingClass.CHROME, FindingClass.ERROR)
    found = [
        make.finding(doc, word, finding_class=kind, severity=Severity.MAJOR)
        for word, kind in zip(("One", "two", "three"), kinds, strict=True)
    ]
    shown = page(Index(make.report([doc], found))).findings
    assert [(card.class_key, card.severity) for card in shown] == [
        ("error", "major"),
        ("chrome", "major"),
        ("info", ""),
    ]


def test_names_to_decide_on_come_before_those_with_remarks_only() -> None:
    doc = make.document("Hasan. Khasan. Hasan again.")
    names = [
        make.entity("Khasan", make.mentions([doc], "Hasan"), id=key, variants=(HASAN,))
        for key in ("remark", "error")
    ]
    found = [
        make.finding(doc, make.find(doc, "Hasan", nth), finding_class=kind, entity=key)
        for nth, kind, key in ((0, FindingClass.INFO, "remark"), (1, FindingClass.ERROR, "error"))
    ]
    index = Index(make.report([doc], found, names))
    assert [entity.id for entity in index.departing] == ["error", "remark"]
    assert page(index).summary.steps[0].text.startswith("Decide on one name")
    assert not page(Index(make.report([doc], found[:1], names))).summary.steps


def test_places_of_one_form_to_compare_share_a_line() -> None:
    doc = make.document("Kiev. " + "Kyiv. " * 6 + "Kyyiv.")
    related = [make.reference(doc, "Kyiv", nth) for nth in range(6)]
    found = make.finding(doc, "Kiev", related=[*related, make.reference(doc, "Kyyiv")])
    report = make.report([doc], [found])
    (card,) = page(Index(report)).findings
    assert [(len(each.places), each.more) for each in card.others] == [
        (MOST_PLACES, "and 3 more places"),
        (1, ""),
    ]
    sent = data(written(report))["findings"][0]["related"]
    assert [(each["text"], len(each["places"])) for each in sent] == [("Kyiv", 3), ("Kyyiv", 1)]


@pytest.mark.parametrize(
    ("name", "plain"), [("split-name", "Split name"), ("html-left-over", "HTML left over")]
)
def test_rule_names_are_written_as_words(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_every_phrase_with_a_number_has_its_plurals() -> None:
    for field in fields(ENGLISH):
        phrase = getattr(ENGLISH, field.name)
        if isinstance(phrase, Plural):
            assert "{n}" in phrase.other
            assert "12,345" in phrase.of(12345)


def test_authority_references_name_their_record() -> None:
    doc = make.document("Kiev fell quiet.")
    other = replace(make.reference(doc, "Kiev"), document="authority:kyiv", text="Kyiv")
    html = written(make.report([doc], [make.finding(doc, "Kiev", related=[other])]))
    assert "names authority, record kyiv" in html
    assert data(html)["findings"][0]["related"][0]["places"][0]["document"] == -1


def test_forms_that_no_mention_carries_do_no_harm() -> None:
    doc = make.document("Hasan.")
    known = make.entity("Khasan", make.mentions([doc], "Hasan"), variants=(HASAN,))
    odd = replace(known, forms=(Form("Khasan", 3, 1),))
    assert data(written(make.report([doc], [], [odd])))["names"][0]["mentions"][0][4] == -1


def test_letters_that_a_reason_speaks_of_keep_their_case() -> None:
    assert capital("y/yy: two ways to end a name") == "y/yy: two ways to end a name"
    assert capital("the same letters with other marks") == "The same letters with other marks"


def long_feed() -> Report:
    """Two publishers, two languages, a number for the score."""
    text = "\n".join(" ".join(f"w{i}x{n}" for n in range(10)) + "." for i in range(40))
    docs = [
        replace(make.document(text, id=id_, lang=lang), publisher=f"{id_} & Sons")
        for id_, lang in (("a", "en"), ("b", "de"))
    ]
    found = [make.finding(doc, f"w{i}x3", by=DOUBLED) for doc in docs for i in range(5)]
    found += [make.finding(docs[0], "w9x1", finding_class=FindingClass.QUERY)]
    made = make.report(docs, found)
    return replace(made, scores=score(docs, made.findings, made.words, {"terminology": 1}))


def test_the_score_says_its_number_interval_band_and_what_counts() -> None:
    card = page(Index(long_feed())).summary.score
    assert card
    assert (card.value, card.unit) == ("98.7", "of 100")
    assert card.lines[0].startswith("95% interval 9")
    assert card.lines[1].startswith("Band: moderate (at least one major error")
    assert card.facts[:2] == (
        "12.5 penalty points in 1,000 words",
        "10 errors count: 10 points in 800 words",
    )
    assert [(row.label, row.errors, row.points, row.percent) for row in card.shares] == [
        ("Linguistic conventions", 10, "10", 100),
    ]
    assert [(hold.label, hold.findings, hold.href) for hold in card.holds] == [
        ("Open query on a name", "1 finding", "#findings?gate=name-query"),
    ]
    assert [[row.name for row in table.rows] for table in card.groups] == [
        ["a & Sons", "b & Sons"],
        ["German", "English"],
    ]
    assert [row.hold for row in card.groups[0].rows] == [True, False]


def test_a_small_sample_shows_its_band_and_why_there_is_no_number() -> None:
    card = page(Index(feed())).summary.score
    assert card
    assert (card.value, card.unit) == ("Heavy", "")
    assert card.lines == (
        "At least one critical error, or as much in lighter ones.",
        "No score under 500 words.",
    )
    assert {hold.href.partition("=")[2] for hold in card.holds} == {
        "critical", "page-residue", "number-query",
    }  # fmt: skip


def test_documents_and_findings_carry_score_and_gates_to_the_script() -> None:
    sent = data(written(long_feed()))
    assert [(doc["score"], doc["hold"]) for doc in sent["documents"]] == [
        ("moderate", True),
        ("moderate", False),
    ]
    assert [f["gates"] for f in sent["findings"] if f["class"] == "query"] == [["name-query"]]
    assert all(not f["gates"] for f in sent["findings"] if f["class"] == "error")


def test_without_scores_the_page_says_so_and_shows_none() -> None:
    html = written(replace(feed(), scores=None))
    assert ENGLISH.no_score in html
    assert ENGLISH.score_caution not in html
    assert 'id="score"' not in html
    assert html.count(ENGLISH.score_or_band) == 0
    assert ENGLISH.score_caution in written(feed())


def test_every_gate_band_and_dimension_has_its_words() -> None:
    for kind in GateKind:
        assert gate_label(kind, ENGLISH)
    for dimension in Dimension:
        assert getattr(ENGLISH, "dimension_" + dimension.replace("-", "_"))
    for band in Band:
        assert getattr(ENGLISH, f"band_{band}")
        assert getattr(ENGLISH, f"band_{band}_means")
