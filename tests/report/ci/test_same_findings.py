"""All formats list the same findings, as grave as they are, in whatever words each format has."""

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from audit.model.finding import Applicability, FindingClass, Fix, Severity, State
from audit.model.report import Note, NoteLevel, Report
from tests import builders as make
from tests.hostile import hostile_report
from tests.report.ci.formats import FORMATS, written

TEXT = "Kim Jong Un left.\nThen Kim Jong-un came back to Hasan.\n"
FIX = Fix("Kim Jong Un", Applicability.SAFE, "Met most often; and first.")


def full() -> Report:
    """One new finding of each class, two of a severity, one known and one suppressed."""
    doc = make.document(TEXT, path="articles/kim é.txt", id="kim")
    clean = make.document("All is well.", id="clean")
    other = make.reference(doc, "Kim Jong Un")
    findings = [
        make.finding(doc, "Kim Jong-un", related=[other], fixes=[FIX], severity=Severity.MAJOR),
        make.finding(doc, "Hasan", severity=Severity.CRITICAL),
        make.finding(doc, "left", finding_class=FindingClass.QUERY),
        make.finding(doc, "Then", finding_class=FindingClass.CHROME),
        make.finding(doc, "back", finding_class=FindingClass.INFO),
        make.finding(doc, "came", state=State.KNOWN),
        make.finding(doc, "to", state=State.SUPPRESSED),
    ]
    note = Note(NoteLevel.ERROR, "unreadable", "cannot be read: gone", "b.txt", 3)
    return make.report([doc, clean], findings, notes=[note])


def levels(name: str, text: str) -> Counter[str]:
    """How many errors, warnings and notes a report lists, by the words of its format."""
    match name:
        case "github":
            lines = [line for line in text.splitlines() if "title=NAM" in line]
            words = [line[2:].split(" ")[0] for line in lines]
        case "gitlab":
            words = [one["severity"] for one in json.loads(text)]
        case "rdjsonl":
            words = [json.loads(line)["severity"].lower() for line in text.splitlines()]
        case "sarif":
            results = json.loads(text)["runs"][0]["results"]
            words = [one["level"] for one in results if one.get("baselineState") == "new"]
        case "checkstyle":
            words = [str(one.get("severity")) for one in ET.fromstring(text).iter("error")]
        case "csv":
            rows = list(csv.DictReader(io.StringIO(text)))
            words = [row["class"] for row in rows if row["state"] == "new"]
        case "markdown":
            cells = [line.split(" | ")[0] for line in text.splitlines() if " | NAM001 " in line]
            words = [cell.removeprefix("| ").partition("/")[0] for cell in cells]
        case _:
            suite = ET.fromstring(text)[0]
            words = [case[0].tag for case in suite.iter("testcase")]
    return Counter(map(_usual, words))


def _usual(word: str) -> str:
    return {
        **dict.fromkeys(("blocker", "critical", "failure"), "error"),
        **dict.fromkeys(("minor", "query", "chrome", "skipped"), "warning"),
        **dict.fromkeys(("info", "notice", "system-out"), "note"),
    }.get(word, word)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_as_grave_as_they_are(name: str) -> None:
    assert levels(name, written(full(), name)) == {"error": 2, "warning": 2, "note": 1}


@pytest.mark.parametrize("name", [one for one in FORMATS if one != "csv"])
def test_class_and_severity_are_never_lost(name: str) -> None:
    text = written(full(), name)
    if name == "sarif":
        properties = [one["properties"] for one in json.loads(text)["runs"][0]["results"]]
        assert {f"{one['class']}/{one['severity']}" for one in properties} >= {
            "error/critical",
            "query/major",
        }
        return
    for weight in ("error/critical", "error/major", "query/major", "chrome/major", "info/major"):
        assert weight in text


