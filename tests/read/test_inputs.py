"""Inputs: files, folders, patterns and standard input, in a fixed order, with names for all."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from audit.model.report import Note
from audit.model.text import Document
from audit.read import read

TEXT = "A line of text.\n"


def put(folder: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def ids(*inputs: str, **options: object) -> list[str]:
    return [d.id for d in read(inputs, **options) if isinstance(d, Document)]  # type: ignore[arg-type]


def notes(*inputs: str, **options: object) -> list[tuple[str, str, str | None]]:
    found = [n for n in read(inputs, **options) if isinstance(n, Note)]  # type: ignore[arg-type]
    return [(note.level.value, note.code, note.path) for note in found]


def test_files_come_in_the_order_given(folder: Path) -> None:
    put(folder, "b.txt", "a.md", "c.html")
    assert ids("b.txt", "a.md", "./c.html") == ["b.txt", "a.md", "c.html"]


def test_a_folder_is_read_in_order_of_names(folder: Path) -> None:
    put(folder, "n/b/2.txt", "n/b/1.txt", "n/a.md", "n/c.htm", "n/.hidden.txt", "n/.git/x.txt")
    assert ids("n") == ["n/a.md", "n/b/1.txt", "n/b/2.txt", "n/c.htm"]
    assert notes("n") == []


def test_a_file_is_read_once(folder: Path) -> None:
    put(folder, "n/a.txt")
    assert ids("n/a.txt", "n", str(folder / "n" / "a.txt"), "n/*.txt") == ["n/a.txt"]


def test_unknown_kinds_in_a_folder_are_counted(folder: Path) -> None:
    put(folder, "n/a.txt", "n/b.png", "n/c.PNG", "n/README")
    found = list(read(["n"]))
    (note,) = [item for item in found if isinstance(item, Note)]
    assert (note.level, note.code, note.path) == ("info", "skipped-files", "n")
    assert "3 files" in note.message
    assert ".png, no suffix" in note.message


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "n/c.txt", "n/o/d.txt"]),
        ("n/**", ["n/c.txt", "n/o/d.txt", "n/o/e.md"]),
        ("n/*", ["n/c.txt", "n/o/d.txt", "n/o/e.md"]),
        ("n/*/?.*", ["n/o/d.txt", "n/o/e.md"]),
        ("[!a].txt", ["b.txt"]),
        ("n/*.txt", ["n/c.txt"]),
    ],
)
def test_patterns_that_no_shell_expanded(folder: Path, pattern: str, expected: list[str]) -> None:
    put(folder, "a.txt", "b.txt", "n/c.txt", "n/o/d.txt", "n/o/e.md", "n/.p/x.txt")
    assert ids(pattern) == expected


def test_a_file_with_a_bracket_in_its_name_is_a_file(folder: Path) -> None:
    put(folder, "a[1].txt", "a1.txt")
    assert ids("a[1].txt") == ["a[1].txt"]


def test_exclusions(folder: Path) -> None:
    put(folder, "n/a.txt", "n/old/b.txt", "n/c.draft.txt", "m/d.txt")
    assert ids("n", "m", exclude=["old", "*.draft.txt"]) == ["n/a.txt", "m/d.txt"]
    assert ids("n", exclude=["n/old", "c.*"]) == ["n/a.txt"]
    assert ids("n", exclude=["**/old/**"]) == ["n/a.txt", "n/c.draft.txt"]
    assert notes("n/a.txt", exclude=["a.txt"]) == [("info", "excluded", "n/a.txt")]


def test_names_are_never_absolute(folder: Path, tmp_path: Path) -> None:
    put(folder, "in/a.txt")
    put(tmp_path, "there/x/b.txt", "there/c.txt")
    there = tmp_path / "there"
    assert ids(str(folder / "in" / "a.txt")) == ["in/a.txt"]
    assert ids(str(folder / "in")) == ["in/a.txt"]
    assert ids(str(there / "c.txt")) == ["c.txt"]
    assert ids(str(there)) == ["there/c.txt", "there/x/b.txt"]
    assert ids(f"{there}/**/*.txt") == ["c.txt", "x/b.txt"]
    assert ids("../there/c.txt") == ["../there/c.txt"]
    assert notes(str(there / "no.txt")) == [("error", "missing", "no.txt")]


def test_two_files_of_one_name_get_ids_of_their_own(folder: Path, tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", "y/a.txt")
    inputs = [str(tmp_path / "x" / "a.txt"), str(tmp_path / "y" / "a.txt")]
    assert ids(*inputs) == ["a.txt", "a.txt#2"]
    assert notes(*inputs) == [("warning", "duplicate-id", "a.txt")]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("no.txt", "missing"),
        ("", "missing"),
        ("no/*.txt", "nothing-found"),
        ("*.xyz", "nothing-found"),
        ("void", "nothing-found"),
        ("https://news.example/a", "network-input"),
    ],
)
def test_what_cannot_be_found_is_an_error_and_the_rest_is_read(
    folder: Path, given: str, code: str
) -> None:
    put(folder, "a.txt", "void/x.bin")
    assert ids(given, "a.txt") == ["a.txt"]
    assert ("error", code, given) in notes(given, "a.txt")


def test_what_may_not_be_read_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "a.txt", "n/b.txt", "c.txt")
    real_open, real_list = Path.open, os.listdir

    def refuse_open(self: Path, mode: str = "r") -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return real_open(self, mode)

    def refuse_list(path: Path) -> list[str]:
        if Path(path).name == "n":
            raise PermissionError(13, "Permission denied", str(path))
        return real_list(path)

    monkeypatch.setattr(Path, "open", refuse_open)
    monkeypatch.setattr(os, "listdir", refuse_list)
    assert ids("a.txt", "n", "c.txt") == ["c.txt"]
    assert notes("a.txt", "n", "c.txt") == [
        ("error", "unreadable", "a.txt"),
        ("error", "unreadable", "n"),
        ("error", "nothing-found", "n"),
    ]


def test_circles_of_links_end(folder: Path) -> None:
    put(folder, "n/a.txt", "n/o/b.txt")
    (folder / "n" / "o" / "up").symlink_to(folder / "n", target_is_directory=True)
    (folder / "n" / "self").symlink_to(folder / "n" / "self")
    assert ids("n") == ["n/a.txt", "n/o/b.txt"]
    assert ids("n/**/*.txt") == ["n/a.txt", "n/o/b.txt"]


def test_a_link_that_leads_nowhere_is_an_error(folder: Path) -> None:
    put(folder, "n/a.txt")
    (folder / "n" / "b.txt").symlink_to("nowhere.txt")
    assert ids("n") == ["n/a.txt"]
    assert notes("n") == [("error", "unreadable", "n/b.txt")]


class TestStandardInput:
    def test_its_name_tells_the_kind(self) -> None:
        stream = BytesIO(b"# Head *line*\n")
        (document,) = read(["-"], stdin=stream, stdin_filename="news/x.md")
        assert isinstance(document, Document)
        assert (document.id, document.text) == ("news/x.md", "Head line")

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            ('{"id": 1, "text": "x"}\n{"id": 2, "text": "y"}\n', "x"),
            ('{"id": 1,\n "text": "x"}', "x"),
            ('[{"id": 1, "text": "x"}]', "x"),
            ('{"id": 1, "text": "x"}', "x"),
            ("<!DOCTYPE html>\n<p>x", "x"),
            ("\ufeff<html><p>x", "x"),
            ("<p>x</p>", "x"),
            ("x *y*", "x *y*"),
            ("[sic] is a word", "[sic] is a word"),
            ("<3 is a heart", "<3 is a heart"),
        ],
    )
    def test_without_a_name_the_content_tells_the_kind(self, data: str, text: str) -> None:
        first = next(read(["-"], stdin=BytesIO(data.encode())))
        assert isinstance(first, Document)
        assert first.text == text
        assert first.path == "stdin"

    def test_a_file_of_unknown_suffix_is_looked_at_too(self, folder: Path) -> None:
        put(folder, "a.log", text='{"id": "x", "text": "y"}\n{"id": "z", "text": "y"}')
        assert ids("a.log") == ["x", "z"]

    def test_an_absolute_name_is_shortened(self) -> None:
        (document,) = read(["-"], stdin=BytesIO(b"text"), stdin_filename="/home/me/a.txt")
        assert isinstance(document, Document)
        assert document.id == "a.txt"


def test_the_language_of_the_command_fills_gaps(folder: Path) -> None:
    put(folder, "a.txt")
    put(folder, "b.html", text="<html lang=de><p>x")
    found = [d.lang for d in read(["a.txt", "b.html"], lang="pt_BR") if isinstance(d, Document)]
    assert found == ["pt-BR", "de"]


def test_reading_twice_gives_the_same(folder: Path) -> None:
    put(folder, "n/a.txt", "n/b.html", "n/c/d.md", "n/x.bin")
    assert list(read(["n", "no"])) == list(read(["n", "no"]))
