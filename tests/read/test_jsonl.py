"""JSON Lines: one document a line, exact places, and one note for each bad line."""

import json
import time
from io import BytesIO

import pytest

from audit.model.place import Span
from audit.model.text import Document
from audit.read import read
from audit.read.jsonl import MAX_ERRORS
from audit.text.decode import MAX_DOCUMENT_BYTES
from tests.read.conftest import ReadBytes


def line(**fields: object) -> str:
    return json.dumps({"id": "a", "text": "Text."} | fields, ensure_ascii=False)


def test_all_fields_are_taken_over(reading: ReadBytes) -> None:
    (document,), notes = reading(
        line(
            **{key: key for key in ("title", "source", "reference", "date", "publisher", "url")},
            lang="EN_us",
            source_lang="uk",
            other={"text": ["no"]},
        ),
        "feed.jsonl",
    )
    assert notes == []
    assert (document.id, document.path, document.text) == ("a", "feed.jsonl", "Text.")
    assert (document.lang, document.source_lang) == ("en-US", "uk")
    assert (document.title, document.source, document.reference) == ("title", "source", "reference")
    assert (document.date, document.publisher, document.url) == ("date", "publisher", "url")


def test_places_go_back_through_escapes(reading: ReadBytes) -> None:
    raw = r'{"text": "say \"Ким\" 😀 \ud83d\ude00 A\n", "id": 1}'
    (document,), _ = reading('\r\n{"id": 0, "text": "x"}\r\n' + raw + "\r\n", "a.ndjson")[0][1:], []
    assert document.text == 'say "Ким" 😀 😀 A\n'
    assert document.id == "1"
    for part, source in {
        '"Ким"': r"\"Ким\"",
        "😀 😀": r"😀 \ud83d\ude00",
        "A": "A",
        "\n": r"\n",
    }.items():
        at = document.text.index(part)
        span = Span(at, at + len(part))
        place, back = document.place(span), document.origin.file.back(span)
        assert raw[back.start : back.end] == source
        assert (place.start, place.end) == (span.start, span.end)
        assert (place.line, place.column) == (3, raw.index(source) + 1)


def test_segments_are_joined_and_paired(reading: ReadBytes) -> None:
    segments = [
        {"source": "Один", "target": 'One "1"', "reference": "One"},
        {"source": "Два", "target": ""},
        {"target": "Three"},
    ]
    raw = json.dumps({"segments": segments, "id": "s"}, ensure_ascii=False)
    (document,), _ = reading(raw, "a.jsonl")
    assert document.text == 'One "1"\n\nThree'
    assert [(document.cut(p.span), p.source, p.reference) for p in document.pairs] == [
        ('One "1"', "Один", "One"),
        ("", "Два", None),
    ]
    assert [document.cut(block.span) for block in document.blocks] == ['One "1"', "Three"]
    at = document.text.index("Three")
    assert document.place(Span(at, at + 5)).column == raw.index("Three") + 1
    assert document.place(Span(0, len(document.text))).column == raw.index('One \\"') + 1


def test_text_and_segments_must_agree(reading: ReadBytes) -> None:
    segments = [{"source": "x", "target": "a"}, {"source": "y", "target": "b"}]
    (document,), _ = reading(line(text="a\nb", segments=segments), "a.jsonl")
    assert len(document.pairs) == 2
    documents, (note,) = reading(line(text="a b", segments=segments), "a.jsonl")
    assert documents == []
    assert (note.level, note.code) == ("error", "text-and-segments-disagree")


GOOD = '{"id": "good", "text": "Good."}'


