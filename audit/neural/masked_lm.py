"""Fluency: how well each word fits between its neighbours, by a masked language model.

A word is hidden, all its pieces at once, and the model says how probable it is there and which word
it had expected (Salazar et al., Masked Language Model Scoring, ACL 2020; hiding all pieces of a
word keeps those that are left from giving it away, Kauf and Ivanova, ACL 2023). One reading a word:
the slowest of all signals, and the only one that needs no source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.base import Fit, Text
from audit.neural.encoder import Encoder, Floats, Head
from audit.neural.load import encoder
from audit.neural.request import ModelRequest

DIGITS = 4
"""Decimal places of an answer: more differ between processors and mean nothing."""

_APOSTROPHES = "'’"
_IDEOGRAPHS = ("\u2e80", "\ua4cf")
"""Scripts that write no blanks between words: a piece there is as good as a word."""


@dataclass(frozen=True, slots=True)
class Word:
    """`text[start:end]`, which is the pieces `first` to `last` of an encoding, half open."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Hidden:
    """An encoding in which one word is hidden: what the model is to read."""

    ids: tuple[int, ...]
    attention_mask: Sequence[int]
    type_ids: Sequence[int]


class MaskedFluency:
    """Answers how well the words of a text fit, with one loaded masked language model."""

    def __init__(self, model: Encoder) -> None:
        """Raises `ConfigError` for a model that has no piece to hide a word with."""
        self.card = model.card(ModelKind.FLUENCY)
        if model.tokens.mask is None:
            raise ConfigError(f"the model “{self.card.name}” is no masked one: it hides no words")
        self._model = model
        self._mask = model.tokens.mask

    def answers(self, asked: Sequence[Text]) -> list[tuple[Fit, ...]]:
        """The words of each text in order, each with how well it fits."""
        return [tuple(self._fits(one.text)) for one in asked]

    def _fits(self, text: str) -> Iterator[Fit]:
        seen = list(words_by_window(text, self._model.tokens.windows(text)))
        rows = self._model.chances(
            [self._hidden(window, word) for window, word in seen],
            [range(word.first, word.last) for _, word in seen],
        )
        for (window, word), chances in zip(seen, rows, strict=True):
            yield self._fit(window, word, chances)

    def _hidden(self, window: Any, word: Word) -> _Hidden:
        ids = list(window.ids)
        ids[word.first : word.last] = [self._mask] * (word.last - word.first)
        return _Hidden(tuple(ids), window.attention_mask, window.type_ids)

    def _fit(self, window: Any, word: Word, chances: Floats) -> Fit:
        own = chances[range(len(chances)), window.ids[word.first : word.last]]
        return Fit(
            start=word.start,
            end=word.end,
            log_probability=_rounded(own),
            best=self._model.tokens.text([int(one) for one in chances.argmax(-1)]),
            best_log_probability=_rounded(chances.max(-1)),
        )


def _rounded(chances: Floats) -> float:
    """The sum of logarithms; never a minus before 0."""
    return round(float(chances.sum(dtype=np.float64)), DIGITS) + 0.0


def words_by_window(text: str, windows: Sequence[Any]) -> Iterator[tuple[Any, Word]]:
    """The words of a text in order, each with the window in which most of its context stands.

    Windows are encodings that overlap, in order; two share their overlap in the middle.
    """
    cuts = [(_first(later) + _end(earlier)) // 2 for earlier, later in pairwise(windows)]
    for window, begin, end in zip(windows, [0, *cuts], [*cuts, len(text)], strict=True):
        for word in words(text, window):
            if begin <= word.start < end:
                yield window, word


def words(text: str, window: Any) -> list[Word]:
    """The words that an encoding holds, as runs of pieces; those without a letter are left out.

    Pieces are of one word where the letters, digits and marks of an alphabet go on across their
    border; so is an apostrophe between letters.
    """
    found: list[Word] = []
    places = zip(window.offsets, window.special_tokens_mask, strict=True)
    for number, ((begin, end), special) in enumerate(places):
        start = end - len(text[begin:end].lstrip())  # SentencePiece gives blanks to words
        if special or start >= end:
            continue
        last = found[-1] if found else None
        if last and last.end == start and last.last == number and _goes_on(text, start):
            found[-1] = Word(last.start, end, last.first, number + 1)
        else:
            found.append(Word(start, end, number, number + 1))
    return [one for one in found if any(map(str.isalpha, text[one.start : one.end]))]


def _first(window: Any) -> int:
    """Where the text of an encoding begins."""
    return min((start for start, end in window.offsets if end), default=0)


def _end(window: Any) -> int:
    """Where the text of an encoding ends."""
    return max((end for _, end in window.offsets), default=0)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on across `at`."""
    return _of_word(text, at - 1) and _of_word(text, at)


def _of_word(text: str, at: int) -> bool:
    """Whether a character is part of a word of an alphabet."""
    char = text[at]
    if char in _APOSTROPHES:
        return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
    marks = "\u0300" <= char <= "\u036f"
    return (char.isalnum() or marks) and not _IDEOGRAPHS[0] <= char <= _IDEOGRAPHS[1]


def masked_fluency(request: ModelRequest) -> MaskedFluency:
    """The masked language model that `request` names.

    Raises as `load.encoder` does, and `ConfigError` for a model without a mask.
    """
    return MaskedFluency(encoder(request, Head.WORDS))
