"""Edits go back into the file as its syntax wants them, and nothing else changes."""

import json

import pytest

from audit.model.edit import Edit, Rewritten
from audit.model.place import Span
from audit.model.text import Document
from audit.read import read_again
from audit.read.sources import Source
from audit.rewrite import rewrite


def read_all(name: str, data: bytes) -> list[Document]:
    items = read_again(Source(None, name, named=True), data, {})
    return [item for item in items if isinstance(item, Document)]


def exchange(name: str, file: str | bytes, *changes: tuple[str, str]) -> Rewritten:
    """Replace the first place of each text in the documents of a file."""
    data = file.encode() if isinstance(file, str) else file
    documents = read_all(name, data)
    edits = []
    for old, new in changes:
        document = next(one for one in documents if old in one.text)
        at = document.text.index(old)
        edits.append(Edit(document.id, Span(at, at + len(old)), new))
    return rewrite(data, documents, edits, lambda data: read_all(name, data))


def xliff(target: str) -> str:
    return (
        '<xliff version="1.2"><file><trans-unit id="1"><source>x</source>'
        f"<target>{target}</target></trans-unit></file></xliff>"
    )


@pytest.mark.parametrize(
    ("name", "before", "old", "new", "after"),
    [
        ("a.txt", "one two\r\n", "two", "<2> & ü", "one <2> & ü\r\n"),
        ("a.html", "<p>one <b>two</b>", "two", "<2> & ü", "<p>one <b>&lt;2&gt; &amp; ü</b>"),
        ("a.html", "<p>A&amp;B&nbsp;C", "A&B\xa0C", "A&B C", "<p>A&amp;B C"),
        ("a.html", "<p>one\n   two", "one two", "one 2", "<p>one\n   2"),
        ("a.xlf", xliff("one &amp; two"), "& two", "<2>", xliff("one &lt;2&gt;")),
        ("a.xlf", xliff("<![CDATA[a < b]]>"), "< b", "& <b>", xliff("<![CDATA[a & <b>]]>")),
        ("a.xlf", xliff("Kim <x/>Jong-un"), "Kim Jong-un", "Kim Jong Un", xliff("Kim <x/>Jong Un")),
        ("a.json", '{"id": 1, "text": "say \\"x\\""}', 'say "x"', "say\n“x”", None),
        (
            "a.json",
            '{"id": 1, "segments": [{"target": ""}, {"source": "x", "target": "a b"}]}',
            "b",
            '"',
            '{"id": 1, "segments": [{"target": ""}, {"source": "x", "target": "a \\""}]}',
        ),
        ("a.json", '{"id": 1, "text": "é x"}', "x", "“\\", '{"id": 1, "text": "é “\\\\"}'),
        ("a.json", '{"id": 1, "text": "e x"}', "x", "é", '{"id": 1, "text": "e \\u00e9"}'),
        ("a.po", 'msgid "a"\nmsgstr "b "\n"c"\n', "b c", 'b\n"', 'msgid "a"\nmsgstr "b\\n\\""\n'),
        ("a.csv", "id,target\n1,b c\n", "b c", "b d", "id,target\n1,b d\n"),
        ("a.csv", "id,target\n1,b c\n", "b c", 'b, "c"', 'id,target\n1,"b, ""c"""\n'),
        ("a.csv", 'target;id\n"b ""c""";1\n', '"c"', '""', 'target;id\n"b """"";1\n'),
        ("a.tsv", 'target\tid\n"b"\t1\n', '"b"', "“b”", "target\tid\n“b”\t1\n"),
        ("a.md", "A *b* c\n", "c", "1 * 2_3 [x] _y_", "A *b* 1 \\* 2_3 \\[x\\] \\_y\\_\n"),
        ("a.md", "Five cats.\n", "Five", "5.", "5\\. cats.\n"),
        ("a.md", "Five cats.\n", "Five", "# 5", "\\# 5 cats.\n"),
        ("a.md", "| a | b |\n|---|---|\n| c | d |\n", "c", "c|c", None),
    ],
)
def test_a_replacement_is_written_as_the_syntax_wants(
    name: str, before: str, old: str, new: str, after: str | None
) -> None:
    done = exchange(name, before, (old, new))
    assert done.refused == ()
    if after is not None:
        assert done.data.decode() == after


