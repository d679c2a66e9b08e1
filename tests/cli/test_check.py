"""`mtaudit check`: its options, its reports, its exit codes."""

import json
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from audit.config.schema import FailOn, LinkScope
from audit.errors import ConfigError
from audit.model.finding import FindingClass, Severity, State
from audit.model.report import Note, NoteLevel, Report
from tests.builders import document, finding, report, rule
from tests.cli.running import FakeAudit, invoke

RULES = {
    "NAM001": rule("NAM001", "split-name"),
    "NAM002": rule("NAM002", "name-order"),
    "NUM001": rule("NUM001", "wrong-scale-word"),
}


def found(kind: FindingClass = FindingClass.ERROR, weight: Severity = Severity.MAJOR) -> Report:
    doc = document("Kim left.")
    return report([doc], [finding(doc, "Kim", finding_class=kind, severity=weight)])


CLEAN = report([document("Kim left.")])
UNREAD = report([], notes=[Note(NoteLevel.ERROR, "unreadable", "cannot be read", "a.txt")])


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeAudit:
    """An audit that finds one error, run in an empty folder over three rules."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("audit.detect.load", lambda: RULES)
    made = FakeAudit(found())
    monkeypatch.setattr("audit.run.audit", made)
    return made


def test_no_input_says_what_to_give(fake: FakeAudit) -> None:
    result = invoke("check")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "no INPUT; give files, folders or globs, or - for standard input" in result.stderr
    assert "mtaudit check articles/" in result.stderr


def test_inputs_are_handed_on_as_they_were_given(fake: FakeAudit) -> None:
    invoke("check", "a.txt", "b/*.html", "c")
    assert fake.inputs == ("a.txt", "b/*.html", "c")


def test_every_setting_reaches_the_audit(fake: FakeAudit) -> None:
    Path("n.toml").touch()
    invoke(
        *("check", "a.txt", "--scope", "document", "--lang", "uk", "--jobs", "3"),
        *("--select", "NAM,num001", "--select", "name-order", "--ignore", "NAM002"),
        *("--names", "n.toml", "--names", "m.toml", "--exclude", "x/*", "--exclude", "y"),
        *("--fail-on", "query", "--profile", "none"),
    )
    config = fake.config
    assert config.scope is LinkScope.DOCUMENT
    assert (config.lang, config.jobs, config.profile) == ("uk", 3, "none")
    assert config.select == ("NAM", "NUM001", "NAM002")
    assert config.ignore == ("NAM002",)
    assert config.authority == ("n.toml", "m.toml")
    assert config.exclude == ("x/*", "y")
    assert config.fail_on is FailOn.QUERY


def test_the_nearest_file_is_read_unless_isolated(fake: FakeAudit) -> None:
    Path("mtaudit.toml").write_text("jobs = 7", encoding="utf-8")
    Path("other.toml").write_text("jobs = 5", encoding="utf-8")
    invoke("check", "a.txt")
    assert fake.config.jobs == 7
    invoke("check", "a.txt", "--config", "other.toml")
    assert fake.config.jobs == 5
    invoke("check", "a.txt", "--isolated")
    assert fake.config.jobs == 1


def test_all_cores(fake: FakeAudit) -> None:
    invoke("check", "a.txt", "--jobs", "0")
    assert fake.config.jobs >= 1


def test_standard_input_is_read_for_a_dash_alone(fake: FakeAudit) -> None:
    invoke("check", "-", "--stdin-filename", "a.html", text=b"\xff raw")
    assert (fake.stdin, fake.stdin_filename) == (b"\xff raw", "a.html")
    invoke("check", "a.txt", text=b"unread")
    assert fake.stdin is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a", "--stdin-filename", "x"), "--stdin-filename names what - reads; give - as INPUT"),
        (("a", "-q", "-v"), "--quiet and --verbose exclude each other"),
        (("a", "--isolated", "--config", "x"), "--isolated and --config exclude each other"),
        (("a", "--config", "x.toml"), "x.toml: cannot be read: No such file"),
        (("a", "--report", "pdf:x"), "--report: unknown report format “pdf”; known are"),
        (("a", "--report", "jsn:x"), "--report: unknown report format “jsn”; did you mean “json”?"),
        (("a", "--report", "json:"), "--report: expected FORMAT or FORMAT:PATH"),
        (("a", "--report", "json", "--report", "html:-"), "two reports go to standard output"),
        (("a", "--report", "json:x", "--report", "html:x"), "two reports go to “x”"),
        (("a", "--select", "NAM01"), "--select: unknown rule “NAM01”; did you mean “NAM001”?"),
        (("a", "--ignore", "quite"), "--ignore: unknown rule “quite”; `mtaudit rules` lists them"),
        (("a", "--select", "NUM", "--ignore", "NUM"), "select and ignore together leave no rule"),
        (("a", "--lang", "?"), "--lang: expected a language tag"),
        (("a", "--profile", "nune"), "--profile: unknown profile “nune”; did you mean “none”?"),
        (("a", "--fail-on", "warning"), "'warning' is not one of 'critical'"),
        (("a", "--scope", "all"), "'all' is not one of 'feed', 'document'"),
        (("a", "--jobs", "-1"), "-1 is not in the range x>=0"),
        (("a", "--jobs", "two"), "'two' is not a valid integer"),
        (("a", "--colour", "never"), "No such option"),
    ],
)
def test_a_fault_of_usage_is_told_and_exits_2(
    fake: FakeAudit, arguments: tuple[str, ...], told: str
) -> None:
    result = invoke("check", *arguments)
    assert result.exit_code == ExitCode.UNUSABLE
    assert told in result.stderr
    assert result.stdout == ""
    assert fake.inputs == ()


@pytest.mark.parametrize(
    ("made", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (found(), (), 1),
        (found(FindingClass.QUERY), (), 0),
        (found(FindingClass.QUERY), ("--fail-on", "query"), 1),
        (found(FindingClass.ERROR, Severity.MINOR), ("--fail-on", "major"), 0),
        (found(), ("--fail-on", "never"), 0),
        (found(), ("--exit-zero",), 0),
        (UNREAD, (), 2),
        (UNREAD, ("--exit-zero",), 2),
        (UNREAD, ("--fail-on", "never"), 2),
    ],
)
def test_exit_codes(fake: FakeAudit, made: Report, arguments: tuple[str, ...], code: int) -> None:
    fake.report = made
    assert invoke("check", "a.txt", *arguments).exit_code == code


def test_unread_input_weighs_more_than_findings(fake: FakeAudit) -> None:
    doc = document("Kim left.")
    fake.report = report([doc], [finding(doc, "Kim")], notes=UNREAD.notes)
    assert invoke("check", "a.txt").exit_code == ExitCode.UNUSABLE


@pytest.mark.parametrize("level", [NoteLevel.INFO, NoteLevel.WARNING])
def test_lighter_notes_do_not_fail(fake: FakeAudit, level: NoteLevel) -> None:
    fake.report = report([], notes=[Note(level, "x", "known")])
    assert invoke("check", "a.txt").exit_code == ExitCode.CLEAN


def test_known_findings_do_not_fail(fake: FakeAudit) -> None:
    doc = document("Kim left.")
    fake.report = report([doc], [finding(doc, "Kim", state=State.KNOWN)])
    assert invoke("check", "a.txt", "--fail-on", "info").exit_code == ExitCode.CLEAN


def test_the_summary_is_on_standard_output(fake: FakeAudit) -> None:
    result = invoke("check", "a.txt")
    assert "a.txt:1:1 NAM001 major error" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("target", ["json", "json:-"])
def test_a_report_on_standard_output_stands_alone(fake: FakeAudit, target: str) -> None:
    result = invoke("check", "a.txt", "--report", target)
    assert json.loads(result.stdout_bytes)["schema"] == "mtaudit/report/1"
    assert result.exit_code == ExitCode.FINDINGS


def test_notes_go_to_standard_error_where_no_summary_shows_them(fake: FakeAudit) -> None:
    light = Note(NoteLevel.WARNING, "x", "odd\x1b[1m", "b.txt", 2)
    fake.report = report([], notes=[*UNREAD.notes, light])
    result = invoke("check", "a.txt", "--report", "json")
    assert result.stderr == "error: a.txt: cannot be read\nwarning: b.txt:2: odd\n"
    assert invoke("check", "a.txt", "-q").stderr == "error: a.txt: cannot be read\n"


def test_quiet_prints_nothing(fake: FakeAudit) -> None:
    result = invoke("check", "a.txt", "--quiet")
    assert (result.output, result.exit_code) == ("", ExitCode.FINDINGS)


def test_several_reports_at_once_and_the_summary_names_them(fake: FakeAudit) -> None:
    result = invoke("check", "a.txt", "--report", "json:out/r.json", "--report", "console:s.txt")
    assert json.loads(Path("out/r.json").read_text(encoding="utf-8"))["findings"]
    assert "NAM001" in Path("s.txt").read_text(encoding="utf-8")
    assert "Report written: out/r.json\nReport written: s.txt\n" in result.stdout


def test_reports_of_the_configuration_are_written(fake: FakeAudit) -> None:
    Path("mtaudit.toml").write_text('report = ["json:r.json"]', encoding="utf-8")
    invoke("check", "a.txt")
    assert Path("r.json").is_file()
    invoke("check", "a.txt", "--report", "json:s.json")
    assert Path("s.json").is_file()


def test_a_report_that_cannot_be_written_is_told(fake: FakeAudit) -> None:
    Path("file").touch()
    result = invoke("check", "a.txt", "--report", "json:file/r.json")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "cannot write the report file/r.json" in result.stderr


def test_verbose_shows_all_findings(fake: FakeAudit) -> None:
    doc = document("\n".join(f"Kim{i} left." for i in range(60)))
    fake.report = report([doc], [finding(doc, f"Kim{i} ") for i in range(60)])
    assert invoke("check", "a.txt").stdout.count(" NAM001 ") == 50
    assert invoke("check", "a.txt", "--verbose").stdout.count(" NAM001 ") == 60


@pytest.mark.parametrize(
    ("choice", "env", "coloured"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(fake: FakeAudit, choice: str, env: dict[str, str], coloured: bool) -> None:
    result = invoke("check", "a.txt", "--color", choice, **env)
    assert ("\x1b[" in result.stdout) is coloured


def test_a_fault_of_names_or_profile_is_told(fake: FakeAudit) -> None:
    fake.fault = ConfigError("names.toml: record 3: no canonical\nsecond \x1b[31mline")
    result = invoke("check", "a.txt")
    assert result.exit_code == ExitCode.UNUSABLE
    assert result.stderr == "Error: names.toml: record 3: no canonical\nsecond line\n"


def test_a_fault_of_ours_is_one_line_and_exits_3(fake: FakeAudit) -> None:
    fake.fault = KeyError("x")
    result = invoke("check", "a.txt")
    assert result.exit_code == ExitCode.FAILED
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("Internal error: KeyError: 'x'.")
    assert "set MTAUDIT_DEBUG=1" in result.stderr


@pytest.mark.parametrize(
    "fault", [EOFError("x"), MemoryError(), RecursionError("deep"), OSError(5, "x")]
)
def test_any_fault_of_ours_exits_3(fake: FakeAudit, fault: Exception) -> None:
    fake.fault = fault
    assert invoke("check", "a.txt").exit_code == ExitCode.FAILED


def test_an_interrupt_exits_130_without_a_report(fake: FakeAudit) -> None:
    fake.fault = KeyboardInterrupt()
    result = invoke("check", "a.txt", "--report", "json:r.json")
    assert result.exit_code == ExitCode.INTERRUPTED
    assert result.stderr.strip() == "Interrupted."
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("content", [b"a.txt\nb c.txt\n\n", b"a.txt\0b c.txt\0"])
def test_inputs_come_from_a_list_too(fake: FakeAudit, content: bytes) -> None:
    Path("list").write_bytes(content)
    invoke("check", "first.txt", "--files-from", "list")
    assert fake.inputs == ("first.txt", "a.txt", "b c.txt")
    invoke("check", "--files-from", "-", text=content)
    assert tuple(fake.inputs) == ("a.txt", "b c.txt")


def test_the_html_report_is_set_from_the_command_line(fake: FakeAudit) -> None:
    invoke(
        *("check", "a.txt", "--report", "html:r.html", "--report", "html-dir:out"),
        *("--report-lang", "uk", "--max-report-findings", "5"),
    )
    assert '<html lang="uk">' in Path("r.html").read_text(encoding="utf-8")
    assert sorted(p.name for p in Path("out").iterdir()) == [
        "data.js", "index.html", "report.css", "report.js", "theme.js",
    ]  # fmt: skip


def test_an_unknown_report_language_is_told_before_the_audit(fake: FakeAudit) -> None:
    result = invoke("check", "a.txt", "--report", "html:r.html", "--report-lang", "xx")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "no report language “xx”; there are en, uk" in result.stderr
    assert not fake.inputs


def test_a_folder_for_standard_output_is_told_before_the_audit(fake: FakeAudit) -> None:
    result = invoke("check", "a.txt", "--report", "html-dir")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "needs a folder: html-dir:FOLDER" in result.stderr
    assert not fake.inputs


@pytest.mark.parametrize("target", ["html:r.html", "html-dir:out"])
def test_a_large_report_is_warned_of(
    fake: FakeAudit, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    warning = "will be slow to open; --max-report-findings makes it smaller"
    assert warning not in invoke("check", "a.txt", "--report", target).stderr
    monkeypatch.setattr("audit.cli.reports.LARGE", 1000)
    assert warning in invoke("check", "a.txt", "--report", target).stderr
