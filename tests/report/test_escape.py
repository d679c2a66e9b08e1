"""Hostile text cannot reach the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.report.escape import printable, revealed

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\x9b\x9d[]m;\x07\\"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kim Jong Un", "Kim Jong Un"),
        ("a\x1b[31mb\x1b[0mc", "abc"),
        ("a\x9b31mb", "ab"),
        ("a\x1b]8;;http://x\x07b\x1b]8;;\x1b\\c", "abc"),
        ("a\x1b]0;unfinished", "a0;unfinished"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x1bcb", "ab"),
        ("a\tb\nc\rd\u2028e\x85f", "a b c d e f"),
        ("a\x00\x07\x08\x7fb", "ab"),
        ("a\u202eb\u2066c\u200fd\u061ce", "abcde"),
        ("a\u200bb\ufeffc\xadd\U000e0041e", "abcde"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\ud800b", "ab"),
        ("Żółć 金正恩 é", "Żółć 金正恩 é"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_hidden_characters_are_named_where_they_matter() -> None:
    assert revealed("Ky\u202eiv\x1b[1m") == "Ky<U+202E>iv<U+001B>[1m"
    assert revealed("a\nb") == "a b"
    assert (
        revealed("Пе\u200dтров می\u200cخواهم 👩\u200d👧")
        == "Пе<U+200D>тров می\u200cخواهم 👩\u200d👧"
    )


@given(ANYTHING)
@pytest.mark.parametrize("escape", [printable, revealed])
def test_nothing_that_acts_is_left(escape: "type[str]", text: str) -> None:
    shown = escape(text)
    left = {one for one in shown if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left <= {"\u200c", "\u200d"}
    assert escape(shown) == shown


def test_hostile_length_takes_no_hostile_time() -> None:
    for part in ("\x1b]", "\x9d", "\x1b[0", "\x1b[ ", "\x90\x1b"):
        assert "\x1b" not in printable(part * 100_000)
