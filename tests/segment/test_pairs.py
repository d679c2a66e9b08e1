"""A source that came as one text is laid beside the target; the languages of both are told."""

from dataclasses import replace

from audit.model.place import Span
from audit.model.text import Document, Pair
from audit.segment import segment

TEXT = "The mayor left Lutsk.\n\n  Nobody knows why. \n"
SOURCE = "Мер залишив Луцьк.\nНіхто не знає, чому він поїхав."

BOTH = Document(id="a", path="a.txt", text=TEXT, lang="en", source=SOURCE)


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


def test_texts_of_different_lengths_are_left_alone() -> None:
    done = segment(replace(BOTH, source=SOURCE + "\nТретій рядок."))
    assert done.pairs == ()
    assert done.aligned() == ()


def test_pairs_of_the_file_are_kept() -> None:
    own = (Pair(Span(0, 21), "Мер залишив Луцьк.", id="u1"), Pair(Span(23, 42), " "))
    done = segment(replace(BOTH, source=None, source_lang="uk-ua", pairs=own))
    assert done.pairs == own
    assert [(pair.source, pair.source_lang) for pair in done.aligned()] == [
        ("Мер залишив Луцьк.", "uk-UA")
    ]


def test_a_text_without_a_source_has_no_language_of_it() -> None:
    assert segment(replace(BOTH, source=None)).source_lang is None
