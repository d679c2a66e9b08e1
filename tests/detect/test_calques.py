"""The lexicons of calques are sound; what is quoted or in another language is left alone."""

from importlib.resources import files

import pytest

from audit.detect import load
from audit.detect.calques import lexicon
from audit.detect.calques.lexicon import Entry, Kind, lexicon_of, turns
from audit.detect.quoted import is_quoted
from tests.detect import engine

NOT_LANGUAGES = {"articles", "outlets"}

ENTRIES = [
    pytest.param(lang, entry, id=f"{lang}-{entry.kind}-{number}")
    for lang in sorted(lexicon.LANGUAGES)
    for number, entry in enumerate(getattr(lexicon_of(lang), "entries", ()))
]


def found(text: str, kind: Kind, lang: str = "en") -> list[str]:
    return [text[slice(*one.marked)] for one in turns(engine.document(text, lang), kind)]


def test_languages_are_the_files() -> None:
    folder = files("audit.detect.calques") / "data"
    names = {file.name.removesuffix(".toml") for file in folder.iterdir()}
    assert names - NOT_LANGUAGES == lexicon.LANGUAGES


@pytest.mark.parametrize(("lang", "entry"), ENTRIES)
def test_an_entry_is_sound(lang: str, entry: Entry) -> None:
    known = lexicon_of(lang)
    assert known is not None
    assert known.phrases._phrases[known.entries.index(entry)].pattern
    assert 0.5 <= entry.sure <= 1.0
    for better in entry.better:
        assert better == better.strip()
        assert better not in {"", entry.find}


@pytest.mark.parametrize(("lang", "entry"), ENTRIES)
def test_no_proposal_is_a_turn_of_phrase_itself(lang: str, entry: Entry) -> None:
    for better in entry.better:
        document = engine.document(f"{better} x", lang)
        assert [one for one in turns(document, entry.kind) if one.entry.kind is Kind.TURN] == []


@pytest.mark.parametrize(
    "quotation",
    [
        "“This was reported by {} in social networks,” she said.",
        '"He acts with reference to sources in social networks," she said.',
        "«Locals write in social networks», he said.",
        "“Locals write in social networks and nowhere else",
    ],
)
def test_the_words_of_others_are_left_alone(quotation: str) -> None:
    for kind in (Kind.ATTRIBUTION, Kind.TURN):
        assert found(quotation, kind) == []


def test_a_lone_straight_mark_opens_no_quotation() -> None:
    text = 'A board of 5" width. Locals write in social networks.'
    assert found(text, Kind.TURN) == ["in social networks"]
    assert not is_quoted(text, 30, 40)


def test_a_passage_in_another_language_is_left_alone() -> None:
    text = (
        "Це сталося вчора. The locals there always write about that in social networks every day."
    )
    document = engine.document(text, "uk")
    assert list(turns(document, Kind.TURN)) == []


def test_a_turn_over_two_lines_is_none() -> None:
    assert found("He lay on the territory\nof Ukraine.", Kind.TURN) == []


def test_rules_know_only_languages_with_a_file() -> None:
    for rule in load().values():
        if rule.id.startswith("CAL"):
            assert rule.languages
            assert rule.languages <= lexicon.LANGUAGES


def test_a_term_that_asks_for_company_needs_it_in_its_sentence() -> None:
    assert found("Envoys of both Koreas met in the neutral zone.", Kind.TERM) == ["neutral zone"]
    assert found("Korea lost. The puck stayed in the neutral zone.", Kind.TERM) == []
