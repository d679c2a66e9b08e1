"""The suppressions file: where it is found, and what is refused in it."""

from pathlib import Path

import pytest

from audit.config.suppressions import read
from audit.errors import ConfigError
from audit.model.suppression import Reason
from audit.run import audit
from tests.cli.running import invoke

HEAD = 'schema = "mtaudit/suppressions/1"\n'
ONE = '[[finding]]\nfingerprint = "f1"\nrule = "REP001"\nreason = "other"\n'


def test_a_record_is_read_with_its_day() -> None:
    (one,) = read((HEAD + ONE + "until = 2026-01-31\n").encode(), "s.toml")
    assert (one.fingerprint, one.reason, one.until) == ("f1", Reason.OTHER, "2026-01-31")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (ONE, 'its first line must be: schema = "mtaudit/suppressions/1"'),
        (HEAD.replace("/1", "/2") + ONE, "its first line must be"),
        (HEAD + ONE + ONE, "fingerprint f1 stands twice"),
        (HEAD + ONE.replace("other", "mood"), 'finding number 1: field "reason" must be one of'),
        (HEAD + ONE + 'texts = "a"', 'field "texts" is not known; did you mean "text"?'),
        (HEAD + ONE + 'until = "2026-01-31"', "a date written without quotes"),
        (HEAD + "finding = 1", "write [[finding]]"),
        (HEAD + "x", "not valid TOML"),
    ],
)
def test_a_bad_file_is_refused(content: str, why: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(content.encode(), "s.toml")
    assert str(caught.value).startswith("s.toml: ")
    assert why in str(caught.value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article in which one error stands, and a configuration above it."""
    monkeypatch.chdir(tmp_path)
    Path("mtaudit.toml").write_text('select = ["REP001"]\nbuiltin-authority = false\n')
    Path("a.txt").write_text("It was the the last bridge over the river.")
    return tmp_path


def fingerprint() -> str:
    from audit.cli.settings import load_config

    config = load_config(config_path=None, isolated=False)
    (finding,) = audit(["a.txt"], config).findings
    return finding.fingerprint


def test_the_file_beside_the_configuration_counts(folder: Path) -> None:
    assert invoke("check", "a.txt").exit_code == 1
    record = HEAD + ONE.replace("f1", fingerprint())
    Path("mtaudit.suppressions.toml").write_text(record)
    assert invoke("check", "a.txt").exit_code == 0
    assert invoke("check", "a.txt", "--isolated", "--select", "REP001").exit_code == 1


def test_another_file_can_be_named(folder: Path) -> None:
    Path("other.toml").write_text(HEAD + ONE.replace("f1", fingerprint()))
    assert invoke("check", "a.txt", "--suppressions", "other.toml").exit_code == 0
    with Path("mtaudit.toml").open("a") as config:
        config.write('suppressions = "other.toml"\n')
    assert invoke("check", "a.txt").exit_code == 0
    result = invoke("check", "a.txt", "--suppressions", "gone.toml")
    assert result.exit_code == 2
    assert "gone.toml: suppressions cannot be read" in result.stderr


def test_the_signature_tells_of_suppressions(folder: Path) -> None:
    before = invoke("check", "a.txt", "--report", "json").output
    Path("mtaudit.suppressions.toml").write_text(HEAD + ONE)
    after = invoke("check", "a.txt", "--report", "json").output
    assert before.split("settings:")[1][:8] != after.split("settings:")[1][:8]


@pytest.mark.parametrize("day", ["tomorrow", "2026-2-1", "2026-02-30"])
def test_a_day_must_be_a_day(folder: Path, day: str) -> None:
    result = invoke("check", "a.txt", "--as-of", day)
    assert result.exit_code == 2
    assert '--as-of: expected a day such as "2026-01-31"' in result.stderr
