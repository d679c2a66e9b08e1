"""Files of units from end to end: what is said of each unit, and what `fix` writes back.

The units called sound, and all that no row below names, must be passed over in silence.
"""

import json
import shutil
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from tests.cli.running import invoke

UNITS = Path(__file__).parent / "units"
FROM_UKRAINIAN = ("--source-lang", "uk")
"""For the file that does not say it; the others do."""

SAID = {
    "page.xlf": [
        (15, "TAG003", "error", "More on the site of the city."),
        (19, "TAG004", "error", "on Wednesday"),
        (23, "TAG004", "query", "marked."),
        (27, "TAG005", "error", "open only"),
        (31, "TAG005", "query", "council."),
        (35, "TAG005", "query", "continues"),
        (39, "OMI005", "error", ""),
        (43, "SCR002", "error", "Приносимо вибачення за незручності"),
        (43, "UNT003", "error", "Приносимо вибачення за незручності."),
    ],
    "strings.xlf": [
        (25, "TAG003", "error", "Departure is at noon. "),
        (29, "TAG003", "error", "Dogs travel free."),
        (35, "TAG004", "error", "at"),
        (41, "TAG005", "error", "deck"),
        (47, "PUN019", "query", "."),
    ],
    "memory.tmx": [
        (11, "TAG003", "error", "Enter by the lower street."),
        (15, "TAG004", "error", "free."),
        (19, "TAG005", "error", "Fruit and"),
    ],
    "app.po": [
        (11, "TAG001", "query", "Hello!"),
        (14, "TAG001", "error", "Updated at {час}"),
        (14, "SCR002", "error", "час"),
        (17, "TAG002", "error", "%d"),
        (20, "TAG003", "error", "Press here to continue"),
        (23, "TAG004", "error", "<i>"),
        (26, "TAG006", "error", "help@example.org"),
        (29, "PUN019", "query", "."),
        (44, "OMI005", "error", ""),
        (47, "OMI007", "query", "Remove?"),
    ],
    "table.csv": [
        (3, "TAG006", "error", "https://example.org/budget"),
        (4, "PUN019", "query", "."),
        (5, "NUM015", "error", "21 percent"),
        (6, "NAM009", "query", "The minister came and met the workers of the plant."),
        (7, "OMI005", "error", ""),
        (8, "OMI006", "query", "This row has no source."),
        (10, "SCR002", "error", "завода"),
        (11, "PUN020", "query", "hearing"),
    ],
}
"""Of each file the line, the rule, the class and the passage of every finding that asks."""

WRITTEN = {
    "app.po": {
        'msgstr "<i>Terms of use"': 'msgstr "Terms of use"',
        'msgstr "Write to help@example.org"': 'msgstr "Write to pomich@example.org"',
    },
    "table.csv": {"https://example.org/budget.": "https://example.org/budzhet."},
}
"""What `fix --unsafe --write` puts in place of what; no other byte of any file may change."""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with the sample files, the working directory."""
    shutil.copytree(UNITS, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SAID)
def test_each_fault_is_told_and_nothing_else(files: Path, name: str) -> None:
    invoke("check", name, *FROM_UKRAINIAN, "--report", "json:report.json")
    found = json.loads((files / "report.json").read_text(encoding="utf-8"))["findings"]
    asks = [one for one in found if one["class"] != "info"]
    said = [(one["line"], one["rule"], one["class"], one["text"]) for one in asks]
    assert sorted(said) == sorted(SAID[name])


@pytest.mark.parametrize("name", SAID)
def test_fixes_change_what_they_name_and_no_tag(files: Path, name: str) -> None:
    invoke("fix", name, *FROM_UKRAINIAN, "--unsafe", "--write")
    wanted = (UNITS / name).read_text(encoding="utf-8")
    for wrong, right in WRITTEN.get(name, {}).items():
        assert wanted.count(wrong) == 1
        wanted = wanted.replace(wrong, right)
    assert (files / name).read_text(encoding="utf-8") == wanted
    again = invoke("fix", name, *FROM_UKRAINIAN, "--unsafe", "--write")
    assert again.exit_code == ExitCode.CLEAN
    assert (files / name).read_text(encoding="utf-8") == wanted


def test_words_of_a_page_are_no_residue_in_a_file_of_strings(files: Path) -> None:
    strings = invoke("check", "app.po", *FROM_UKRAINIAN, "--select", "BOI")
    assert strings.exit_code == ExitCode.CLEAN
    article = "The bridge opens in May.\nRead also:\nShare on Facebook\n"
    (files / "page.txt").write_text(article, encoding="utf-8")
    page = invoke("check", "page.txt", "--lang", "en", "--select", "BOI", "--report", "json:p.json")
    assert page.exit_code == ExitCode.CLEAN
    found = json.loads((files / "p.json").read_text(encoding="utf-8"))["findings"]
    assert [one["text"] for one in found] == ["Read also:", "Share on Facebook"]
