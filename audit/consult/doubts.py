"""From what models answer to what they doubt: scores that sound text seldom has."""

from collections.abc import Iterator
from dataclasses import replace

from audit.consult import questions
from audit.consult.scores import OF_PAIRS, Asked, pair_scores, word_scores
from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.text import Aligned, Document
from audit.neural.base import Judgement, TextPair
from audit.neural.calibration import Calibration, Calibrations

NEEDS_THRESHOLD = (ModelKind.FLUENCY, ModelKind.ADEQUACY, ModelKind.BACK_TRANSLATION)
"""The kinds of models that nothing is to be had from where sound text was not measured."""

UNMEASURED_SHARE = 0.05
"""Share of the pairs of a document that are told as the worst where no threshold is known."""
UNMEASURED_CONFIDENCE = 0.35
"""Share of machine-translated segments in which professionals mark a major error of accuracy, on
the development data: of a pair that is only the worst of its document, no more is known."""


def consult(document: Document, model: Asked, known: Calibrations) -> Document:
    """The document with all that `model` doubts in it, beside what others do, in order of place.

    Raises what the model raises.
    """
    found = tuple(_doubts(document, model, known))
    if not found:
        return document
    every = sorted((*document.doubts, *found), key=lambda one: (one.span, one.kind))
    return replace(document, doubts=tuple(every))


def silence(document: Document, model: Asked, known: Calibrations) -> str:
    """Why a model has nothing to say of a document; empty where it may have."""
    kind, name = model.card.kind, model.card.name
    needs_source = kind is not ModelKind.FLUENCY
    if needs_source and not document.pairs:
        return ""  # there is nothing to compare, which nobody expects of a model of pairs
    source = document.source_lang if needs_source else None
    langs = [one for one in (source, document.lang) if one is not None]
    if unread := [lang for lang in langs if not model.card.knows(lang)]:
        return f"{kind}: the model {name} does not read {' and '.join(unread)}, so it was not asked"
    if kind in NEEDS_THRESHOLD and known.of(model.card, document.lang, source) is None:
        return (
            f"{kind}: no threshold of the model {name} is known for {'-'.join(langs)}, so it was "
            "not asked; mtaudit calibrate measures one"
        )
    return ""


def _doubts(document: Document, model: Asked, known: Calibrations) -> Iterator[Doubt]:
    kind = model.card.kind
    if kind is ModelKind.FLUENCY:
        yield from _of_words(document, model, known)
        return
    compared = questions.pairs(document)
    if kind is ModelKind.JUDGE:
        yield from _of_judge(compared, model)
    elif kind in OF_PAIRS and compared:
        measured = known.of(model.card, document.lang, document.source_lang)
        if measured is not None:
            yield from _of_pairs(compared, model, measured)
        elif kind is ModelKind.QUALITY:
            yield from _worst(compared, model)


def _of_pairs(compared: list[Aligned], model: Asked, measured: Calibration) -> Iterator[Doubt]:
    """The pairs whose scores are rare among those of sound ones."""
    for pair, score in zip(compared, pair_scores(model, compared), strict=True):
        if step := measured.rarest(score):
            yield Doubt(
                kind=model.card.kind,
                span=pair.span,
                model=model.card.name,
                score=score,
                rate=step.rate,
                confidence=measured.confidence(step),
                pair=pair.number,
            )


def _worst(compared: list[Aligned], model: Asked) -> Iterator[Doubt]:
    """The worst pairs of a document, where it is not known what a bad score is."""
    scores = pair_scores(model, compared)
    count = int(UNMEASURED_SHARE * len(scores))
    ranked = sorted(range(len(scores)), key=lambda number: (scores[number], number))
    for number in ranked[:count]:
        pair = compared[number]
        yield Doubt(
            kind=model.card.kind,
            span=pair.span,
            model=model.card.name,
            score=scores[number],
            confidence=UNMEASURED_CONFIDENCE,
            pair=pair.number,
        )


def _of_words(document: Document, model: Asked, known: Calibrations) -> Iterator[Doubt]:
    """The words that fit worse than words of sound text do, names among them."""
    measured = known.of(model.card, document.lang)
    if measured is None:
        return
    for words in word_scores(model, questions.sentences(document)):
        for word in words:
            if step := measured.rarest(word.score):
                yield Doubt(
                    kind=model.card.kind,
                    span=word.span,
                    model=model.card.name,
                    score=word.score,
                    rate=step.rate,
                    confidence=measured.confidence(step),
                    expected=word.expected,
                )


def _of_judge(compared: list[Aligned], model: Asked) -> Iterator[Doubt]:
    """What a judge marks, as it stands; a place outside of the text is the judge's fault."""
    asked = [TextPair(one.source, one.text, one.source_lang, one.lang) for one in compared]
    for pair, marks in zip(compared, model.answers(asked), strict=True):
        marked: tuple[Judgement, ...] = tuple(marks)
        for one in marked:
            if 0 <= one.start < one.end <= len(pair.text) and 0 < one.confidence <= 1:
                yield Doubt(
                    kind=model.card.kind,
                    span=pair.at(one.start, one.end),
                    model=model.card.name,
                    score=one.confidence,
                    confidence=one.confidence,
                    pair=pair.number,
                    says=one.says,
                    mqm=one.mqm,
                )
