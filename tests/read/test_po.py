"""PO: entries become pairs; what gettext would not use is left out and told."""

import pytest

from audit.model.place import Span
from tests.read.conftest import ReadBytes

HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_entries_are_pairs(reading: ReadBytes) -> None:
    po = (
        HEADER
        + "# a comment\n#. extracted\n#: a.c:1\n#, c-format\n"
        + 'msgctxt "menu"\nmsgid "Open \\"%s\\""\nmsgstr "Відкрити «%s»\\n"\n\n'
        + '#, fuzzy, c-format\n#| msgid "x"\nmsgid "no"\nmsgstr "ні"\n\n'
        + 'msgid ""\n"long "\n"text"\nmsgstr ""\n"довгий "\n"те\\tкст"\n'
        + 'msgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] "%d файл"\nmsgstr[1] "%d файли"\n'
        + 'msgid "empty"\nmsgstr ""\n\n#~ msgid "old"\n#~ msgstr "старе"\n'
    )
    (document,), notes = reading(po, "uk.po")
    assert (document.lang, document.source_lang) == ("uk", None)
    assert [(pair.id, pair.source, document.cut(pair.span)) for pair in document.pairs] == [
        ("menu", 'Open "%s"', "Відкрити «%s»\n"),
        (None, "long text", "довгий те\tкст"),
        (None, "one file", "%d файл"),
        (None, "%d files", "%d файли"),
        (None, "empty", ""),
    ]
    assert [note.message for note in notes] == [
        "not checked: 1 fuzzy entry, 1 obsolete entry",
    ]
    at = document.text.index("те")
    place = document.place(Span(at, at + 3))
    assert po.splitlines()[place.line - 1] == '"те\\tкст"'
    assert (place.column, po[place.start : place.end]) == (2, "те\\t")


def test_one_form_for_all_numbers_is_that_of_the_plural(reading: ReadBytes) -> None:
    entry = 'msgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 個檔案"\n'
    (document,), notes = reading(entry, "zh.po")
    assert notes == []
    assert [pair.source for pair in document.pairs] == ["%d files"]


def test_escapes_stand_for_one_character(reading: ReadBytes) -> None:
    po = r'msgid "x"' + "\n" + r'msgstr "a\\n\"\101\x42\q\303"' + "\n"
    (document,), _ = reading(po, "a.po")
    assert document.text == 'a\\n"AB\\q\\303'
    place = document.place(Span(4, 5))
    assert po[place.start : place.end] == r"\101"


def test_the_encoding_is_that_of_the_header(reading: ReadBytes) -> None:
    po = (HEADER.replace("UTF-8", "KOI8-U") + 'msgid "a"\nmsgstr "Львів"\n').encode("koi8-u")
    (document,), notes = reading(po, "a.po")
    assert (document.text, notes) == ("Львів", [])
    template = HEADER.replace("UTF-8", "CHARSET") + 'msgid "a"\nmsgstr "Львів"\n'
    assert reading(template, "a.po")[0][0].text == "Львів"


@pytest.mark.parametrize(
    ("po", "line", "told"),
    [
        ('msgid "a"\nmsgstr b"\n', 2, "found 'msgstr b\"'"),
        ('msgid "a"\nmsgstr "b\n', 2, "or a string in quotation marks"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 1, "has no msgstr"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, "expected a comment, msgctxt, msgid"),
        ('"a"\n', 1, "expected a comment, msgctxt, msgid"),
        ('msgid "a"\n# end\n', 2, "the entry that ends in this line has no msgstr"),
        ('msgid "a"\nmsgstr "b"\nmsgctxt "d"\nmsgstr "e"\n', 4, "has no msgid"),
        (HEADER, None, "the file holds no entry to check"),
    ],
)
def test_a_bad_file_is_told_with_its_line(
    reading: ReadBytes, po: str, line: int | None, told: str
) -> None:
    documents, notes = reading(po, "a.po")
    assert documents == []
    assert notes[-1].line == line
    assert told in notes[-1].message


def test_a_file_is_known_by_its_beginning(reading: ReadBytes) -> None:
    (document,), _ = reading(f'# comment\n{HEADER}msgid "a"\nmsgstr "b"\n', "stdin")
    assert document.text == "b"
