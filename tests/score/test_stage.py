"""From findings to scores: samples, bands, page residue, gates, groups."""

from dataclasses import replace

import pytest

from audit.model.finding import Finding, FindingClass, Severity, State
from audit.model.mqm import MQM
from audit.model.score import Band, Gate, GateKind
from audit.model.text import Document
from audit.score import score
from tests.builders import document, entity, finding, mentions, rule
from tests.score.texts import article, error, scored


def chrome(doc: Document, at: str) -> Finding:
    return error(doc, at, Severity.NEUTRAL, mqm=MQM.PAGE_RESIDUE, kind=FindingClass.CHROME)


def test_a_score_is_given_from_500_words_on() -> None:
    short, long = article(499), article(500)
    made = scored(short, [error(short, "w7")])
    assert (made.penalty, made.quality, made.penalty_interval) == (None, None, None)
    assert (made.words, made.points, made.band) == (499, 5, Band.MODERATE)
    made = scored(long, [error(long, "w7")])
    assert (made.penalty, made.quality) == (10, 99)


@pytest.mark.parametrize(
    ("words", "severities", "band"),
    [
        (40, (), Band.CLEAN),
        (40, (Severity.NEUTRAL,), Band.CLEAN),
        (40, (Severity.MINOR,), Band.LIGHT),
        (499, (Severity.MINOR,) * 4, Band.LIGHT),
        (40, (Severity.MAJOR,), Band.MODERATE),
        (499, (Severity.MAJOR,) * 4, Band.MODERATE),
        (499, (Severity.MAJOR,) * 5, Band.HEAVY),
        (40, (Severity.CRITICAL,), Band.HEAVY),
        (2000, (Severity.CRITICAL,), Band.MODERATE),
        (1000, (Severity.MAJOR,), Band.LIGHT),
    ],
)
def test_bands(words: int, severities: tuple[Severity, ...], band: Band) -> None:
    doc = article(words)
    found = [error(doc, f"w{n} ", weight) for n, weight in enumerate(severities)]
    assert scored(doc, found).band is band


def test_the_quality_score_is_rounded_down_and_never_below_zero() -> None:
    doc = article(1000)
    light = error(doc, "w7 ", Severity.MINOR, mqm=MQM.PUNCTUATION)
    assert scored(doc, [light]).quality == 99.9
    assert scored(doc, [light]).penalty == 0.1
    assert scored(doc, []).quality == 100
    heavy = [error(doc, f"w{n}", Severity.CRITICAL) for n in range(100, 150)]
    made = scored(doc, heavy)
    assert (made.penalty, made.quality) == (1250, 0)


def test_lines_of_page_residue_have_neither_words_nor_errors() -> None:
    doc = document("One two three.\nShare on Facebook now\nFour five.")
    found = [chrome(doc, "Facebook"), error(doc, "Share"), error(doc, "now", confidence=0.1)]
    made = scored(doc, found)
    assert (made.words, made.points, made.expected_points, made.unsure) == (5, 0, 0, 0)
    assert (made.gauges.chrome_lines, made.gauges.chrome_words) == (1, 4)
    kept = [replace(found[0], state=State.SUPPRESSED), found[1]]
    assert (scored(doc, kept).words, scored(doc, kept).points) == (9, 5)


def test_two_findings_in_one_line_take_it_out_once() -> None:
    doc = document("Share on Facebook now\nFour five.")
    assert scored(doc, [chrome(doc, "Share"), chrome(doc, "now")]).words == 2


def test_a_text_of_page_residue_alone_is_held_and_has_no_band() -> None:
    doc = document("Share on Facebook")
    made = scored(doc, [chrome(doc, "Share")])
    assert (made.words, made.band, made.hold) == (0, None, True)


def test_style_is_a_gauge_of_any_class() -> None:
    doc = article(500)
    style = error(doc, "w7", mqm=MQM.AWKWARD_STYLE, kind=FindingClass.INFO)
    made = scored(doc, [style])
    assert (made.gauges.style_findings, made.points) == (1, 0)


NUMBER = rule("NUM003", mqm=MQM.MISTRANSLATION, finding_class=FindingClass.QUERY)
NAME = rule("NAM009", mqm=MQM.MISTRANSLATION, finding_class=FindingClass.QUERY)
QUERY = FindingClass.QUERY
DOC = article(20)


