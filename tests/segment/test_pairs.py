"""A source that came as one text is laid beside the target; the languages of both are told."""

from dataclasses import replace

import pytest

from audit.model.place import Span
from audit.model.text import Document, Pair
from audit.segment import segment, share_paired

TEXT = "The mayor left Lutsk.\n\n  Nobody knows why. \n"
SOURCE = "Мер залишив Луцьк.\nНіхто не знає, чому він поїхав."

BOTH = Document(id="a", path="a.txt", text=TEXT, lang="en", source=SOURCE)


def laid(
    text: str, source: str, lang: str = "en", source_lang: str = "uk"
) -> list[tuple[str, str]]:
    """Both sides of each pair of a document with a source in one text."""
    done = segment(Document("a", "a.txt", text, lang=lang, source=source, source_lang=source_lang))
    return [(done.cut(pair.span), pair.source) for pair in done.pairs]


def test_lines_are_paired_one_by_one() -> None:
    done = segment(BOTH)
    assert [(done.cut(pair.span), pair.source) for pair in done.pairs] == [
        ("The mayor left Lutsk.", "Мер залишив Луцьк."),
        ("Nobody knows why.", "Ніхто не знає, чому він поїхав."),
    ]
    assert done.source_lang == "uk"
    first, second = done.aligned()
    assert second.at(0, 6) == Span(second.span.start, second.span.start + 6)
    assert (first.lang, first.source_lang) == ("en", "uk")


PARAGRAPH = (
    "The mayor of the town left it on May 12 by train. Nobody at the town hall of Lutsk wanted to"
    " say why. The council will elect somebody else on May 20."
)
LINES = (
    "Мер міста залишив його 12 травня потягом.\n"
    "Ніхто в мерії Луцька не захотів сказати, чому.\n"
    "Рада обере когось іншого 20 травня."
)


def test_sentences_of_one_paragraph_are_paired_with_lines() -> None:
    assert laid(PARAGRAPH, LINES) == [
        (
            "The mayor of the town left it on May 12 by train.",
            "Мер міста залишив його 12 травня потягом.",
        ),
        (
            "Nobody at the town hall of Lutsk wanted to say why.",
            "Ніхто в мерії Луцька не захотів сказати, чому.",
        ),
        ("The council will elect somebody else on May 20.", "Рада обере когось іншого 20 травня."),
    ]


def test_sentences_within_a_line_are_paired_where_they_are_clear() -> None:
    assert len(laid(PARAGRAPH, LINES.replace("\n", " "))) == 3


def test_two_sentences_of_the_source_may_be_one_of_the_target() -> None:
    source = "Мер міста залишив його 12 травня. Він поїхав потягом.\nНіхто в Луцьку не знає, чому."
    text = "The mayor of the town left it on May 12, by train. Nobody in Lutsk knows why."
    assert laid(text, source)[0] == (
        "The mayor of the town left it on May 12, by train.",
        "Мер міста залишив його 12 травня. Він поїхав потягом.",
    )


def test_a_sentence_that_was_left_out_has_a_pair_without_text() -> None:
    extra = "На вокзалі його проводжали дружина, двоє дітей і десятки журналістів із камерами."
    source = LINES.replace("\n", f"\n{extra}\n", 1)
    assert ("", extra) in laid(PARAGRAPH, source)


def test_texts_that_have_nothing_in_common_are_left_alone() -> None:
    done = segment(replace(BOTH, text="Yes.\n\nNo.", source=LINES * 5))
    assert done.pairs == ()
    assert done.aligned() == ()
    assert share_paired(done) == 0.0


def test_a_text_of_one_line_is_a_passage_as_it_stands() -> None:
    assert laid(" The mayor left.", "Мер поїхав. ") == [(" The mayor left.", "Мер поїхав. ")]


def test_an_empty_text_has_its_whole_source_for_a_pair() -> None:
    assert laid("", LINES) == [("", LINES)]


@pytest.mark.parametrize("lang", ["tlh", "und"])
def test_languages_of_which_nothing_is_known_are_aligned_by_length_alone(lang: str) -> None:
    assert len(laid(PARAGRAPH, LINES, source_lang=lang)) == 3


def test_pairs_of_the_file_are_kept() -> None:
    own = (Pair(Span(0, 21), "Мер залишив Луцьк.", id="u1"), Pair(Span(23, 42), " "))
    done = segment(replace(BOTH, source=None, source_lang="uk-ua", pairs=own))
    assert done.pairs == own
    assert [(pair.source, pair.source_lang) for pair in done.aligned()] == [
        ("Мер залишив Луцьк.", "uk-UA")
    ]


def test_a_text_without_a_source_has_no_language_of_it() -> None:
    assert segment(replace(BOTH, source=None)).source_lang is None