def test_json_stays_json() -> None:
    done = exchange("a.json", '{"id": 1, "text": "say \\"x\\""}', ('say "x"', "say\n“x”"))
    assert json.loads(done.data)["text"] == "say\n“x”"


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "because"),
    [
        ("a.html", "<p>Kim <b>Jong</b>-un", "Kim Jong", "Mr Jang", "markup"),
        ("a.html", "<p>one</p><p>two", "one\ntwo", "two", "markup"),
        ("a.xlf", xliff("a<x/>b"), "ab", "cd", "markup"),
        ("a.xlf", xliff("a<![CDATA[b]]>"), "b", "]]>", "CDATA"),
        ("a.xlf", xliff("a"), "a", "\x01", "would not read as meant"),
        ("a.json", '{"id": 1, "segments": [{"target": "a"}, {"target": "b"}]}', "a\nb", "c", "end"),
        ("a.json", '{"id": 1, "text": "a", "segments": [{"target": "a"}]}', "a", "b", "as meant"),
        ("a.po", 'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n', "b\nd", "e", "end of a text"),
        ("a.csv", "target\na\nb\n", "a\nb", "c", "end of a text"),
        ("a.csv", 'target\n5" a\n', "a", "b,c", "quotation marks in it"),
        ("a.tsv", "target\tid\na\t1\n", "a", "b\tc", "neither tabs nor"),
        ("a.md", "one two\n", "two", "2\n\n3", "line ends"),
        ("a.md", "    code\n\none two\n", "one two", "", "would not read as meant"),
        ("a.txt", "one", "one", " ", "would not read as meant"),
    ],
)
def test_what_cannot_be_written_is_refused(
    name: str, file: str, old: str, new: str, because: str
) -> None:
    done = exchange(name, file, (old, new))
    assert done.made == ()
    assert done.data == file.encode()
    assert because in done.refused[0].because


def test_encoding_and_mark_stay() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        done = exchange("a.txt", "Ким😀 Чен".encode(encoding), ("Чен", "Чжон"))
        assert done.data == "Ким😀 Чжон".encode(encoding)
    page = '<meta charset="windows-1251"><p>Ким Чен'
    done = exchange("a.html", page.encode("cp1251"), ("Чен", "Чéн—"))
    assert done.data == page.replace("Чен", "Ч&#233;н—").encode("cp1251")


def test_what_the_encoding_lacks_is_refused_or_written_as_a_reference() -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-R\\n"\n'
    po = f'{head}msgid "a"\nmsgstr "Ким"\n'.encode("koi8-r")
    assert "has no €" in exchange("a.po", po, ("Ким", "€")).refused[0].because
    latin = "<?xml version='1.0' encoding='iso-8859-1'?>" + xliff("é")
    done = exchange("a.xlf", latin.encode("latin-1"), ("é", "“è”"))
    assert done.data == latin.replace("é", "&#8220;è&#8221;").encode("latin-1")


def test_a_control_that_the_encoding_lacks_is_refused() -> None:
    page = b'<meta charset="windows-1252"><p>one \xe4 two'
    done = exchange("a.html", page, ("two", "2\x85"))
    assert (done.data, done.made) == (page, ())
    assert "has no" in done.refused[0].because


def test_a_bad_line_elsewhere_stays_as_it_is() -> None:
    lines = b'\xff{}\n{"id": "\xc3\xa9", "text": "\xc3\xa9 x"}\n{"id": 2\n'
    done = exchange("a.jsonl", lines, ("x", "z"))
    assert done.data == lines.replace(b" x", b" z")


def test_places_count_over_the_whole_file() -> None:
    lines = '{"id": 1, "text": "😀 a"}\r\n\r\n{"id": 2, "text": "a b"}\r\n'
    done = exchange("a.jsonl", lines, ("a b", "a c"))
    assert done.data.decode() == lines.replace("a b", "a c")


def test_of_overlapping_edits_the_first_is_made() -> None:
    done = exchange(
        "a.txt", "one two three", ("two three", "2 3"), ("one two", "1 2"), ("one", "1")
    )
    assert done.data == b"1 2 3"
    assert [edit.replacement for edit in done.made] == ["1", "2 3"]
    assert [refusal.edit.replacement for refusal in done.refused] == ["1 2"]


def test_one_bad_edit_does_not_stop_the_others() -> None:
    words = [(f"w{n}", f"v{n}" if n != 5 else "\x02") for n in range(10)]
    done = exchange("a.xlf", xliff(" ".join(old for old, _ in words)), *words)
    assert len(done.made) == 9
    assert [refusal.edit.replacement for refusal in done.refused] == ["\x02"]


def test_two_edits_of_one_cell_share_its_quotation_marks() -> None:
    done = exchange("a.csv", "id,target\n1,1.5 and 2.5\n", ("1.5", "1,5"), ("2.5", "2,5"))
    assert done.data.decode() == 'id,target\n1,"1,5 and 2,5"\n'


def test_bytes_that_do_not_come_back_are_left_alone() -> None:
    # ISO 2022 has several ways to write one text.
    page = b'<meta charset="iso-2022-jp"><p>' + b'\x1b$B\x1b(B\x1b$B$"\x1b(B a'
    done = exchange("a.html", page, ("a", "b"))
    assert done.data == page
    assert "byte for byte" in done.refused[0].because
