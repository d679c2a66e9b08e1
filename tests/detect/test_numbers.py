"""Numbers of a stretch beside its source: what is said, where, and what is let pass."""

import pytest

from audit.detect import load
from audit.model.finding import FindingClass, Hit
from tests.detect import engine

RULES = [rule for rule in load().values() if "NUM013" <= rule.id <= "NUM020"]


def said(source: str, text: str, source_lang: str, lang: str = "en") -> list[tuple[str, str]]:
    """The rules that speak, and the text they stand on."""
    return [
        (rule, text[hit.at.start : hit.at.end])
        for rule, hit in hits(source, text, source_lang, lang)
    ]


def hits(source: str, text: str, source_lang: str, lang: str) -> list[tuple[str, Hit]]:
    document = engine.document(text, lang, source=(source, source_lang))
    return [(rule.id, hit) for rule in RULES for hit in engine.run(rule, [document])]


def test_a_number_may_move_to_the_next_stretch() -> None:
    source = "Прийшли 17 людей і сіли.\nВони мовчали."
    assert said(source, "People came.\nThe 17 sat down and kept silent.", "uk") == []
    assert said(source, "People came.\nThey kept silent.", "uk") == [("NUM013", "People came.")]


def test_both_passages_are_named() -> None:
    ((rule, hit),) = hits("Es waren 53 Leute.", "There were 35 people.", "de", "en")
    assert rule == "NUM015"
    assert hit.source is not None
    assert (hit.source.pair, hit.source.text) == (0, "53")
    assert dict(hit.values) == {"source": "53", "target": "35"}


def test_spelled_out_numbers_are_queries() -> None:
    ((_, hit),) = hits("Es waren drei Leute.", "There were five people.", "de", "en")
    assert hit.finding_class is FindingClass.QUERY


def test_one_of_two_equal_numbers_changed() -> None:
    found = said("10 мужчин и 10 женщин", "10 men and 12 women", "ru")
    assert found == [("NUM015", "12")]


def test_a_lost_date_is_one_finding() -> None:
    found = said("Це сталося 5 травня 2021 року в Києві.", "It happened in Kyiv.", "uk")
    assert found == [("NUM013", "It happened in Kyiv.")]


def test_a_scale_slip_says_how_large_it_is() -> None:
    ((rule, hit),) = hits("耗资4050万元。", "It cost 4050 million yuan.", "zh", "en")
    assert rule == "NUM016"
    assert ("factor", "100") in hit.values
    assert ("way", "large") in hit.values


@pytest.mark.parametrize(
    ("source", "text", "source_lang", "lang"),
    [
        ("Начало в 22-00.", "It begins at 10 p.m.", "ru", "en"),
        ("Собралось около 2598 человек.", "About 2,600 people came.", "ru", "en"),
        ("Матч 1/8 финала", "A match of the round of 16", "ru", "en"),
        ("Він купив 2 квитки.", "He bought a couple of tickets.", "uk", "en"),
        ("Es stieg um 50 Prozent.", "It rose by half.", "de", "en"),
        ("25日，他说", "On July 25, he said", "zh", "en"),
        ("Die Hälfte der 60 Gäste", "Half of the 60 guests", "de", "en"),
        ("The farm has 5,000 acres.", "Der Hof hat 20 km².", "en", "de"),
        ("It costs $156.2 million.", "费用为 1.562 亿美元。", "en", "zh"),
        ("It cost £100 million.", "Це коштувало 130 млн доларів.", "en", "uk"),
        ("The F-16 and 5G", "F-16 та 5G", "en", "uk"),
        ("Pro 10 May Day Edition", "Видання Pro 10 May Day Edition", "en", "uk"),
        ("5 000 000", "no numbers", "xx", "en"),
        ("no numbers", "5 000 000", "en", "xx"),
    ],
)
def test_silent(source: str, text: str, source_lang: str, lang: str) -> None:
    assert said(source, text, source_lang, lang) == []


def test_nothing_is_said_of_what_was_not_translated() -> None:
    same = "Es waren 53 Leute."
    assert said(same, same, "de") == []