@pytest.mark.parametrize(
    ("bad", "level", "code"),
    [
        ('{"id": 1, "text": }', "error", "invalid-json"),
        ('{"id": 1, "text": NaN}', "error", "invalid-json"),
        ("[" * 5000 + "]" * 5000, "error", "invalid-json"),
        ('["a"]', "error", "not-an-object"),
        ("7", "error", "not-an-object"),
        ('{"text": "x"}', "error", "no-id"),
        ('{"id": null, "text": "x"}', "error", "no-id"),
        ('{"id": true, "text": "x"}', "error", "no-id"),
        ('{"id": ["x"], "text": "x"}', "error", "no-id"),
        ('{"id": {}, "text": "x"}', "error", "no-id"),
        ('{"id": 1}', "error", "no-text"),
        ('{"id": 1, "text": 5}', "error", "text-not-a-string"),
        ('{"id": 1, "text": ""}', "warning", "empty-text"),
        ('{"id": 1, "text": " \\n"}', "warning", "empty-text"),
        ('{"id": 1, "segments": []}', "warning", "empty-text"),
        ('{"id": 1, "segments": {}}', "error", "bad-segments"),
        ('{"id": 1, "segments": ["x"]}', "error", "bad-segments"),
        ('{"id": 1, "segments": [{"source": "x"}]}', "error", "bad-segments"),
        ('{"id": 1, "segments": [{"target": "x", "source": 1}]}', "error", "bad-segments"),
        ('{"id": 1, "text": "\\ud800"}', "error", "lone-surrogate"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(
    reading: ReadBytes, bad: str, level: str, code: str
) -> None:
    documents, (note,) = reading(f"{GOOD}\n{bad}\n{GOOD.replace('good', 'too')}\n", "a.jsonl")
    assert [document.id for document in documents] == ["good", "too"]
    assert (note.level, note.code, note.path, note.line) == (level, code, "a.jsonl", 2)


def test_bytes_that_are_no_utf_8_are_told_with_their_offset(reading: ReadBytes) -> None:
    data = f"{GOOD}\n".encode() + b'{"id": "b", "text": "caf\xe9 x"}\n'
    documents, (note,) = reading(data, "a.jsonl")
    assert len(documents) == 1
    assert (note.code, note.line) == ("not-utf-8", 2)
    assert f"byte {data.index(0xE9)}" in note.message
    assert "0xE9" in note.message


@pytest.mark.parametrize("end", ['{"id": "b", "te', '{"id": "b", "text": "xé'])
def test_a_last_line_that_breaks_off_is_truncated(reading: ReadBytes, end: str) -> None:
    data = f"{GOOD}\n{end}".encode()
    for cut in (data, data[:-1]) if end.endswith("é") else (data,):
        documents, (note,) = reading(cut, "a.jsonl")
        assert len(documents) == 1
        assert (note.level, note.code, note.line) == ("error", "truncated", 2)


def test_a_key_that_stands_twice_counts_the_last_time(reading: ReadBytes) -> None:
    raw = '{"id": "a", "text": "one", "te\\u0078t": "two"}'
    (document,), (note,) = reading(raw, "a.jsonl")
    assert document.text == "two"
    assert document.place(Span(0, 3)).column == raw.index("two") + 1
    assert (note.level, note.code) == ("warning", "duplicate-key")


def test_fields_of_the_wrong_kind_are_told_and_left_out(reading: ReadBytes) -> None:
    (document,), notes = reading(line(title=5, lang="Klingon!", source_lang=None), "a.jsonl")
    assert document.title is None
    assert document.lang == "und"
    assert [note.code for note in notes] == ["bad-field", "bad-field"]


def test_a_number_as_id_stays_as_it_is_written(reading: ReadBytes) -> None:
    raw = '{"text": "x", "id": 123456789012345678901234567890}'
    (document,), _ = reading(raw, "a.jsonl")
    assert document.id == "123456789012345678901234567890"


def test_ids_that_come_again_get_a_number(reading: ReadBytes) -> None:
    raw = "\n".join([line(id="a"), line(id="a#2"), line(id="a"), line(id="a")])
    documents, notes = reading(raw, "a.jsonl")
    assert [document.id for document in documents] == ["a", "a#2", "a#3", "a#4"]
    assert [(note.level, note.code, note.line) for note in notes] == [
        ("warning", "duplicate-id", 3),
        ("warning", "duplicate-id", 4),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_understood(reading: ReadBytes, encoding: str) -> None:
    (one, two), notes = reading(f"{GOOD}\r\n{line(text='Ким')}".encode(encoding), "a.jsonl")
    assert (one.text, two.text, notes) == ("Good.", "Ким", [])
    assert one.place(Span(0, 4)).column == GOOD.index("Good") + 1


def test_an_empty_file_is_an_error(reading: ReadBytes) -> None:
    for data in (b"", b"\n\n  \n"):
        documents, (note,) = reading(data, "a.jsonl")
        assert documents == []
        assert (note.level, note.code) == ("error", "empty")


def test_an_archive_is_named(reading: ReadBytes) -> None:
    _, (note,) = reading(b"PK\x03\x04" + b"\0" * 50, "a.jsonl")
    assert note.code == "binary"
    assert "ZIP" in note.message


def test_many_bad_lines_are_counted(reading: ReadBytes) -> None:
    _, notes = reading("x\n" * (MAX_ERRORS + 7), "a.jsonl")
    assert len(notes) == MAX_ERRORS + 1
    assert notes[-1].message.startswith("7 more lines")


def test_a_line_over_the_cap_is_skipped(
    reading: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.read.jsonl.MAX_DOCUMENT_BYTES", 100)
    monkeypatch.setattr("audit.read.jsonl._DRAIN_BYTES", 16)
    raw = f"{GOOD}\n{line(text='x' * 300)}\n{line(id='c')}"
    documents, (note,) = reading(raw, "a.jsonl")
    assert [document.id for document in documents] == ["good", "c"]
    assert (note.level, note.code, note.line) == ("error", "too-large", 2)
    assert documents[1].origin.first_line == 3
    assert MAX_DOCUMENT_BYTES == 50 * 1024 * 1024


def test_a_file_is_streamed() -> None:
    class Endless(BytesIO):
        """A feed that has no end: reading it whole would never return."""

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size >= 0
            return b"".join(b'{"id": 1, "text": "x"}\n' for _ in range(size // 23 + 1))[:size]

    found = read(["-"], stdin=Endless(), stdin_filename="a.jsonl")
    first = next(found)
    assert isinstance(first, Document)


def test_short_documents_are_read_fast() -> None:
    count = 20_000
    raw = "\n".join(line(id=str(i), text=f'Kim "{i}" said so.') for i in range(count)).encode()
    started = time.process_time()
    found = list(read(["-"], stdin=BytesIO(raw), stdin_filename="a.jsonl"))
    assert len(found) == count
    # Goal 20,000 a second; the slack is for slow machines, quadratic time would still show.
    assert time.process_time() - started < 6
