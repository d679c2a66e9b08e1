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

    def run(self, ids: Ids, mask: Ids, types: Ids, at: Ids | None = None) -> Floats:
        """The head's numbers for rows of pieces of one length; `mask` is 0 at what fills up.

        With `at`, one piece of each row alone: a vocabulary for every piece would fill gigabytes.
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

    def outputs(
        self, encodings: Sequence[Any], at: Sequence[int] | None = None
    ) -> Iterator[Floats]:
        """The network's numbers for each of `encodings`, in order, what filled it up cut off.

        Encodings are as `Tokens` gives them; no more than a batch of them is computed at once.
        With `at`, the numbers of one piece of each alone.
        """
        for first in range(0, len(encodings), self.runtime.batch):
            until = first + self.runtime.batch
            batch = encodings[first:until]
            longest = max(len(one.ids) for one in batch)
            ids = self._filled([one.ids for one in batch], longest, self.tokens.pad)
            mask = self._filled([one.attention_mask for one in batch], longest, 0)
            types = self._filled([one.type_ids for one in batch], longest, 0)
            places = None if at is None else np.array(at[first:until], dtype=np.int64)
            rows = self.network.run(ids, mask, types, places)
            for one, row in zip(batch, rows, strict=True):
                yield row if row.ndim == 1 else row[: len(one.ids)]

    @staticmethod
    def _filled(rows: Sequence[Sequence[int]], longest: int, filler: int) -> Ids:
        return np.array([[*row, *[filler] * (longest - len(row))] for row in rows], dtype=np.int64)
