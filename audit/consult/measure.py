"""Measuring models on sound texts, which gives the thresholds below which they doubt."""

from collections.abc import Iterable, Iterator

from audit.consult import questions
from audit.consult.damage import damaged_pairs, swapped
from audit.consult.scores import OF_PAIRS, Asked, pair_scores, word_scores
from audit.model.place import Span
from audit.model.text import Document, Segment
from audit.neural.calibration import PRIOR, Calibration, measured, name_of

Scores = tuple[list[float], list[float]]
"""Of sound passages, and of the same passages damaged."""


def measure(documents: Iterable[Document], model: Asked) -> Iterator[Calibration]:
    """A calibration of `model` for each language, or pair of languages, of sound documents.

    Documents are segmented, and annotated for a model that reads words; those in languages that the
    model does not read are left out. A kind without thresholds gives nothing.
    """
    kind = model.card.kind
    if kind not in PRIOR:
        return
    found: dict[tuple[str, str | None], Scores] = {}
    for document in documents:
        lang, source = _primary(document.lang), _primary(document.source_lang)
        if kind not in OF_PAIRS:
            source = None
        elif source is None:
            continue
        if lang is None or not all(model.card.knows(one) for one in (lang, source) if one):
            continue
        sound, damaged = found.setdefault((lang, source), ([], []))
        ours, theirs = (_of_pairs if kind in OF_PAIRS else _of_words)(document, model)
        sound += ours
        damaged += theirs
    for (lang, source), (sound, damaged) in sorted(found.items(), key=lambda one: str(one[0])):
        if steps := measured(sound, damaged):
            yield Calibration(
                name_of(model.card), kind, lang, source, len(sound), len(damaged), steps
            )


def _of_pairs(document: Document, model: Asked) -> Scores:
    pairs = questions.pairs(document)
    return pair_scores(model, pairs), pair_scores(model, list(damaged_pairs(pairs)))


def _of_words(document: Document, model: Asked) -> Scores:
    """The scores of all words; and of two words swapped in each sentence, that of the odder one."""
    sentences = questions.sentences(document)
    names = [mention.span for mention in document.mentions]
    found = word_scores(model, sentences, names)
    changed: list[Segment] = []
    places: list[Span] = []
    for sentence, words in zip(sentences, found, strict=True):
        spans = [word.span.shift(-sentence.span.start) for word in words]
        if len(spans) > 1:
            other, start, end = swapped(sentence, [(one.start, one.end) for one in spans])
            changed.append(other)
            places.append(sentence.at(start, end))
    damaged = [
        min((word.score for word in words if word.span.overlaps(place)), default=0.0)
        for words, place in zip(word_scores(model, changed), places, strict=True)
    ]
    return [word.score for words in found for word in words], damaged


def _primary(tag: str | None) -> str | None:
    return tag and tag.partition("-")[0].lower()
