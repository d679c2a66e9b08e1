"""Reporters are found by name, and their files appear whole or not at all."""

import io
import os
import stat
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TextIO

import pytest

from audit.errors import ConfigError, PluginError
from audit.model.report import Report
from audit.report.base import FilesReporter, FolderReporter, Target, emit, formats, reporter
from audit.report.json import JsonReporter
from tests.builders import document, report

REPORT = report([document("Kim left.")])


class Plain:
    """Writes one line."""

    suffix = "txt"

    def write(self, report: Report, out: TextIO) -> None:
        out.write(f"{len(report.documents)} ж \ud800\n")


class Broken:
    """Fails half-way."""

    suffix = "txt"

    def write(self, report: Report, out: TextIO) -> None:
        out.write("half")
        raise RuntimeError


SUFFIXES = {
    "checkstyle": "xml",
    "console": "txt",
    "csv": "csv",
    "github": "txt",
    "gitlab": "json",
    "html": "html",
    "json": "json",
    "junit": "xml",
    "markdown": "md",
    "rdjsonl": "jsonl",
    "sarif": "sarif",
}


def test_the_formats() -> None:
    assert formats() == tuple(sorted({*SUFFIXES, "html-dir", "parquet"}))


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_reporter_is_made_by_name(name: str) -> None:
    made = reporter(name)
    assert not isinstance(made, FolderReporter | FilesReporter)
    assert made.suffix == SUFFIXES[name]


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(ConfigError, match="unknown report format “pdf”; known are checkstyle"):
        reporter("pdf")


def test_a_foreign_reporter_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name = "plain"

        def load(self) -> type[Plain]:
            return Plain

    monkeypatch.setattr("audit.report.base.entry_points", lambda **_: [Point()])
    assert formats() == tuple(sorted({*SUFFIXES, "html-dir", "parquet", "plain"}))
    assert isinstance(reporter("plain"), Plain)
    assert isinstance(reporter("json"), JsonReporter)


@pytest.mark.parametrize("value", ["no_such_module:Plain", "json:nothing", "json:loads"])
def test_a_foreign_reporter_that_cannot_be_made_is_named(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = EntryPoint("plain", value, "audit.reporters")
    monkeypatch.setattr("audit.report.base.entry_points", lambda **_: [point])
    with pytest.raises(PluginError, match=f"plain = {value} .* gives no reporter"):
        reporter("plain")


def test_folders_are_made_and_files_are_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "r.txt"
    emit(REPORT, [Target(Plain(), str(path))])
    assert path.read_bytes() == "1 ж \\ud800\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    emit(REPORT, [Target(Plain(), str(tmp_path / "r.txt"))])
    (tmp_path / "other").touch()
    assert (tmp_path / "r.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("old and longer than the new", encoding="utf-8")
    path.chmod(0o600)
    emit(REPORT, [Target(Plain(), str(path))])
    assert path.read_text(encoding="utf-8").startswith("1 ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "real" / "r.txt")
    emit(REPORT, [Target(Plain(), str(tmp_path / "link.txt"))])
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real" / "r.txt").is_file()


def test_a_fault_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        emit(REPORT, [Target(Broken(), str(path))])
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "why"), [(".", "Is a directory"), ("file/r.txt", "(Not a directory|File exists)")]
)
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match=rf"cannot write the report .*: {why}"):
        emit(REPORT, [Target(Plain(), str(tmp_path / name))])


def test_a_device_is_written_as_it_stands() -> None:
    emit(REPORT, [Target(Plain(), os.devnull)])
    assert not Path(os.devnull).is_file()


def test_standard_output_is_utf8_in_a_pipe_whatever_its_encoding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    emit(REPORT, [Target(Plain()), Target(Plain())])
    assert raw.getvalue() == "1 ж \\ud800\n".encode() * 2


class Leaves:
    """Writes two files."""

    def files(self, report: Report) -> dict[str, str]:
        return {"a.txt": "1", "b.txt": f"{len(report.documents)}"}


def test_a_folder_gets_its_files_and_keeps_others(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    emit(
        REPORT,
        [Target(Leaves(), str(tmp_path / "new" / "folder")), Target(Leaves(), str(tmp_path))],
    )
    assert (tmp_path / "new" / "folder" / "b.txt").read_text() == "1"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt", "mine.txt", "new"]


def test_a_folder_cannot_go_to_standard_output() -> None:
    with pytest.raises(ConfigError, match="needs a folder: html-dir:FOLDER"):
        Target(Leaves())


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(ConfigError, match="cannot write the report"):
        emit(REPORT, [Target(Leaves(), str(tmp_path / "taken"))])