@pytest.mark.parametrize(
    ("made", "gates"),
    [
        (error(DOC, "w7", Severity.CRITICAL), [GateKind.CRITICAL]),
        (error(DOC, "w7", Severity.CRITICAL, confidence=0.1), [GateKind.CRITICAL]),
        (error(DOC, "w7", Severity.CRITICAL, kind=QUERY), [GateKind.CRITICAL]),
        (error(DOC, "w7", Severity.CRITICAL, kind=FindingClass.INFO), []),
        (error(DOC, "w7", Severity.CRITICAL, state=State.SUPPRESSED), []),
        (error(DOC, "w7"), []),
        (error(DOC, "w7", mqm=MQM.UNTRANSLATED), [GateKind.FOREIGN_SCRIPT]),
        (error(DOC, "w7", mqm=MQM.UNTRANSLATED, kind=QUERY), []),
        (chrome(DOC, "w7"), [GateKind.PAGE_RESIDUE]),
        (finding(DOC, "w7", by=NAME), [GateKind.NAME_QUERY]),
        (replace(error(DOC, "w7", kind=QUERY), entity="e1"), [GateKind.NAME_QUERY]),
        (finding(DOC, "w7", by=NUMBER), [GateKind.NUMBER_QUERY]),
        (error(DOC, "w7", mqm=MQM.DATE_FORMAT, kind=QUERY), [GateKind.NUMBER_QUERY]),
        (error(DOC, "w7", mqm=MQM.NAME_FORMAT, kind=QUERY), []),
        (error(DOC, "w7", mqm=MQM.DATE_FORMAT), []),
        (error(DOC, "w7", kind=QUERY), []),
    ],
)
def test_gates(made: Finding, gates: list[GateKind]) -> None:
    result = scored(DOC, [made])
    assert [gate.kind for gate in result.gates] == gates
    assert result.hold is bool(gates)


def test_a_gate_names_its_findings_and_tells_new_ones_from_known() -> None:
    one, two = chrome(DOC, "w7"), replace(chrome(DOC, "w15"), state=State.KNOWN)
    gone = replace(chrome(DOC, "w18"), state=State.SUPPRESSED)
    expected = Gate(GateKind.PAGE_RESIDUE, (one.fingerprint, two.fingerprint), 1)
    assert scored(DOC, [one, two, gone]).gates == (expected,)


def test_short_articles_are_pooled_by_publisher_and_language() -> None:
    docs = [
        article(300, "a", "Post"),
        article(300, "b", "Post"),
        article(300, "c", None, "de"),
    ]
    made = score(docs, [error(docs[1], "w7")], dict.fromkeys("abc", 300), {})
    assert [made.documents[id_].quality for id_ in "abc"] == [None] * 3
    assert (made.feed.words, made.feed.points, made.feed.quality) == (900, 5, 99.4)
    assert [(g.name, g.documents, g.score.quality) for g in made.publishers] == [("Post", 2, 99.1)]
    assert [(g.name, g.documents, g.score.quality) for g in made.languages] == [
        ("de", 1, None),
        ("en", 2, 99.1),
    ]


def test_identical_errors_in_two_documents_are_two() -> None:
    docs = [article(300, "a"), article(300, "b")]
    made = score(docs, [error(doc, "w7") for doc in docs], dict.fromkeys("ab", 300), {})
    assert made.feed.points == 10


def test_what_could_not_be_analysed_has_no_score() -> None:
    whole, cut = article(300, "a"), replace(article(300, "b"), segments=())
    made = score([whole, cut], [], {"a": 300, "b": 300}, {})
    assert set(made.documents) == {"a"}
    assert made.feed.words == 300


def test_an_empty_feed_has_an_empty_score() -> None:
    made = score([], [], {}, {})
    assert (made.documents, made.feed.band, made.feed.words) == ({}, None, 0)


def test_an_entity_alone_closes_nothing() -> None:
    doc = document("Lee left.")
    seen = entity("Lee", mentions([doc], "Lee"))
    assert scored(doc, [finding(doc, "Lee", entity=seen.id)]).gates == ()
