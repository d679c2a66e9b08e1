"""What a glossary sees in a document and its source."""

from dataclasses import replace

import pytest

from audit.annotate.terms import TermsSeen, terms_seen
from audit.glossary.concepts import Role, terms_of
from audit.model.place import Span
from audit.model.terms import EVERY_LANGUAGE, Concept, Glossary, Spelling, TermFate
from audit.model.text import Document, Pair
from audit.segment import segment

RU, EN = "ru", "en"


def concept(name: str, ru: str = "", *en: str, wrong: str = "", **facts: object) -> Concept:
    lists = {(Role.TERMS, EN): en, (Role.TERMS, RU): (ru,) if ru else ()}
    if wrong:
        lists[Role.FORBIDDEN, EN] = (wrong,)
    return Concept(name, terms_of(lists), **facts)  # type: ignore[arg-type]


def document(*pairs: tuple[str, str], date: str | None = None) -> Document:
    """A document of sources and targets."""
    spans, at = [], 0
    for _, target in pairs:
        spans.append(Span(at, at + len(target)))
        at += len(target) + 1
    made = Document(
        id="a",
        path="a",
        text="\n".join(target for _, target in pairs),
        lang=EN,
        source_lang=RU,
        date=date,
        pairs=tuple(Pair(span, source) for span, (source, _) in zip(spans, pairs, strict=True)),
    )
    return segment(made)


def seen(made: Document, *concepts: Concept) -> TermsSeen:
    return terms_seen(made, Glossary(concepts, repr(concepts)))


def fates(made: Document, *concepts: Concept) -> list[str]:
    return [one.fate.value for one in seen(made, *concepts).renderings]


BOAT = concept("boat", "катер", "patrol boat", "cutter", wrong="launch")


@pytest.mark.parametrize(
    ("target", "fate"),
    [
        ("Two patrol boats left.", TermFate.USED),
        ("Two cutters left.", TermFate.USED),
        ("Two launches left.", TermFate.REPLACED),
        ("Two boats on patrol left.", TermFate.REORDERED),
        ("Two ships left.", TermFate.MISSING),
    ],
)
def test_the_fate_of_a_term_is_told(target: str, fate: TermFate) -> None:
    (one,) = seen(document(("Два катера вышли.", target)), BOAT).renderings
    assert one.fate is fate
    assert one.expected == "patrol boat"
    assert one.source.text == "катера"


def test_a_term_may_stand_in_the_passage_beside() -> None:
    made = document(("Катер вышел.", "It left."), ("Он пуст.", "The patrol boat is empty."))
    assert fates(made, BOAT) == ["near"]


def test_a_part_will_do_once_the_whole_was_said() -> None:
    boat = concept("boat", "катер", "patrol boat")
    rest = ("Море.", "The sea."), ("Катер пуст.", "The boat is empty.")
    assert fates(document(("Катер.", "A patrol boat."), *rest), boat) == ["used", "shortened"]
    assert fates(document(*rest), boat) == ["missing"]


def test_what_was_not_translated_is_left_to_others() -> None:
    assert fates(document(("Катер вышел.", "")), BOAT) == []


def test_homonyms_of_the_source_tell_nothing() -> None:
    other = concept("key", "катер", "speedboat")
    assert fates(document(("Катер вышел.", "It left.")), BOAT, other) == []


def test_a_concept_holds_from_its_day() -> None:
    later = replace(BOAT, since="2024-05-01", until="2024-06-01")
    for date, count in (("2024-04-30", 0), ("2024-05-01", 1), ("2024-06-01T10:00", 1),
                        ("2024-06-02", 0), (None, 1)):  # fmt: skip
        made = document(("Катер вышел.", "The launch left."), date=date)
        assert len(seen(made, later).renderings) == count
        assert len(seen(made, later).uses) == count


@pytest.mark.parametrize(
    ("source", "confidence"), [("Катер вышел.", 0.95), ("Запуск удался.", 0.55)]
)
def test_a_forbidden_term_is_weighed_by_its_source(source: str, confidence: float) -> None:
    (use,) = seen(document((source, "The launch was fine.")), BOAT).uses
    assert (use.term.text, use.confidence) == ("launch", confidence)


def test_what_another_concept_accepts_is_no_fault_without_a_source() -> None:
    start = concept("start", "запуск", "launch")
    made = replace(document(("", "The launch was fine.")), pairs=())
    uses = seen(made, BOAT, start).uses
    assert [use.concept.id for use in uses] == ["start"]
    (use,) = seen(made, BOAT).uses
    assert use.confidence == 0.85


def test_a_name_that_holds_a_term_is_not_the_term() -> None:
    premier = Concept(
        "p", terms_of({(Role.TERMS, EN): ("premier",), (Role.TERMS, RU): ("премьер",)})
    )
    glossary = Glossary((premier,), "p")
    for source, count in (("He joined the Premier League.", 0), ("Premier Novak left.", 1)):
        made = Document(
            "a", "a", "Он ушёл.", lang=RU, source_lang=EN, pairs=(Pair(Span(0, 8), source),)
        )
        assert len(terms_seen(segment(made), glossary).renderings) == count


STARLINK = Concept(
    "starlink", terms_of({(Role.TERMS, EVERY_LANGUAGE): ("Starlink",)}), translate=False
)


@pytest.mark.parametrize(
    ("target", "fate"),
    [
        ("Starlink fails", "used"),
        ("STARLINK FAILS", "used"),
        ("starlink fails", "replaced"),
        ("The star link fails", "missing"),
    ],
)
def test_what_is_not_translated_stays_as_it_is(target: str, fate: str) -> None:
    assert fates(document(("Starlink отказал", target)), STARLINK) == [fate]


def test_the_spelling_of_a_use_is_told() -> None:
    cyber = concept("cyber", "", "cybersecurity")
    uses = seen(document(("", "On cyber security and cybersecurity.")), cyber).uses
    assert [use.spelling for use in uses] == [Spelling.JOINED, Spelling.SAME]


def test_one_language_is_no_translation() -> None:
    made = replace(document(("Катер вышел.", "The cutter left.")), source_lang=EN)
    assert seen(made, BOAT).renderings == ()


def test_no_glossary_sees_nothing() -> None:
    assert terms_seen(document(("Катер.", "A boat.")), Glossary()) == TermsSeen()
