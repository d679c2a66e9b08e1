"""Adequacy: how near a translation and its source are in meaning, by the cosine of two vectors.

The encoder puts sentences of any language into one space. What it cannot see: a negation, a date, a
number or a name that was changed moves the vector hardly at all; the rules on numbers, names and
negation find those. See docs/neural.md for what was measured.
"""

import math
from collections.abc import Sequence
from typing import Any, Protocol

from audit.model.card import ModelCard
from audit.neural.base import TextPair

DIGITS = 4
"""Decimal places of an answer: more differ between processors and mean nothing."""


class Encoder(Protocol):
    """Makes a vector of each text."""

    def encode(self, texts: Sequence[str]) -> Any:
        """A row of numbers for each text, in order: a matrix of NumPy, rows of any length."""
        ...


class Nearness:
    """Answers how near the two texts of a pair are: -1 to 1."""

    def __init__(self, encoder: Encoder, card: ModelCard) -> None:
        self._encoder = encoder
        self.card = card

    def answers(self, asked: Sequence[TextPair]) -> list[float]:
        """The cosine of the vectors of source and target; 0 where one of them is blank."""
        import numpy as np  # noqa: PLC0415 - only where a model is asked

        if not asked:
            return []
        texts = list(dict.fromkeys(text for pair in asked for text in (pair.source, pair.target)))
        rows = dict(zip(texts, np.asarray(self._encoder.encode(texts), float), strict=True))
        return [_cosine(rows[pair.source], rows[pair.target], pair) for pair in asked]


def _cosine(one: Any, other: Any, pair: TextPair) -> float:
    length = math.sqrt(float(one @ one) * float(other @ other))
    if not length or not pair.source.strip() or not pair.target.strip():
        return 0.0
    return round(float(one @ other) / length, DIGITS)
