"""What models make of what they are shown: one number for a pair or a word, the lower the worse."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from audit.model.card import ModelCard, ModelKind
from audit.model.place import Span
from audit.model.text import Aligned, Segment
from audit.neural.base import Fit, Text, TextPair

SURE = math.log(0.5)
"""Logarithm of the probability from which on a model is sure which word it expects."""

OF_PAIRS = (ModelKind.ADEQUACY, ModelKind.QUALITY, ModelKind.BACK_TRANSLATION)
"""The kinds of models that give a number for a pair."""


class Asked(Protocol):
    """A model that can be asked, its answers kept or not."""

    @property
    def card(self) -> ModelCard:
        """Which model this is."""
        ...

    def answers(self, asked: Sequence[Any]) -> Sequence[Any]:
        """One answer for each question, in order."""
        ...


@dataclass(frozen=True, slots=True)
class WordScore:
    """A word in a document: its score, 0 at best, and the word that the model had expected."""

    span: Span
    score: float
    expected: str


def pair_scores(model: Asked, pairs: Sequence[Aligned]) -> list[float]:
    """The score of each pair: what the model answers, or the chrF of its translation back.

    The latter is 0 to 100: how much of the source's character n-grams come back (Popović, chrF,
    WMT 2015).
    """
    if model.card.kind is not ModelKind.BACK_TRANSLATION:
        return [
            float(answer)
            for answer in model.answers(
                [TextPair(one.source, one.text, one.source_lang, one.lang) for one in pairs]
            )
        ]
    back = model.answers([Text(one.text, one.lang, one.source_lang) for one in pairs])
    return [_chrf(str(text), one.source) for text, one in zip(back, pairs, strict=True)]


def _chrf(text: str, reference: str) -> float:
    return round(float(_metric().sentence_score(text, [reference]).score), 2)


@cache
def _metric() -> Any:
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - only where a model translates

    return CHRF()


def word_scores(
    model: Asked, sentences: Sequence[Segment], apart: Sequence[Span] = ()
) -> list[list[WordScore]]:
    """The words of each sentence with their scores; words in `apart` (names) are left out.

    The score is how much less probable the word is than the one expected, a logarithm; 0 where the
    model is not sure what to expect, as with most nouns: only there can an odd word be told from a
    rare one.
    """
    answers: Sequence[Sequence[Fit]] = model.answers(
        [Text(one.text, one.lang) for one in sentences]
    )
    return [
        [word for word in _words(one, fits) if not any(map(word.span.overlaps, apart))]
        for one, fits in zip(sentences, answers, strict=True)
    ]


def _words(sentence: Segment, fits: Sequence[Fit]) -> Iterator[WordScore]:
    for fit in fits:
        if any(map(str.isdigit, sentence.text[fit.start : fit.end])):
            continue
        sure = fit.best_log_probability >= SURE
        score = fit.log_probability - fit.best_log_probability if sure else 0.0
        yield WordScore(sentence.at(fit.start, fit.end), round(score, 4) + 0.0, fit.best)
