"""JSON files: one document, an array, or an object with an array; places in the whole file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import OffsetMap, Piece, Span
from audit.read.json_scan import Literal, literal_map, pieces_of
from tests.read.conftest import ReadBytes

DOCUMENTS = [{"id": "a", "text": 'One "quoted".'}, {"id": 2, "text": "Two.\nLines."}]


@pytest.mark.parametrize(
    "value", [DOCUMENTS, {"documents": DOCUMENTS}, {"n": [1], "articles": DOCUMENTS}]
)
@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_documents_and_their_places(
    reading: ReadBytes, value: object, indent: int | str | None, end: str
) -> None:
    raw = "\n" + json.dumps(value, indent=indent)
    documents, notes = reading(raw.replace("\n", end), "a.json")
    assert notes == []
    assert [document.id for document in documents] == ["a", "2"]
    for document, word in zip(documents, ["quoted", "Lines"], strict=True):
        at = document.text.index(word)
        place = document.place(Span(at, at + len(word)))
        line = raw.split("\n")[place.line - 1]
        assert line[place.column - 1 :].startswith(word)
        assert (place.start, place.end) == (at, at + len(word))


def test_one_document_alone(reading: ReadBytes) -> None:
    (document,), _ = reading('{\n "id": "a",\n "text": "x y"\n}\n', "a.json")
    assert (document.place(Span(2, 3)).line, document.place(Span(2, 3)).column) == (3, 13)


def test_documents_of_a_record_are_no_collection(reading: ReadBytes) -> None:
    (document,), _ = reading('{"id": "a", "text": "x", "documents": []}', "a.json")
    assert document.text == "x"


def test_a_bad_document_is_told_with_its_line(reading: ReadBytes) -> None:
    documents, (note,) = reading('[\n{"id": 1},\n{"id": 2, "text": "x"}]', "a.json")
    assert [document.id for document in documents] == ["2"]
    assert (note.level, note.code, note.line) == ("error", "no-text", 2)


@pytest.mark.parametrize("raw", ['{"id": 1, "text": "x"', "[1,\n2,,3]", "{'id': 1}"])
def test_a_broken_file_is_told_with_line_and_column(reading: ReadBytes, raw: str) -> None:
    documents, (note,) = reading(raw, "a.json")
    assert documents == []
    assert (note.level, note.code) == ("error", "invalid-json")
    assert note.line == len(raw.split("\n"))
    assert "column" in note.message


def test_json_lines_under_a_json_suffix_are_read(reading: ReadBytes) -> None:
    raw = '{"id": 1, "text": "x"}\n{"id": 2, "text": "y"}\n'
    documents, notes = reading(raw, "a.json")
    assert [document.text for document in documents] == ["x", "y"]
    assert notes == []


def test_an_empty_array_is_an_error(reading: ReadBytes) -> None:
    documents, (note,) = reading("[]", "a.json")
    assert documents == []
    assert (note.level, note.code) == ("error", "empty")


def test_a_document_of_many_in_one_line_is_placed_without_rereading(reading: ReadBytes) -> None:
    raw = json.dumps([{"id": i, "text": f"word {i}"} for i in range(5000)])
    documents, _ = reading(raw, "a.json")
    assert documents[-1].place(Span(0, 4)).column == raw.index("word 4999") + 1


def test_other_encodings_need_a_mark(reading: ReadBytes) -> None:
    raw = '{"id": 1, "text": "Ким"}'
    (document,), _ = reading(raw.encode("utf-16"), "a.json")
    assert document.text == "Ким"
    documents, (note,) = reading(raw.encode("cp1251"), "a.json")
    assert documents == []
    assert note.code == "not-utf-8"


@given(
    st.lists(st.text('ab"\\\n/é😀', max_size=6), min_size=1, max_size=4),
    st.booleans(),
    st.data(),
)
def test_a_text_of_literals_maps_like_its_pieces(
    values: list[str], ascii_only: bool, data: st.DataObject
) -> None:
    text = "\n".join(values)
    literals, pieces, at, origin = [], list[Piece](), 0, 3
    for number, value in enumerate(values):
        raw = json.dumps(value, ensure_ascii=ascii_only)[1:-1]
        if number:
            pieces.append(Piece(at - 1, 1, origin - 7, 7))
        literals.append(Literal(at, len(value), origin, raw))
        pieces += pieces_of(literals[-1])
        at, origin = at + len(value) + 1, origin + len(raw) + 7
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found, expected = literal_map(literals), OffsetMap.of(pieces)
    if text:
        assert found.back(span) == expected.back(span)
        assert found.point(start) == expected.point(start)
