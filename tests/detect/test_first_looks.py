"""A first look that spares a search lets everything pass that the search would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from audit.detect.punctuation import stray_mark
from audit.detect.repetition import doubled_word, looped_phrase, repeated_sentence
from audit.detect.residue.lexicon import key_of, lexicon
from audit.detect.style.mixed_regional_spelling import _may_be_mixed
from audit.detect.style.spellings import standards
from audit.model.place import Span
from audit.model.text import Segment
from audit.text.words import words

WORDS = st.sampled_from(("the", "The", "end", "13", "a", "b-c", "it's", "", "²"))
MARKS = st.sampled_from((".", "!”", "”.", "?", "", ")", "\n", " "))
TEXTS = st.lists(st.tuples(WORDS, MARKS), max_size=8).map(
    lambda parts: " ".join(word + mark for word, mark in parts)
)
LINES = sorted(lexicon().lines)


@given(TEXTS)
def test_no_doubled_last_word_is_passed_over(text: str) -> None:
    text = text.strip()
    if doubled_word._END.search(text):
        assert doubled_word._may_end_doubled(text)


@given(st.lists(st.sampled_from("abcd"), max_size=40))
def test_no_circle_is_passed_over(words: list[str]) -> None:
    circles = [looped_phrase._circle_at(words, lambda _: True, at)[0] for at in range(len(words))]
    assert looped_phrase._may_turn(words) or not any(circles)


@given(TEXTS, TEXTS, st.integers(1, 4))
def test_sentences_that_repeat_begin_alike(one: str, other: str, fewest: int) -> None:
    first, second = (Segment(Span(0, len(text)), text, "en") for text in (one, other))
    key = repeated_sentence._key(first, fewest)
    if key is not None and key == repeated_sentence._key(second, fewest):
        assert repeated_sentence._beginning(first) == repeated_sentence._beginning(second)


@given(st.sampled_from(LINES), st.sampled_from(("", "'", "“", "* ", "__ ")), TEXTS)
def test_no_known_line_is_passed_over(line: str, before: str, behind: str) -> None:
    for text in (f"{before}{line.title()}:", f"{before}{line}{behind}", behind):
        if lexicon().entry(key_of(text)):
            assert lexicon().may_begin(text)


@given(st.text("aé1 ,'ß", max_size=40), st.integers(1, 40))
def test_the_word_before_a_mark_is_the_letters_there(text: str, at: int) -> None:
    at = min(at, len(text))
    found = re.search(r"[^\W\d_]+\Z", text[max(0, at - stray_mark._LONGEST_WORD) : at])
    assert stray_mark._word_before(text, at) == (found[0] if found else "")


SPELLINGS = standards("en").words
SPELLED = st.sampled_from(
    ("colour", "Color", "centre", "theater", "organise", "realize", "colour²")
)


@given(st.lists(SPELLED, max_size=4), st.sampled_from((" ", "-", "², ", "'s ")))
def test_no_mixture_of_spellings_is_passed_over(spelled: list[str], by: str) -> None:
    text = by.join(spelled)
    found = [text[start:end] for start, end in words(text)]
    told = [SPELLINGS.get(word) or SPELLINGS.get(word.lower()) for word in found]
    sides = {(one.axis, one.side) for one in told if one}
    if len(sides) > len({axis for axis, _ in sides}):
        assert _may_be_mixed(text, SPELLINGS)
