"""Parallel files: the source of a text in a file of its own."""

from pathlib import Path

from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read import read


def run(inputs: list[str], source: str, **options: str) -> tuple[list[Document], list[Note]]:
    found = list(read(inputs, source=source, **options))  # type: ignore[arg-type]
    documents = [item for item in found if isinstance(item, Document)]
    return documents, [item for item in found if isinstance(item, Note)]


def test_lines_are_paired(folder: Path) -> None:
    (folder / "en.txt").write_text("Title\n\nOne line.\n\n", newline="\r\n")
    (folder / "uk.txt").write_text("Назва\nПідзаголовок\nОдин рядок.\n\n")
    (document,), notes = run(["en.txt"], "uk.txt", source_lang="UK")
    assert notes == []
    assert [(pair.id, pair.source, document.cut(pair.span)) for pair in document.pairs] == [
        ("1", "Назва", "Title"),
        ("2", "Підзаголовок", ""),
        ("3", "Один рядок.", "One line."),
    ]
    assert document.source_lang == "uk"


def test_files_of_another_number_of_lines_are_told(folder: Path) -> None:
    (folder / "en.txt").write_text("One.\nTwo.\n")
    (folder / "uk.txt").write_text("Один. Два.\n")
    (document,), (note,) = run(["en.txt"], "uk.txt")
    assert (document.pairs, document.source) == ((), "Один. Два.\n")
    assert note.level is NoteLevel.WARNING
    assert "found 2 here and 1 there" in note.message


def test_a_folder_has_the_source_of_each(folder: Path) -> None:
    for name, text in {
        "en/a.txt": "A",
        "en/x/b.html": "<p>B",
        "uk/a.txt": "А",
        "uk/x/b.html": "Б",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "en/c.txt").write_text("C")
    documents, (note,) = run(["en"], "uk")
    assert [(one.text, one.source, one.pairs and one.pairs[0].source) for one in documents] == [
        ("A", None, "А"),
        ("C", None, ()),
        ("B", "Б", ()),
    ]
    assert (note.path, note.code) == ("en/c.txt", "no-source")


def test_one_source_is_for_one_text(folder: Path) -> None:
    for name in ("a.txt", "b.txt", "s.txt"):
        (folder / name).write_text(name)
    documents, (note,) = run(["a.txt", "b.txt"], "s.txt")
    assert [len(one.pairs) for one in documents] == [1, 0]
    assert (note.level, note.path) == (NoteLevel.ERROR, "b.txt")
    assert "name a folder" in note.message


def test_a_source_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "a.txt").write_text("A")
    (document,), (note,) = run(["a.txt"], "s.txt")
    assert document.text == "A"
    assert (note.level, note.path) == (NoteLevel.ERROR, "s.txt")
