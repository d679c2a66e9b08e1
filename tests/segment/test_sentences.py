import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lang import known_languages
from audit.segment.sentences import sentences

MARKS = [". ", "! ", "? ", "...", "…", "。", "؟", "-", '"', *"」「”“«»()"]
BLANKS = ["\r\n", "\n", "\n\n", " ", "\u00a0", "\t", "\0", "\u200d"]
LETTERS = ["A", "b", "J.", "e\u0301", "\u0301", "😀", "𝐀", "\ud800", "彼は", "Он"]
WORDS = ["Dr. ", "12. ", "г. ", "the ", "The ", "z. B. ", "د. ", "1) "]
PIECES = st.sampled_from([*MARKS, *BLANKS, *LETTERS, *WORDS])
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40)
LANGUAGES = st.sampled_from([*known_languages(), "und", "hi", "zh-Hant-TW"])


@given(TEXTS, LANGUAGES)
def test_sentences_are_in_order_and_cover_every_visible_character(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    covered: set[int] = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        piece = text[start:end]
        assert piece == piece.strip()
        covered.update(range(start, end))
        last = end
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())


@given(TEXTS, LANGUAGES)
def test_the_same_text_gives_the_same_sentences(text: str, lang: str) -> None:
    assert sentences(text, lang) == sentences(text, lang)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cafe\u0301 😀 shut.\r\nIt rained 𝐀.", ["Cafe\u0301 😀 shut.", "It rained 𝐀."]),
        ("One. \r\n\r\nthen two", ["One.", "then two"]),
        ("Broken \ud800 here. It goes on.", ["Broken \ud800 here.", "It goes on."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_places_are_code_points(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, "en")] == expected


def test_text_without_capitals_keeps_its_full_stops() -> None:
    text = "hello all. this is lower case. bye"
    assert len(sentences(text, "en")) == 3


def test_names_that_begin_in_lower_case_open_sentences() -> None:
    assert len(sentences("He left. iPhone sales fell. al-Hadi stayed.", "en")) == 3


@pytest.mark.parametrize("unit", [".”", "(", '"a. ', "Dr. ", ". A", "1) ", "\n"])
def test_endless_runs_end(unit: str) -> None:
    """Quadratic work on these would take minutes."""
    text = unit * 20_000
    assert sum(end - start for start, end in sentences(text, "en")) <= len(text)
