"""Names in two words are found where the text has them in one elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.annotate.divided import _TWO_WORDS, _may_be_apart
from tests.annotate.names_in import names, the


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The poet Mingming wrote. Ming Ming came home.", "Ming Ming"),
        ("A dose of NELTOR-Bio helps. Store NELTOR bio in the dark.", "NELTOR bio"),
        ("He joined the Asto-Perun fund. Then the Asto Perun fund closed.", "Asto Perun"),
    ],
)
def test_a_name_with_another_division(text: str, found: str) -> None:
    assert found in names(text)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("We saw Onto there. On To the hills.", "On To"),
        ("The poet Mingming wrote. The ming ming of bells.", "ming ming"),
        ("The poet Mingming wrote. A Ming-Ming-Ling came.", "Ming-Ming"),
    ],
)
def test_words_that_make_no_name(text: str, absent: str) -> None:
    assert absent not in names(text)


def test_it_stands_where_its_text_says() -> None:
    text = "The poet Mingming wrote. Ming Ming came home."
    mention = the("Ming Ming", text)
    assert text[mention.span.start : mention.span.end] == "Ming Ming"
    assert mention.sentence_start


@given(st.text("aAßİ -.", max_size=30))
def test_no_name_in_two_words_is_passed_over(text: str) -> None:
    for found in _TWO_WORDS.finditer(text):
        _, first, second = found.groups()
        assert _may_be_apart((first + second).casefold(), text.casefold())
