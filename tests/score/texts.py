"""Texts and findings for the tests of scoring."""

from collections.abc import Sequence

from hypothesis import strategies as st

from audit.model.finding import (
    SEVERITIES,
    Applicability,
    Finding,
    FindingClass,
    Fix,
    Severity,
    State,
)
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.score import Score
from audit.model.text import Document
from audit.score import score
from audit.text.words import count_words
from tests import builders as make


def article(words: int, id: str = "a", publisher: str | None = None, lang: str = "en") -> Document:
    """An article of `words` different words, ten to a sentence and a sentence to a line."""
    body = [f"w{number}" for number in range(words)]
    lines = [" ".join(body[at : at + 10]) + "." for at in range(0, words, 10)]
    doc = make.document("\n".join(lines), id=id, lang=lang)
    return Document(**{**{n: getattr(doc, n) for n in doc.__slots__}, "publisher": publisher})


def error(
    doc: Document,
    at: str | Span,
    severity: Severity = Severity.MAJOR,
    *,
    mqm: MQM = MQM.GRAMMAR,
    confidence: float = 0.9,
    kind: FindingClass = FindingClass.ERROR,
    fix: str | None = None,
    state: State = State.NEW,
    rule: str = "XYZ001",
) -> Finding:
    """A finding of any kind; an error unless said otherwise."""
    fixes = () if fix is None else (Fix(fix, Applicability.SAFE, "It is right."),)
    return make.finding(
        doc,
        at,
        by=make.rule(rule, mqm=mqm, severity=severity, finding_class=kind),
        confidence=confidence,
        fixes=fixes,
        state=state,
    )


def scored(
    doc: Document, findings: Sequence[Finding], weights: dict[str, float] | None = None
) -> Score:
    """The score of one article."""
    words = {doc.id: count_words(doc.text, doc.lang)}
    return score([doc], findings, words, weights or {}).documents[doc.id]


def findings_in(doc: Document) -> st.SearchStrategy[Finding]:
    """Findings of every kind at any place of `doc`, often overlapping and often identical."""
    spans = st.tuples(
        st.integers(0, len(doc.text)), st.sampled_from([0, 1, 2, 3, 5, 8, 40, 300])
    ).map(lambda pair: Span(pair[0], min(pair[0] + pair[1], len(doc.text))))
    return st.builds(
        lambda at, severity, mqm, confidence, kind, fix, state, rule: error(
            doc,
            at,
            severity,
            mqm=mqm,
            confidence=confidence,
            kind=kind,
            fix=fix,
            state=state,
            rule=rule,
        ),
        spans,
        st.sampled_from(SEVERITIES),
        st.sampled_from([MQM.GRAMMAR, MQM.PUNCTUATION, MQM.UNTRANSLATED]),
        st.sampled_from([0.3, 0.69, 0.7, 1.0]),
        st.sampled_from(
            [FindingClass.ERROR, FindingClass.ERROR, FindingClass.QUERY, FindingClass.INFO]
        ),
        st.sampled_from([None, "x"]),
        st.sampled_from(State),
        st.sampled_from(["NAM001", "XYZ001", "XYZ002"]),
    )
