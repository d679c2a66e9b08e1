"""What is written back differs from the file in the edits and nowhere else, whatever the format."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model.edit import Edit
from audit.model.place import Span
from audit.model.text import Document
from audit.read import read_again
from audit.read.sources import Source
from audit.rewrite import rewrite
from tests.properties.feed_files import FEED_FILES
from tests.properties.test_offsets import (
    ANY,
    LETTERS,
    MARKS,
    NEWLINES,
    Built,
    html_files,
    json_objects,
    markdown_files,
)
from tests.properties.unit_files import UNIT_FILES

EXAMPLES = 40
"""Files of each format: enough for each kind of writing, and quick."""
REPLACEMENTS = st.text(LETTERS | st.sampled_from("<&>\"'\\,;\n\t*_[]#- .]"), max_size=6)


@st.composite
def json_files(draw: st.DrawFn) -> Built:
    built = Built()
    built.mark('{"documents": [\r\n ')
    draw(json_objects(built, 1))
    built.mark("]}")
    return built


@st.composite
def json_lines(draw: st.DrawFn) -> Built:
    built = Built()
    built.mark('{"id": "é😀", "text": "nothing"}\n\n')
    draw(json_objects(built, 1))
    built.mark("\n")
    return built


@st.composite
def plain_files(draw: st.DrawFn) -> Built:
    built = Built()
    lines = draw(st.lists(st.text(ANY.filter(lambda char: char not in "\0\ufeff"))))
    for char in draw(NEWLINES).join([*lines, "end"]):
        built.char(char, char)
    return built


FILES = {
    **UNIT_FILES,
    **FEED_FILES,
    "a.txt": plain_files(),
    "a.html": html_files(),
    "a.md": markdown_files(),
    "a.json": json_files(),
    "a.jsonl": json_lines(),
}


def read_all(name: str, data: bytes) -> list[Document]:
    items = read_again(Source(None, name, named=True), data, {})
    return [item for item in items if isinstance(item, Document)]


def simple(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=EXAMPLES)
@given(data=st.data(), mark=MARKS)
def test_no_edit_gives_the_same_bytes(name: str, data: st.DataObject, mark: str) -> None:
    file = (mark + data.draw(FILES[name]).file).encode()
    done = rewrite(file, read_all(name, file), (), lambda new: read_all(name, new))
    assert done.data == file


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=EXAMPLES)
@given(data=st.data(), mark=MARKS)
def test_an_edit_changes_its_span_alone(name: str, data: st.DataObject, mark: str) -> None:
    text = data.draw(FILES[name]).file
    file = (mark + text).encode()
    documents = read_all(name, file)
    document = documents[-1]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    edit = Edit(document.id, Span(start, end), data.draw(REPLACEMENTS))
    done = rewrite(file, documents, [edit], lambda new: read_all(name, new))
    if not done.made:
        assert done.data == file
        assert [refusal.edit for refusal in done.refused] == [edit]
        return
    *others, changed = read_all(name, done.data)
    meant = document.text[:start] + edit.replacement + document.text[end:]
    if name in {"a.html", "a.md", *FEED_FILES}:
        assert simple(changed.text) == simple(meant)
    else:
        assert changed.text == meant
    assert [one.text for one in others] == [one.text for one in documents[:-1]]
    assert [pair.source for pair in changed.pairs] == [pair.source for pair in document.pairs]
    assert [tag.text for tag in changed.markup] == [tag.text for tag in document.markup]
    place = document.origin.absolute(edit.span)
    cell = 1 if name == "a.csv" else 0  # quotation marks may have been put around the cell
    new = done.data.decode("utf-8-sig")
    start = min((document.origin.absolute(p.span).start for p in document.pairs), default=0)
    before = place.start if not cell else start
    assert new[:before] == text[:before]
    after = text[place.end :].rpartition("\n")[2] if cell else text[place.end :]
    assert new.endswith(after)


SIGNS = LETTERS | st.sampled_from("<&>\"'\\,;\n\t*_[#- .")
STRINGS = ("a.json", "a.jsonl", "a.po", "a.xlf", "a.tmx", "a.txt")
"""Formats that can hold any text in any place."""


@pytest.mark.parametrize("name", STRINGS)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_an_edit_within_one_text_is_made(name: str, data: st.DataObject) -> None:
    file = data.draw(FILES[name]).file.encode()
    documents = read_all(name, file)
    document = documents[-1]
    unit = data.draw(st.sampled_from([pair.span for pair in document.pairs] or [Span(0, 1)]))
    at = data.draw(st.integers(unit.start, max(unit.start, unit.end - 1)))
    edit = Edit(document.id, Span(at, at + 1), "x" + data.draw(st.text(SIGNS)))
    done = rewrite(file, documents, [edit], lambda new: read_all(name, new))
    assert done.refused == ()
    changed = read_all(name, done.data)[-1]
    assert changed.text == document.text[:at] + edit.replacement + document.text[at + 1 :]
