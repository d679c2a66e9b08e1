"""Items of ninjs, one a line."""

import json

from audit.model.place import Span
from tests.read.conftest import ReadBytes


def test_lines_of_items_are_read_one_by_one(reading: ReadBytes) -> None:
    lines = [
        {"uri": "urn:a", "headline": "Перший", "body_text": "Один.", "language": "uk"},
        {"uri": "urn:b", "headline": ""},
        {"id": "c", "text": "Three."},
        {"uri": "urn:d", "bodies": [{"contenttype": "text/plain", "value": "Fo\\ur."}]},
    ]
    data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    documents, notes = reading(data, "items.jsonl")
    assert [one.id for one in documents] == ["urn:a", "c", "urn:d"]
    assert [one.lang for one in documents][:1] == ["uk"]
    assert [(one.code, one.line) for one in notes] == [("empty-text", 2)]
    first, _, last = documents
    place = first.place(Span(first.text.index("Один"), first.text.index("Один") + 4))
    assert (place.line, data.splitlines()[0][place.column - 1 :][:4]) == (1, "Один")
    at = last.origin.absolute(Span(0, len(last.text)))
    assert last.place(Span(0, 2)).line == 4
    assert data[at.start : at.end] == json.dumps(last.text)[1:-1]
