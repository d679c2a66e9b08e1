"""Scores that were kept are those that would be worked out, and answer no other question."""

from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from audit.model.finding import Applicability, Finding, FindingClass, Fix, Severity, State
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.score import Scores
from audit.score import Scored, Scoring, words_of
from audit.score.kept import question_of
from tests.score.texts import article, error, findings_in

DOCS = (article(600, "a", "Post"), article(130, "b"), article(40, "c", "Post", "de"))
WORDS = {doc.id: words_of(doc) for doc in DOCS}
feeds = st.tuples(*(st.lists(findings_in(doc), max_size=6) for doc in DOCS))


class Disk:
    """Keeps scores as bytes, and counts those it gave back."""

    def __init__(self) -> None:
        self.kept: dict[bytes, bytes] = {}
        self.given = 0

    def get(self, question: bytes) -> Scored | None:
        if question not in self.kept:
            return None
        self.given += 1
        return msgspec.msgpack.decode(self.kept[question], type=Scored)

    def put(self, question: bytes, scored: Scored) -> None:
        self.kept[question] = msgspec.msgpack.encode(scored)


def scores(found: tuple[list[Finding], ...], disk: Disk | None = None) -> Scores:
    scoring = Scoring({"grammar": 2.0}, disk)
    made = {
        doc.id: scoring.add(doc, findings, WORDS[doc.id])
        for doc, findings in zip(DOCS, found, strict=True)
    }
    return scoring.scores({id_: score for id_, score in made.items() if score})


@given(feeds, feeds)
def test_warm_scores_are_cold_ones(
    before: tuple[list[Finding], ...], now: tuple[list[Finding], ...]
) -> None:
    disk = Disk()
    scores(before, disk)
    for found in (now, before, now):
        assert scores(found, disk) == scores(found)
    assert disk.given >= sum(map(bool, (*before, *now)))


def test_whatever_bears_on_a_score_is_part_of_the_question() -> None:
    one = error(DOCS[0], Span(0, 3), fix="x")
    words = WORDS["a"]
    changed = (
        replace(one, span=Span(0, 4)),
        replace(one, span=Span(1, 3)),
        replace(one, fingerprint="other"),
        replace(one, rule="NAM001"),
        replace(one, finding_class=FindingClass.QUERY),
        replace(one, severity=Severity.MINOR),
        replace(one, confidence=0.5),
        replace(one, mqm=MQM.PUNCTUATION),
        replace(one, state=State.KNOWN),
        replace(one, text="other"),
        replace(one, entity="e1"),
        replace(one, fixes=()),
        replace(one, fixes=(Fix("", Applicability.SAFE, "It is right."),)),
    )
    questions = {
        question_of(words, [one], {}),
        question_of(words, [one, one], {}),
        question_of(words, [one], {"grammar": 2.0}),
        question_of(WORDS["b"], [one], {}),
        *(question_of(words, [other], {}) for other in changed),
    }
    assert len(questions) == 4 + len(changed)
