"""Context and paragraphs are cut where they should be, for any spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import OffsetMap, Origin, Piece, Span
from audit.model.text import Block, Document
from audit.report.html.passages import MARGIN, Surroundings, direction, paragraphs
from tests import builders as make


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "ltr"), ("ar-EG", "rtl"), ("und", "auto"), ("az-Arab", "rtl"), ("ur-Latn", "ltr")],
)
def test_direction(lang: str, expected: str) -> None:
    assert direction(lang) == expected


def test_the_sentence_around() -> None:
    doc = make.document("First one. Second is here. Third.\nAnother line.")
    around = Surroundings(doc)
    assert doc.cut(around.sentence(make.find(doc, "is"))) == "Second is here."
    two = Span(make.find(doc, "one").start, make.find(doc, "Second").end)
    assert doc.cut(around.sentence(two)) == "First one. Second is here."


def test_a_long_sentence_is_trimmed_at_blanks() -> None:
    doc = make.document("word " * 200 + "HIT" + " word" * 200)
    wide = Surroundings(doc).sentence(make.find(doc, "HIT"))
    cut = doc.cut(wide)
    assert cut.startswith("word")
    assert cut.endswith("word")
    assert len(cut) <= 2 * MARGIN + 3


@given(st.text(alphabet="ab .\n", max_size=60), st.data())
def test_any_span_is_held(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    doc = make.document(text)
    assert Surroundings(doc).sentence(span).holds(span)


@given(st.text(alphabet="ab \n", max_size=40), st.data())
def test_paragraphs_hold_all_text_once(text: str, data: st.DataObject) -> None:
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges), max_size=4))
    blocks = tuple(Block(Span(min(pair), max(pair))) for pair in spans)
    found = paragraphs(Document("a", "a", text, blocks=blocks))
    ends = [0, *(block.span.end for block in found)]
    assert all(block.span.start >= end for block, end in zip(found, ends, strict=False))
    covered = {i for block in found for i in range(block.span.start, block.span.end)}
    assert all(i in covered or not char.strip() for i, char in enumerate(text))


def test_a_place_is_found_again_behind_markup() -> None:
    pieces = [Piece(0, 2, 10, 2), Piece(2, 1, 12, 5), Piece(3, 4, 20, 4)]
    doc = Document("a", "a", "ab&cdef", origin=Origin(content=OffsetMap.of(pieces)))
    around = Surroundings(doc)
    span = Span(4, 6)
    place = doc.place(span)
    assert around.find(place.start, place.end, "de") == span
    assert around.find(place.start, place.end, "xx") is None
