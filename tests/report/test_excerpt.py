"""The line round a finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model.place import Span
from audit.report.excerpt import WIDTH, columns, excerpt


@pytest.mark.parametrize(
    ("text", "span", "parts"),
    [
        ("He left.", Span(3, 7), ("He ", "left", ".")),
        ("One.\nHe left.\r\nTwo.", Span(8, 12), ("He ", "left", ".")),
        ("He left\nnow.", Span(3, 11), ("He ", "left", "")),
        ("  He left.", Span(5, 9), ("He ", "left", ".")),
        ("a\u202eb", Span(1, 2), ("a", "<U+202E>", "b")),
        ("a\x1b[1mb c", Span(6, 7), ("ab", " ", "c")),
        ("", Span(0, 0), ("", "", "")),
    ],
)
def test_a_passage_stands_in_its_line(text: str, span: Span, parts: tuple[str, ...]) -> None:
    cut = excerpt(text, span)
    assert (cut.before, cut.passage, cut.after) == parts


def test_a_long_line_is_cut_on_both_sides() -> None:
    cut = excerpt("x" * 500 + "HERE" + "y" * 500, Span(500, 504))
    assert cut.before == "…" + "x" * 40
    assert cut.passage == "HERE"
    assert cut.after.endswith("y…")


def test_letters_from_right_to_left_are_noticed() -> None:
    assert excerpt("قال حسن", Span(4, 7)).mirrored
    assert not excerpt("金正恩", Span(0, 3)).mirrored


@given(st.text(max_size=300), st.data())
def test_an_excerpt_fits_and_is_one_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = excerpt(text, Span(start, end))
    whole = cut.before + cut.passage + cut.after
    ellipses = 3
    assert columns(whole) <= WIDTH + ellipses
    assert "\n" not in whole
