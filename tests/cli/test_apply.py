"""`mtaudit apply`: from decisions to files, and the next audit honours them."""

import json
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from tests.cli.running import invoke
from tests.decide.decided import KYIV, covered, file_of, let_stand, style

ARTICLE = "The train to Kiev was late. People in Kyiv waited. It was the the last train.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)
    return tmp_path


def report() -> dict[str, list[dict[str, str]]]:
    invoke("check", "a.txt", "--report", "json:report.json", "--quiet")
    found: dict[str, list[dict[str, str]]] = json.loads(Path("report.json").read_text())
    return found


def fingerprint(text: str) -> str:
    return next(one["fingerprint"] for one in report()["findings"] if one["text"] == text)


def test_the_loop_closes() -> None:
    doubled = fingerprint("the the")
    entity = next(one["id"] for one in report()["entities"])
    allow = style(KYIV, "Kiev", "allow-variant", target={"kind": "name", "id": entity})
    stand = let_stand(doubled, covers=[covered(doubled, "the the")])
    Path("d.json").write_bytes(file_of(stand, allow))
    result = invoke("apply", "d.json", "--report", "report.json")
    assert result.exit_code == ExitCode.CLEAN
    assert '+allowed = ["Kiev"]' in result.output
    assert "+fingerprint" in result.output
    assert "2 decisions: wrote names.toml and mtaudit.suppressions.toml." in result.output
    assert 'Set authority = ["names.toml"]' in result.output
    Path("mtaudit.toml").write_text('authority = ["names.toml"]\n')
    after = report()
    assert {one["text"]: one["state"] for one in after["findings"]} == {"the the": "suppressed"}
    assert invoke("check", "a.txt").exit_code == ExitCode.CLEAN


def test_a_dry_run_shows_and_writes_nothing() -> None:
    Path("d.json").write_bytes(file_of(style(KYIV, "Kiev")))
    result = invoke("apply", "d.json", "--dry-run")
    assert '+canonical = "Kiev"' in result.output
    assert "would write names.toml" in result.output
    assert not Path("names.toml").exists()


def test_applying_again_changes_nothing() -> None:
    Path("d.json").write_bytes(file_of(style(KYIV, "Kiev"), let_stand("f1")))
    invoke("apply", "d.json")
    result = invoke("apply", "d.json")
    assert result.exit_code == ExitCode.CLEAN
    assert result.output == "2 decisions: nothing to change.\n"


def test_stale_decisions_are_listed() -> None:
    report()
    Path("d.json").write_bytes(file_of(let_stand("gone")))
    result = invoke("apply", "d.json", "--report", "report.json")
    assert "Not applied: finding gone: not in this report" in result.stderr
    assert result.exit_code == ExitCode.CLEAN


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'{"schema": "mtaudit/decisions/7"}', "d.json: this is no mtaudit/decisions/1 file"),
        (b"x", "d.json:1:1: not JSON"),
    ],
)
def test_a_file_that_is_not_understood_is_refused(content: bytes, why: str) -> None:
    Path("d.json").write_bytes(content)
    result = invoke("apply", "d.json")
    assert result.exit_code == ExitCode.UNUSABLE
    assert why in result.stderr
    assert invoke("apply", "none.json").exit_code == ExitCode.UNUSABLE


def test_files_are_those_of_the_configuration() -> None:
    Path("mtaudit.toml").write_text('authority = ["style/ours.toml"]\nsuppressions = "ok.toml"\n')
    Path("style").mkdir()
    Path("style/ours.toml").write_text("")
    Path("d.json").write_bytes(file_of(style(KYIV, "Kiev"), let_stand("f1")))
    result = invoke("apply", "d.json")
    assert "wrote style/ours.toml and ok.toml." in result.output
    assert "Set authority" not in result.output


def test_hostile_text_stays_off_the_terminal() -> None:
    Path("d.json").write_bytes(file_of(let_stand("f1", note="\x1b[31m\u202e")))
    result = invoke("apply", "d.json")
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_the_schema_is_printed() -> None:
    printed = json.loads(invoke("schema", "decisions").output)
    assert printed["$id"] == "urn:mtaudit:decisions:1"


def test_the_text_may_come_from_standard_input() -> None:
    result = invoke("apply", "-", text=file_of(style(KYIV, "Kiev")))
    assert "wrote names.toml" in result.output
    assert "-:1:1: not JSON" in invoke("apply", "-", text="x").stderr


@pytest.mark.parametrize(
    ("content", "why"),
    [("x", "r.json: not usable JSON"), ('{"schema": "other"}', "r.json: no mtaudit/report/1 file")],
)
def test_what_is_no_report_is_refused(content: str, why: str) -> None:
    Path("d.json").write_bytes(file_of(let_stand("f1")))
    Path("r.json").write_text(content)
    result = invoke("apply", "d.json", "--report", "r.json")
    assert result.exit_code == ExitCode.UNUSABLE
    assert why in result.stderr
    assert not Path("mtaudit.suppressions.toml").exists()
