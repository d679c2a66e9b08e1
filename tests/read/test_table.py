"""Tables: columns are named by a header or by the user, cells keep their places."""

from io import BytesIO

import pytest

from audit.model.place import Span
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read import read
from tests.read.conftest import ReadBytes


def test_a_header_names_the_columns(reading: ReadBytes) -> None:
    csv = (
        "ID,Source,target,reference,lang,source_lang,comment\r\n"
        'a1,Так,"Yes, ""indeed""\r\nsir",Yes!,en,uk,x\r\n'
        "a2,Ні,No,,en,uk,\r\n"
        "a3,Ні,Nein,,de,uk,\r\n"
        "\r\n"
        "a4,,,,en,uk,\r\n"
    )
    (english, german), notes = reading(csv, "a.csv")
    assert english.text == 'Yes, "indeed"\r\nsir\nNo'
    assert [(pair.id, pair.source, pair.reference) for pair in english.pairs] == [
        ("a1", "Так", "Yes!"),
        ("a2", "Ні", None),
    ]
    assert (english.id, english.lang, english.source_lang) == ("a.csv#en", "en", "uk")
    assert (german.id, german.text, german.lang) == ("a.csv#de", "Nein", "de")
    assert notes == []
    at = english.text.index("indeed")
    place = english.place(Span(at - 1, at + 6))
    assert csv[place.start : place.end] == '""indeed'
    assert (place.line, place.column) == (2, 14)
    assert english.place(english.pairs[1].span).line == 4


def test_rows_of_one_document_are_one(reading: ReadBytes) -> None:
    documents, _ = reading("document;target\nx;A\nx;B\ny;C\n", "a.csv")
    assert [(one.id, one.text) for one in documents] == [("a.csv#x", "A\nB"), ("a.csv#y", "C")]


def test_in_a_tsv_file_quotation_marks_are_text(reading: ReadBytes) -> None:
    (document,), notes = reading('target\tsource\n"Yes", he said\tтак\n', "a.tsv")
    assert (document.text, notes) == ('"Yes", he said', [])


def test_an_empty_target_is_a_pair(reading: ReadBytes) -> None:
    tsv = "source\ttarget\nтак\t\n"
    (document,), _ = reading(tsv, "a.tsv")
    assert (document.text, document.pairs[0].source) == ("", "так")
    place = document.place(document.pairs[0].span)
    assert (place.start, place.line, place.column) == (tsv.index("так") + 4, 2, 5)


@pytest.mark.parametrize(
    ("columns", "table"),
    [
        ({"target": "English", "source": "UA"}, "UA,English\nТак,Yes\n"),
        ({"target": "english", "source": "ua"}, "UA;English\nТак;Yes\n"),
        ({"target": 2, "source": 1}, "Так,Yes\n"),
        ({"target": 2, "source": 1}, "Так;Yes\n"),
    ],
)
def test_the_user_says_which_columns(columns: dict[str, str | int], table: str) -> None:
    stream = BytesIO(table.encode())
    (document,) = read(["-"], stdin=stream, stdin_filename="a.csv", columns=columns)
    assert isinstance(document, Document)
    assert (document.text, document.pairs[0].source) == ("Yes", "Так")


@pytest.mark.parametrize(
    ("table", "line", "told"),
    [
        ("a,b\n1,2\n", 1, "no such column: target; the first line is 'a,b'"),
        ('target\n"a\n', 2, "the quotation mark that opens a cell in this line does not close it"),
        ('target\n"a"b\n', 2, "does not close it"),
        ("target,target\na,b\n", 1, "two columns are called 'target'"),
        ("target,source\na\n", 2, "expected 2 cells as in the first row, found 1; not read"),
        ("target\n\n", None, "the table has no row with a text"),
    ],
)
def test_a_bad_table_is_told(reading: ReadBytes, table: str, line: int | None, told: str) -> None:
    documents, (note,) = reading(table, "a.csv")
    assert documents == []
    assert (note.level, note.line) == (NoteLevel.ERROR, line)
    assert told in note.message


def test_many_bad_rows_are_counted(reading: ReadBytes) -> None:
    (document,), notes = reading("target,source\n" + "a\n" * 150 + "b,c\n", "a.csv")
    assert document.text == "b"
    assert len(notes) == 101
    assert notes[-1] == Note(
        NoteLevel.ERROR, "more-errors", "50 more rows have another number of cells", "a.csv"
    )


def test_a_header_that_says_target_makes_a_table(reading: ReadBytes) -> None:
    assert reading("source,target\nтак,Yes\n", "stdin")[0][0].text == "Yes"
    assert reading("target\tid\nYes\t1\n", "stdin")[0][0].text == "Yes"
    assert reading("The target, he said, is\nnot this.\n", "stdin")[0][0].text.startswith("The ")
