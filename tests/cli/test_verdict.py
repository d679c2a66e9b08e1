"""What fails a run beside single findings: the score, the gates."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from audit.model.finding import FindingClass, State
from audit.model.report import Report
from audit.model.score import GateKind
from audit.score import score
from tests.builders import document, finding, report, rule
from tests.cli.running import FakeAudit, invoke

RULES = {"NAM001": rule("NAM001", "split-name")}


def made(words: int, kind: FindingClass, state: State = State.NEW) -> Report:
    """A report on one text of `words` words with one major finding."""
    lines = [" ".join(f"w{i}" for i in range(at, at + 10)) for at in range(0, words, 10)]
    doc = document(".\n".join(lines))
    value = report([doc], [finding(doc, "w7 ", finding_class=kind, state=state)])
    return replace(value, scores=score([doc], value.findings, value.words, {}))


ERROR = made(500, FindingClass.ERROR)  # quality 99.0
QUERY = made(500, FindingClass.QUERY)
BELOW = "Failed: the score 99.0 is below 99.1 (fail-under).\n"
SHORT = made(400, FindingClass.ERROR)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeAudit:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("audit.detect.load", lambda: RULES)
    audit = FakeAudit(ERROR)
    monkeypatch.setattr("audit.run.audit", audit)
    return audit


def test_the_options_reach_the_audit(fake: FakeAudit) -> None:
    invoke("check", "a", "--fail-under", "97.5", "--fail-on-gate", "critical,name-query")
    assert fake.config.fail_under == 97.5
    assert fake.config.fail_on_gate == (GateKind.CRITICAL, GateKind.NAME_QUERY)
    invoke("check", "a", "--fail-on-gate", "any", "--fail-under", "0")
    assert fake.config.fail_on_gate == tuple(GateKind)
    assert fake.config.fail_under == 0


@pytest.mark.parametrize(
    ("value", "arguments", "code", "told"),
    [
        (ERROR, ("--fail-under", "99"), 0, ""),
        (ERROR, ("--fail-under", "99.1"), 1, BELOW),
        (ERROR, ("--fail-under", "99.1", "--exit-zero"), 0, ""),
        (SHORT, ("--fail-under", "100"), 0,
         "Note: fail-under was not judged: 400 words in all, a score needs 500.\n"),
        (QUERY, ("--fail-on-gate", "name-query"), 1,
         "Failed: the gate “name-query” is closed by 1 new finding (fail-on-gate).\n"),
        (QUERY, ("--fail-on-gate", "critical"), 0, ""),
        (QUERY, (), 0, ""),
        (made(500, FindingClass.QUERY, State.KNOWN), ("--fail-on-gate", "any"), 0, ""),
        (made(500, FindingClass.QUERY, State.SUPPRESSED), ("--fail-on-gate", "any"), 0, ""),
        (made(500, FindingClass.ERROR, State.KNOWN), ("--fail-under", "99.1"), 1,
         BELOW),
        (replace(ERROR, scores=None), ("--fail-under", "100", "--fail-on-gate", "any"), 0, ""),
    ],
)  # fmt: skip
def test_what_fails_a_run_is_said(
    fake: FakeAudit, value: Report, arguments: tuple[str, ...], code: int, told: str
) -> None:
    fake.report = value
    result = invoke("check", "a", "--fail-on", "never", "--quiet", *arguments)
    assert (result.exit_code, result.stderr) == (code, told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--fail-under", "101"), "101.0 is not in the range 0<=x<=100"),
        (("--fail-on-gate", "chrome"), '--fail-on-gate: expected a list of "any", "critical"'),
    ],
)
def test_a_fault_of_usage_is_told(fake: FakeAudit, arguments: tuple[str, ...], told: str) -> None:
    result = invoke("check", "a", *arguments)
    assert result.exit_code == ExitCode.UNUSABLE
    assert told in result.stderr
