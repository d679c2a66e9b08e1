"""The options that say how inputs are read: columns of tables, sources in files of their own."""

from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from tests.builders import document, report
from tests.cli.running import FakeAudit, invoke


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeAudit:
    """An audit that finds nothing, run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    made = FakeAudit(report([document("Kim left.")]))
    monkeypatch.setattr("audit.run.audit", made)
    return made


def test_columns_are_named_or_numbered(fake: FakeAudit) -> None:
    invoke("check", "a.csv", "--columns", "target=English,source=UA", "--columns", "id=Key")
    assert fake.config.columns == {"target": "English", "source": "UA", "id": "Key"}
    invoke("check", "a.csv", "--columns", "target=2,source=1")
    assert fake.config.columns == {"target": 2, "source": 1}


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("target", "--columns: expected ROLE=COLUMN, found 'target'"),
        ("source=1", "it needs target"),
        ("target=1,sauce=2", "it needs target and may have source, reference, id"),
        ("target=1,source=Ukrainian", "all by name or all by number"),
        ("target=0", "all by name or all by number"),
    ],
)
def test_columns_that_are_not_understood_are_told(fake: FakeAudit, columns: str, told: str) -> None:
    result = invoke("check", "a.csv", "--columns", columns)
    assert result.exit_code == ExitCode.UNUSABLE
    assert told in result.stderr


def test_the_file_says_them_too_and_its_paths_count_from_it(fake: FakeAudit) -> None:
    Path("sub").mkdir()
    Path("sub/mtaudit.toml").write_text(
        'source = "uk"\nsource-lang = "uk"\ncolumns = { target = 2, source = 1 }\n'
    )
    invoke("check", "a.csv", "--config", "sub/mtaudit.toml")
    assert (fake.config.source, fake.config.source_lang) == (str(Path("sub/uk")), "uk")
    assert fake.config.columns == {"target": 2, "source": 1}


def test_a_source_comes_from_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("en.txt").write_text("The train left.\nIt was the the last one.\n")
    Path("uk.txt").write_text("Потяг пішов.\nВін був останній.\n")
    result = invoke("fix", "en.txt", "--source", "uk.txt", "--select", "REP", "--write")
    assert result.exit_code == ExitCode.CLEAN
    assert Path("en.txt").read_text() == "The train left.\nIt was the last one.\n"
