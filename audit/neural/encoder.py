"""A text encoder that was loaded: its tokenizer, its network, and what its files say.

Whether torch or onnxruntime computes the network makes no difference above this module.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from audit.model.card import ModelCard, ModelKind
from audit.neural.files import ModelFiles
from audit.neural.readme import card_of
from audit.neural.request import Runtime
from audit.neural.tokens import Tokens

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]


class Head(StrEnum):
    """What an encoder gives for the pieces that it reads."""

    LABELS = "token-classification"
    """A score of each label for each piece."""
    WORDS = "fill-mask"
    """A score of each piece of the vocabulary for each place."""
    SCORE = "text-classification"
    """One row of scores for the whole."""
    VECTORS = "feature-extraction"
    """A vector for each piece."""


class Network(Protocol):
    """What computes; holds nothing from one call to the next."""

    @property
    def engine(self) -> str:
        """The library with its version, and on what it computes."""
        ...

    def run(self, ids: Ids, mask: Ids, types: Ids) -> Floats:
        """The head's numbers for rows of pieces of one length; `mask` is 0 at what fills up."""
        ...

    def chances(self, ids: Ids, mask: Ids, types: Ids, at: Ids) -> Floats:
        """How probable each piece of the vocabulary is at the places `at`, of shape (rows, places).

        Natural logarithms, of shape (rows, places, pieces of the vocabulary): at all places of a
        batch they would fill gigabytes.
        """
        ...


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded encoder. `settings` is its `config.json`."""

    files: ModelFiles
    settings: Mapping[str, Any]
    tokens: Tokens
    network: Network
    runtime: Runtime

    def card(self, kind: ModelKind) -> ModelCard:
        """The card of the model as it serves for `kind`."""
        return card_of(self.files, kind, self.network.engine)

    def outputs(self, encodings: Sequence[Any]) -> Iterator[Floats]:
        """The network's numbers for each of `encodings`, in order, what filled it up cut off.

        Encodings are as `Tokens` gives them; no more than a batch of them is computed at once.
        """
        for batch in self._batches(encodings):
            rows = self.network.run(*self._filled(batch))
            for one, row in zip(batch, rows, strict=True):
                yield row if row.ndim == 1 else row[: len(one.ids)]

    def chances(self, encodings: Sequence[Any], at: Sequence[range]) -> Iterator[Floats]:
        """How probable each piece of the vocabulary is at the places `at` of each encoding.

        Natural logarithms, one row for each place; none of `at` is empty.
        """
        places = iter(at)
        for batch in self._batches(encodings):
            here = [next(places) for _ in batch]
            most = max(map(len, here))
            filled = np.array([[*one, *[one[-1]] * (most - len(one))] for one in here], np.int64)
            rows = self.network.chances(*self._filled(batch), filled)
            yield from (row[: len(one)] for one, row in zip(here, rows, strict=True))

    def _batches(self, encodings: Sequence[Any]) -> Iterator[Sequence[Any]]:
        for first in range(0, len(encodings), self.runtime.batch):
            yield encodings[first : first + self.runtime.batch]

    def _filled(self, batch: Sequence[Any]) -> tuple[Ids, Ids, Ids]:
        """The pieces of a batch, what they are and of which text, in rows of one length."""
        longest = max(len(one.ids) for one in batch)
        return (
            self._rows([one.ids for one in batch], longest, self.tokens.pad),
            self._rows([one.attention_mask for one in batch], longest, 0),
            self._rows([one.type_ids for one in batch], longest, 0),
        )

    @staticmethod
    def _rows(rows: Sequence[Sequence[int]], longest: int, filler: int) -> Ids:
        return np.array([[*row, *[filler] * (longest - len(row))] for row in rows], dtype=np.int64)
