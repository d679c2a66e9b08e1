"""Invisible characters become visible, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.html.reveal import Bit, inert, reveal, sentence
from audit.report.html.units import Units


@pytest.mark.parametrize(
    ("text", "label"),
    [("a\u202eb", "RLO"), ("a\0b", "U+0000"), ("a\ud83db", "U+D83D"), ("a\u200cb", "ZWNJ")],
)
def test_named(text: str, label: str) -> None:
    first, mark, last = reveal(text)
    assert (first, mark.text, last) == (Bit("a"), label, Bit("b"))
    assert inert(text) == f"a⟨{label}⟩b"


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d🚀", "क्\u200dष", "a\tb\nc", "❤\ufe0f"])
def test_ordinary_spelling_stays(text: str) -> None:
    assert reveal(text) == (Bit(text),)


@given(st.text(alphabet=st.characters(codec=None, categories=None)))
def test_no_plain_run_holds_a_control(text: str) -> None:
    bits = reveal(text)
    "".join(bit.text for bit in bits).encode()  # half of a surrogate pair would fail here
    shown = "".join(bit.text for bit in bits)
    assert not set(shown) & set("\0\u202a\u202e\u2066\u2069\ufeff")


@given(st.text())
def test_a_sentence_loses_nothing(text: str) -> None:
    whole = [bit for _, bits in sentence(text) for bit in bits]
    assert "".join(b.text for b in whole) == "".join(b.text for b in reveal(text))


def test_quoted_parts_are_told_apart() -> None:
    assert [apart for apart, _ in sentence("“a” here, but “b” elsewhere")] == [
        True, False, True, False,
    ]  # fmt: skip


@given(st.text(), st.data())
def test_units_are_utf16(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Units(text)(at) == len(text[:at].encode("utf-16-le")) // 2
