"""Asking each distinct word once finds what asking at each place would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from audit.detect.distinct_words import letter_runs, places
from audit.detect.spelling import misspelled_word, unlikely_word
from audit.detect.untranslated import foreign_word

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(("hat", "bee", "que", "sondern", "früheren", "24jährigen", "l'hiver")),
        st.sampled_from(
            ("wtih", "Thier", "früh-spät", "colour²", "die", "Trophäe", "The Rechnung")
        ),
        st.text("aé'’-. X²", max_size=4),
    ),
    max_size=9,
).flatmap(lambda parts: st.sampled_from((" ", "", "-", ". ")).map(lambda by: by.join(parts)))


@given(TEXTS, st.sets(st.sampled_from(("hat", "que", "a", "aa", "The"))))
def test_places_are_those_of_a_search_of_the_whole_text(text: str, words: set[str]) -> None:
    pattern = re.compile(r"(?<![\w.])[a-zA-Z]+(?![\w-])")
    whole = [found.span() for found in pattern.finditer(text) if found[0] in words]
    assert [found.span() for found in places(pattern, text, words)] == whole


@given(TEXTS)
def test_unknown_words_are_all_that_are_not_known(text: str) -> None:
    pattern = misspelled_word._WORD
    unknown = [
        found.span()
        for found in pattern.finditer(text)
        if not misspelled_word.is_known(found[0].lower(), "en")
    ]
    words = misspelled_word.unknown_words(text, "en")
    assert [found.span() for found in places(pattern, text, words)] == unknown


@given(TEXTS, st.sampled_from(("", "de", "fr")))
def test_no_word_that_tells_a_language_is_left_out(text: str, source: str) -> None:
    tells = foreign_word._tells
    pattern = foreign_word._WORD
    joined = foreign_word._JOINED.pattern
    every = [*pattern.finditer(text), *joined.finditer(text)]
    telling = {found.span() for found in every if tells(found[0], "en", source) is not False}
    asked = {found.span() for found in foreign_word._maybe_foreign(text, "en", source)}
    assert telling <= asked <= {found.span() for found in every}
    nouns = [found["noun"] for found in foreign_word._NOUN.finditer(text)]
    german = [noun for noun in nouns if foreign_word._is_german(noun, "en")]
    assert not german or any(map(foreign_word._may_be_german("en"), letter_runs(text)))


@given(TEXTS)
def test_every_unlikely_word_is_a_run_of_letters(text: str) -> None:
    much_rarer = unlikely_word._is_much_rarer("en")
    words = unlikely_word._WORD.findall(text)
    assert {word for word in words if much_rarer(word)} <= letter_runs(text)
