from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import Span
from audit.model.text import Block, BlockKind, Document
from audit.segment import segment

ENGLISH = "The council met on Monday and decided to close the old bridge for repairs."
FRENCH = "Le conseil municipal s'est réuni lundi et a décidé de fermer le vieux pont pour travaux."


def document(text: str, lang: str = "und", blocks: tuple[Block, ...] = ()) -> Document:
    return Document(id="a", path="a.txt", text=text, lang=lang, blocks=blocks)


def test_language_is_told_where_it_is_unknown() -> None:
    assert segment(document(FRENCH)).lang == "fr"
    assert segment(document("12345")).lang == "und"


@pytest.mark.parametrize(
    ("given_tag", "kept"), [("EN-us", "en-US"), ("zh_hant", "zh-Hant"), ("rus", "ru")]
)
def test_a_given_language_is_kept_in_its_recommended_form(given_tag: str, kept: str) -> None:
    assert segment(document("Bonjour.", given_tag)).lang == kept


def test_what_is_no_tag_is_told_from_the_text() -> None:
    assert segment(document(ENGLISH, "English language")).lang == "en"


def test_a_long_foreign_sentence_has_its_own_language() -> None:
    found = segment(document(f"{ENGLISH} {FRENCH} Bonjour, monsieur.", "en")).segments
    assert [s.lang for s in found] == ["en", "fr", "en"]


def test_near_languages_are_not_told_apart_by_a_sentence() -> None:
    text = "Predsjednik vlade danas je u Zagrebu primio izaslanstvo iz susjedne države."
    assert segment(document(text, "sr-Latn")).segments[0].lang == "sr-Latn"


def test_segments_keep_the_kind_of_their_block_and_do_not_cross_it() -> None:
    text = "Old bridge\nIt closed. Nobody came"
    blocks = (Block(Span(0, 10), BlockKind.HEADING), Block(Span(11, 34)))
    found = segment(document(text, "en", blocks)).segments
    assert [(s.text, s.kind.value) for s in found] == [
        ("Old bridge", "heading"),
        ("It closed.", "paragraph"),
        ("Nobody came", "paragraph"),
    ]


def test_without_blocks_each_line_is_one() -> None:
    found = segment(document("see Mr.\nSmith came\r\n\r\n\rlast", "en")).segments
    assert [s.text for s in found] == ["see Mr.", "Smith came", "last"]


TEXT = st.text(alphabet=st.sampled_from('aB. é\u0301😀\r\n。”“"г\ud800'), max_size=60)


@given(TEXT, st.lists(st.integers(0, 60), max_size=6), st.sampled_from(["und", "en", "uk", "ja"]))
def test_segments_lie_within_blocks(text: str, cuts: list[int], lang: str) -> None:
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    blocks = tuple(Block(Span(a, b)) for a, b in pairwise(edges))
    done = segment(document(text, lang, blocks))
    last = 0
    for found in done.segments:
        assert done.cut(found.span) == found.text
        assert last <= found.span.start
        assert any(block.span.holds(found.span) for block in blocks)
        last = found.span.end
    visible = sum(1 for char in text if not char.isspace())
    assert visible == sum(1 for s in done.segments for char in s.text if not char.isspace())
