"""Word lists are read as simplemma itself reads them."""

import pytest
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from audit.lang.word_list import WordList, word_list

HEAD = b"SMFC1\0"
LONG = "a" + "b" * 150
"""A form whose length takes two bytes."""


def record(shared: int, text: str, kept: int, lemma: str | None = None) -> bytes:
    """One record of the format; `lemma` is what is put behind the letters kept."""
    pieces = b""
    for piece in (text, lemma):
        if piece is not None:
            size = len(piece.encode())
            head = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
            pieces += head + piece.encode() + (bytes([kept]) if piece is text else b"")
    return bytes([shared]) + pieces


SMALL = HEAD + b"\x05" + b"".join(
    [
        record(0, LONG, 255, "long"),
        record(0, "word", 0, ""),
        record(4, "s", 1, ""),
        record(1, "ritten", 254),
        record(4, "ting", 3, "e"),
    ]
)  # fmt: skip
LEMMAS = {LONG: "long", "word": "word", "words": "word", "written": "word", "writting": "writte"}


@pytest.mark.parametrize("beginning", [1, 2, 6])
def test_each_form_has_its_lemma(beginning: int) -> None:
    found = WordList(SMALL, beginning)
    assert dict(found) == LEMMAS
    assert len(found) == len(LEMMAS)
    assert {form: WordList(SMALL, beginning)[form] for form in reversed(LEMMAS)} == LEMMAS


@pytest.mark.parametrize("form", ["", "w", "wor", "wordsmith", "b", "writ"])
def test_what_is_not_listed_is_not_found(form: str) -> None:
    assert form not in WordList(SMALL, 2)


@pytest.mark.parametrize("content", [b"", b"pickle", b"SMFC1\x01\0", SMALL[:-1], SMALL + b"\0"])
def test_another_format_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no "):
        WordList(content)


@pytest.mark.parametrize("lang", ["it", "uk"])
def test_a_whole_list_agrees_with_simplemma(lang: str) -> None:
    ours, theirs = word_list(lang), DEFAULT_DICTIONARY_FACTORY.get_dictionary(lang)
    assert isinstance(ours, WordList)
    assert list(ours.items()) == list(theirs.items())
