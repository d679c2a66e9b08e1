"""Guesses from its letters where a name comes from: a naive Bayes classifier of trigrams."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BITS = 13
"""Trigrams are hashed to this many bits."""
TEMPER = 0.6
"""Trigrams overlap and are no independent witnesses; their evidence is taken down so much."""

ORIGINS: tuple[tuple[str, ...], ...] = (
    ("ar",), ("fa",), ("ur",), ("ru", "uk", "be", "bg", "sr"), ("ko",), ("zh",), ("ja",), ("el",),
    ("hi", "bn", "si"), ("tr", "kk", "mn"), ("he",), ("hy", "ka"), ("my", "th", "km", "vi"),
    ("am", "so", "af_"), ("es", "en"), ("und",),
)  # fmt: skip
"""Groups of source languages whose names are written alike."""
KOREAN, CHINESE, JAPANESE = 4, 5, 6

Floats = NDArray[np.float64]


def trigrams(folded: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Hashed trigrams of folded names, and the number of the name of each."""
    text = "  ".join(["", *folded, ""]).encode("ascii")
    letters = np.frombuffer(text, np.uint8).astype(np.int64)
    hashed = letters[:-2] * 961 + letters[1:-1] * 31 + letters[2:]
    hashed = (hashed * 2654435761 >> 7) & ((1 << BITS) - 1)
    counts = np.array([len(name) + 1 for name in folded], np.int64)
    name = np.repeat(np.arange(len(folded)), counts)
    return hashed[np.arange(len(name)) + 1 + name], name


@dataclass(frozen=True, slots=True)
class Origins:
    """What each hashed trigram says for each origin, in log-odds, and how frequent origins are."""

    evidence: NDArray[np.float16]
    prior: NDArray[np.float32]

    def guess(self, first: Sequence[str], second: Sequence[str]) -> Floats:
        """The probability of each origin for each pair of folded names."""
        hashed, name = trigrams([*first, *second])
        count = len(first)
        said = np.empty((len(self.prior), 2 * count))
        for origin, weights in enumerate(np.ascontiguousarray(self.evidence.T, np.float64)):
            said[origin] = np.bincount(name, weights[hashed], minlength=2 * count)
        score = said[:, :count] + said[:, count:]
        score = score * TEMPER + self.prior[:, None]
        score = np.exp(score - score.max(axis=0))
        chance: Floats = score / score.sum(axis=0)
        return chance


SMOOTHING = 8.0
"""Trigrams of the common distribution that are added to each origin's own."""


def learn_origins(names: Sequence[str], origin: NDArray[np.int64]) -> Origins:
    """Learn from folded names and the number of the origin of each."""
    size, groups = 1 << BITS, len(ORIGINS)
    hashed, name = trigrams(names)
    counts = np.zeros((size, groups))
    np.add.at(counts, (hashed, origin[name]), 1)
    common = (counts.sum(axis=1) + 0.5) / (counts.sum() + 0.5 * size)
    share = (counts + SMOOTHING * common[:, None]) / (counts.sum(axis=0) + SMOOTHING)
    evidence = np.log(share) - np.log(common)[:, None]
    prior = np.bincount(origin, minlength=groups) + 1.0
    return Origins(evidence.astype(np.float16), np.log(prior / prior.sum()).astype(np.float32))
