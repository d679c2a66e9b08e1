"""Phrasebooks find what their phrases say, in one pass, and refuse what cannot be found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.detect.phrasebook import Phrasebook, PhraseError
from audit.detect.stretches import around, unfolded


def found(phrase: str, text: str, **slots: str) -> list[str]:
    return [text[slice(*match.marked)] for match in Phrasebook([phrase], slots).matches(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("with reference to", "With reference\nto Kyodo", ["With reference\nto"]),
        ("with reference to", "with references to Kyodo", []),
        ("(within|in) the frame of", "In the frame of it, within the frame of", 2),
        ("as [the] agency reports", "as agency reports, as the agency reports", 2),
        ("as [the|an] agency", "as  an agency", ["as  an agency"]),
        ("Welt[,] writes", "Welt, writes and Welt writes", 2),
        ("the house[ of lords]", "the house, the house of lords", 2),
        ("in {the same} <name>", "in the same Varna, in the same way", ["the same"]),
        ("units of <cap>", "units of NATO, units of equipment", ["units of NATO"]),
        ("don't know", "I don’t know, I don't know", 2),
        ('the paper "<name>"', "the paper “Welt” and the paper «Welt»", 2),
        ("на протязі", "НА ПРОТЯЗІ року", ["НА ПРОТЯЗІ"]),
        ("являвся", "він з'являвся", []),
        ("adresser", "d'adresser", ["adresser"]),
    ],
)
def test_a_phrase_is_found_as_it_reads(phrase: str, text: str, expected: list[str] | int) -> None:
    hits = found(phrase, text)
    assert (len(hits) if isinstance(expected, int) else hits) == expected


def test_slots_are_phrases() -> None:
    assert found(
        "it <told> that", "It was said that", told="<aux> (said|told)", aux="(is|was)"
    ) == ["It was said that"]


def test_names_are_found_letter_for_letter_and_the_longest_first() -> None:
    book = Phrasebook(["writes {<paper>}"], names={"paper": ("Welt", "Welt am Sonntag", "Time")})
    text = "Writes Welt am Sonntag, writes time"
    assert [text[slice(*match.marked)] for match in book.matches(text)] == ["Welt am Sonntag"]


@pytest.mark.parametrize(
    "phrase",
    [
        "(a|b",
        "a)",
        "[a",
        "<nobody> writes",
        "{one} and {two}",
        "<cap> <low>",
        "in",
        "so [far]",
        "a>b",
    ],
)
def test_what_cannot_be_read_or_found_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError):
        Phrasebook([phrase])


PHRASES = (
    "with [a] reference to",
    "(in|within) the (frame|framework) of",
    "units of [the] equipment",
    "{because} due to[ the]",
    "(this|it) was [also] reported",
)
WORDS = (
    "with a reference to in within the frame framework of units equipment because due this it was "
    "also reported . , ’ ' İ"
)
ANY_TEXT = st.lists(st.sampled_from((*WORDS.split(), "\n", "\u00a0", "")), max_size=30).map(
    " ".join
)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_the_pass_over_pieces_loses_nothing(text: str) -> None:
    book = Phrasebook(PHRASES)
    patterns = [phrase.pattern for phrase in book._phrases]
    every = [
        (number, match.span())
        for number, pattern in enumerate(patterns)
        for match in pattern.finditer(text)
    ]
    assert [(match.number, match.whole) for match in book.matches(text)] == every


PLACES = (
    "the town",
    "with reference to",
    "writes",
    "Welt",
    "Welt am Sonntag",
    "İstanbul",
    "(the",
    "in the frame of",
    "on",
    "May",
    "5",
    "the",
)
BOOK = Phrasebook(
    [
        "with [a] reference to [the] [<low>] <paper>",
        "(within|in) the frame of",
        "<paper> writes",
        "writes {<paper>}",
        "(went|writes) on (<digits> <month>|<month> <digits>)[ in <name>]",
        "the <low> [<low>|<cap>] writes",
    ],
    slots={"month": "(May|June)"},
    names={"paper": ("Welt", "Welt am Sonntag", "Time")},
)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from(PLACES), st.sampled_from([" ", "  ", "\n\n", ", "])),
        max_size=40,
    )
)
def test_a_phrase_is_found_where_a_search_of_the_whole_text_finds_it(
    words: list[tuple[str, str]],
) -> None:
    text = "".join(part for pair in words for part in pair)
    plain = [
        (number, match.span(), match.span(phrase.marked))
        for number, phrase in enumerate(BOOK._phrases)
        for match in phrase.pattern.finditer(text)
    ]
    assert [(one.number, one.whole, one.marked) for one in BOOK.matches(text)] == plain


@given(st.text("ab \n", max_size=30).filter(str.strip), st.integers(0, 30), st.integers(0, 3))
def test_a_stretch_is_the_same_words_in_the_text(text: str, at: int, blanks: int) -> None:
    folded = f" {' '.join(text.upper().split())} "
    at = min(at, len(folded) - 2)
    (stretch,) = around(folded, [(at, at + 2)], blanks)
    start, end = unfolded(text, folded, stretch)
    assert text[start:end].upper().split() == folded[slice(*stretch)].split()
    assert stretch[0] <= at < at + 2 <= stretch[1]
    words = folded[slice(*stretch)].count(" ") - 1
    assert words >= min(len(folded.split()), blanks + 2)