@pytest.mark.parametrize("name", FORMATS)
def test_text_of_strangers_stays_text(name: str) -> None:
    text = written(hostile_report(), name)
    text.encode("utf-8", "backslashreplace" if name == "csv" else "strict")
    if name in ("checkstyle", "junit"):
        assert not {one.tag for one in ET.fromstring(text).iter()} & {"script", "b", "img", "svg"}
    if name == "github":
        assert all(line.startswith(("::", "mtaudit:")) for line in text.splitlines())
        assert "\x07" not in text
    if name == "markdown":
        assert "<script" not in text.replace("\\<script", "")


def test_a_command_cannot_be_put_into_another() -> None:
    doc = make.document("x", path="a,b:c\n::error::x.txt")
    line = written(make.report([doc], [make.finding(doc, "x", "100%\n::set-env::")]), "github")
    assert line.splitlines()[0] == (
        "::error file=a%2Cb%3Ac %3A%3Aerror%3A%3Ax.txt,line=1,endLine=1,col=1,endColumn=1,"
        "title=NAM001 split-name (error/major)::100%25 ::set-env::"
    )


def test_a_cell_that_would_be_a_formula_is_not() -> None:
    doc = make.document("=cmd|'/c calc'!A1")
    text = written(make.report([doc], [make.finding(doc, "=cmd|'/c calc'!A1")]), "csv")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["text"] == "'=cmd|'/c calc'!A1"


def test_unread_input_is_an_error_of_its_own() -> None:
    suites = ET.fromstring(written(full(), "junit"))
    assert [suite.get("name") for suite in suites] == ["kim", "clean", "input"]
    assert suites[1][0].get("name") == "no findings"
    assert suites[2][0][0].get("message") == "cannot be read: gone"
    sarif = json.loads(written(full(), "sarif"))["runs"][0]["invocations"][0]
    assert sarif["executionSuccessful"] is False
    assert sarif["toolExecutionNotifications"][0]["message"]["text"] == "cannot be read: gone"
    assert written(full(), "github").startswith("::error file=b.txt,line=3,title=mtaudit")


def test_columns_of_rdjsonl_count_bytes() -> None:
    doc = make.document("Мер 𐐀 пішов.\n", path="a.txt")
    report = make.report([doc], [make.finding(doc, "пішов", fixes=[FIX])])
    one = json.loads(written(report, "rdjsonl"))
    start = one["location"]["range"]["start"]
    assert start == {"line": 1, "column": len("Мер 𐐀 ".encode()) + 1}
    assert one["suggestions"][0]["text"] == "Kim Jong Un"


def test_sarif_links_the_other_form_and_offers_the_fix() -> None:
    results = json.loads(written(full(), "sarif"))["runs"][0]["results"]
    one = next(each for each in results if each["message"]["text"].endswith("[Kim Jong Un](1)."))
    region = one["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 6, 17)
    uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "articles/kim%20%C3%A9.txt"
    related = one["relatedLocations"][0]["physicalLocation"]["region"]
    assert related == {"startLine": 1}
    change = one["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"] == {"text": "Kim Jong Un"}
    states = Counter(each["baselineState"] for each in results)
    assert states == {"new": 5, "unchanged": 2}
    assert sum("suppressions" in each for each in results) == 1


def test_sarif_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.report.ci.sarif.RESULTS", 3)
    run = json.loads(written(replace(full(), notes=()), "sarif"))["runs"][0]
    assert len(run["results"]) == 3
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("4 lighter findings are left out")


def test_github_says_that_it_does_not_show_all() -> None:
    doc = make.document("x " * 11)
    found = [make.finding(doc, make.find(doc, "x", number)) for number in range(11)]
    last = written(make.report([doc], found), "github").splitlines()[-1]
    assert (
        last == "mtaudit: 11 new findings; GitHub shows the first 10 of each kind, the log has all"
    )


def test_markdown_ends_at_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.report.ci.markdown.ROWS", 2)
    text = written(full(), "markdown")
    assert "… and 3 more; the worst are shown." in text
    assert "Not counted: 1 known to the baseline, 1 suppressed." in text
