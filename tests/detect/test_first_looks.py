"""A first look that spares a search lets everything pass that the search would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from audit.detect.distinct_words import letter_runs
from audit.detect.punctuation import stray_mark
from audit.detect.quoted import quotations
from audit.detect.repetition import doubled_word, looped_phrase, repeated_sentence
from audit.detect.repetition.words import small_words_of, words_of
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


ANY_TEXT = st.text("aBéİſ1_-'’“ \u00a0\x1f—", max_size=30)


@given(ANY_TEXT)
def test_runs_of_letters_are_those_of_a_search(text: str) -> None:
    assert letter_runs(text) == frozenset(re.findall(r"[^\W\d_]+", text))


@given(ANY_TEXT)
def test_small_words_are_the_words_in_small_letters(text: str) -> None:
    assert small_words_of(text) == [word[0].lower() for word in words_of(text)]


def _quotation_marks(text: str, opening: str, closing: str) -> list[tuple[int, int]]:
    """Quotations between two marks with no letter at their outer sides, told in so many words."""
    found, at = list[tuple[int, int]](), 0
    while (start := text.find(opening, at)) >= 0:
        line = text[start + 1 :].split("\n", maxsplit=1)[0]
        ends = [start + 1 + index for index, char in enumerate(line) if char in opening + closing]
        end = ends[0] + 1 if ends and text[ends[0]] == closing else 0
        outside = text[:start][-1:] + text[end : end + 1]
        fits = end and not any(char.isalnum() or char == "_" for char in outside)
        found += [(start, end)] if fits else []
        at = end if fits else start + 1
    return found


@given(st.sampled_from(('""', "‘’")), st.text('ab "‘’\n_', max_size=20))
def test_marks_that_are_also_within_words_quote_only_outside_them(marks: str, text: str) -> None:
    text = text.translate({ord(char): " " for char in '"‘’' if char not in marks})
    assert [*quotations(text)] == _quotation_marks(text, *marks)
