"""A folder that holds the reports of earlier runs gives the same report again."""

from io import StringIO
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.model.report import NoteLevel, Report
from audit.report.html import HtmlReporter
from audit.report.json import JsonReporter
from audit.run import audit

PLAIN = Config(builtin_authority=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "feed"
    folder.mkdir()
    (folder / "a.txt").write_text("It was the the last bridge.", encoding="utf-8")
    return folder


def write(report: Report, folder: Path) -> None:
    """Write the report in both forms into the folder that was audited."""
    for reporter in (HtmlReporter(), JsonReporter()):
        out = StringIO()
        reporter.write(report, out)
        (folder / f"report.{reporter.suffix}").write_text(out.getvalue(), encoding="utf-8")


@pytest.mark.parametrize("given", ["feed", "feed/*"])
def test_reports_in_the_folder_are_left_out_and_said(folder: Path, given: str) -> None:
    first = audit([given], PLAIN)
    write(first, folder)
    second = audit([given], PLAIN)
    assert second.findings == first.findings
    assert [one.id for one in second.documents] == [one.id for one in first.documents]
    own = [note for note in second.notes if note.code == "own-report"]
    assert [Path(note.path or "").name for note in own] == ["report.html", "report.json"]
    assert {note.level for note in own} == {NoteLevel.INFO}


def test_a_report_that_was_asked_for_by_name_is_an_error(folder: Path) -> None:
    write(audit(["feed"], PLAIN), folder)
    report = audit(["feed/report.json"], PLAIN)
    note = report.notes[0]
    assert (note.level, note.code) == (NoteLevel.ERROR, "own-report")
    assert not report.documents
