"""What is kept of the tables: only ever what the tables say."""

import datetime
import sys
from pathlib import Path
from typing import Any

import pytest

from audit.tables import SUFFIX, kept, read_table


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python keep what it compiles, beside its source, whatever the surroundings say."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "__init__.py").touch()
    file = tmp_path / "data" / "en.toml"
    file.parent.mkdir()
    file.write_text('[words]\nsmall = ["a", "the"]\n', encoding="utf-8")
    return file


def copy_of(file: Path) -> Path:
    return file.parents[1] / "__pycache__" / f"data.{file.name}{SUFFIX}"


def test_the_copy_says_what_the_table_says(table: Path) -> None:
    first = read_table(table)
    assert copy_of(table).is_file()
    assert read_table(table) == first == {"words": {"small": ["a", "the"]}}


def test_the_copy_is_what_is_read(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_table(table)
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("parsed again"))
    assert read_table(table) == first


def test_who_changes_a_table_changes_their_own(table: Path) -> None:
    read_table(table).pop("words")
    assert "words" in read_table(table)


def test_a_table_that_changed_is_read_anew(table: Path) -> None:
    read_table(table)
    table.write_text("[words]\nsmall = []\n", encoding="utf-8")
    assert read_table(table) == {"words": {"small": []}}


@pytest.mark.parametrize("place", [0, 20, 40, -1])
def test_a_damaged_copy_is_made_anew(table: Path, place: int) -> None:
    first = read_table(table)
    content = bytearray(copy_of(table).read_bytes())
    content[place] ^= 1
    copy_of(table).write_bytes(content)
    assert read_table(table) == first
    copy_of(table).write_bytes(content[:place])
    assert read_table(table) == first


def test_nothing_is_left_beside_the_copy(table: Path) -> None:
    read_table(table)
    assert [file.name for file in copy_of(table).parent.iterdir()] == [copy_of(table).name]


def test_what_comes_back_otherwise_is_not_kept(table: Path) -> None:
    table.write_text("day = 2020-02-01\n", encoding="utf-8")
    read_table(table)
    assert read_table(table) == {"day": datetime.date(2020, 2, 1)}
    assert not copy_of(table).exists()


def test_a_copy_of_another_kind_does_not_serve(table: Path) -> None:
    assert kept(table, (b"1",), dict[str, int], lambda: {"a": 1}) == {"a": 1}
    assert kept(table, (b"1",), list[str], lambda: ["b"]) == ["b"]


def test_all_that_bears_on_the_result_tells_copies_apart(table: Path) -> None:
    def made(*parts: bytes) -> list[int]:
        return kept(table, parts, list[int], lambda: [len(part) for part in parts])

    assert [made(b"ab", b"c"), made(b"a", b"bc"), made(b"abc")] == [[2, 1], [1, 2], [3]]


def test_nothing_is_written_where_python_is_to_write_nothing(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read_table(table)
    assert not copy_of(table).parent.exists()


def test_a_folder_that_cannot_be_written_to_is_no_fault(table: Path) -> None:
    copy_of(table).parent.write_text("a file where the folder would be", encoding="utf-8")
    assert read_table(table)["words"]


def test_copies_go_where_python_puts_its_own(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    assert read_table(table)
    assert not copy_of(table).exists()
    assert list((tmp_path / "elsewhere").rglob(f"*{SUFFIX}"))


def test_a_table_in_no_package_is_read_and_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "en.toml"
    file.write_text("a = 1\n", encoding="utf-8")
    assert read_table(file) == {"a": 1}
    assert [one.name for one in tmp_path.iterdir()] == ["en.toml"]


def test_a_value_that_no_copy_can_hold_is_given_all_the_same(table: Path) -> None:
    strange: Any = {"a": object}
    assert kept(table, (b"",), dict[str, Any], lambda: strange) is strange
