"""Every rule does on its own examples what they say; its words are fit to print."""

import pytest

from audit.detect import load
from audit.model.rule import Bad, Good, Rule
from audit.model.text import Document
from tests.detect import engine

RULES = tuple(load().values())


def _cases(kind: type[Bad] | type[Good]) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.examples)
        if isinstance(example, kind)
    ]


@pytest.mark.parametrize(("rule", "example"), _cases(Bad))
def test_reports_exactly_what_is_marked(rule: Rule, example: Bad) -> None:
    marked = [engine.unmark(text) for text in example.texts]
    documents = engine.documents(example)
    hits = engine.run(rule, documents)
    found = [
        (hit.document, documents_text(documents, hit.document)[hit.at.start : hit.at.end])
        for hit in hits
    ]
    wanted = [
        (doc.id, doc.cut(span))
        for doc, each in zip(documents, marked, strict=True)
        for span in each.spans
    ]
    assert found == wanted
    assert [hit.at for hit in hits] == [span for each in marked for span in each.spans]
    if example.fixed is not None:
        own = [hit for hit in hits if hit.document == documents[0].id]
        assert engine.fixed(documents[0].text, own) == example.fixed


def documents_text(documents: list[Document], name: str) -> str:
    return next(each.text for each in documents if each.id == name)


@pytest.mark.parametrize(("rule", "example"), _cases(Good))
def test_is_silent_on_near_misses(rule: Rule, example: Good) -> None:
    documents = engine.documents(example)
    hits = engine.run(rule, documents)
    assert [
        documents_text(documents, hit.document)[hit.at.start : hit.at.end] for hit in hits
    ] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_messages_and_hits_are_well_formed(rule: Rule) -> None:
    for example in rule.examples:
        if not isinstance(example, Bad):
            continue
        documents = engine.documents(example)
        for hit in engine.run(rule, documents):
            message = rule.says.format(**dict(hit.values))
            assert message.strip()
            assert "{" not in rule.says.format(**{name: "" for name, _ in hit.values})
            assert 0.0 < hit.confidence <= 1.0
            for fix in hit.fixes:
                assert fix.because
            for other in hit.related:
                if not other.document.startswith("authority:"):
                    text = documents_text(documents, other.document)
                    assert text[other.span.start : other.span.end] == other.text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_explains_itself(rule: Rule) -> None:
    bad = [each for each in rule.examples if isinstance(each, Bad)]
    good = [each for each in rule.examples if isinstance(each, Good)]
    assert len(bad) >= 2, "at least two bad examples"
    assert len(good) >= 2, "at least two good examples"
    assert all(any(engine.OPEN in text for text in each.texts) for each in bad)
    assert not any(engine.OPEN in text for each in good for text in each.texts)
    first = rule.why.strip()
    assert first[0].isupper() or not first[0].isalpha()
    assert first.endswith("."), "why is a full sentence"
    assert len(first.split()) >= 5, "why is a full sentence"
    module = __import__(rule.check.__module__, fromlist=["__doc__"])
    assert module.__doc__
    assert module.__doc__.startswith(rule.id)


def test_names_are_those_of_the_functions() -> None:
    for rule in RULES:
        assert rule.name == rule.check.__name__.replace("_", "-")
