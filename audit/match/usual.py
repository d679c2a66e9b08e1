"""How usual a name's letters are in their order: usual names have more others near them.

Santa Rita and Santa Rosa are two places sooner than two spellings as odd as each other. A model of
three letters in which rarer runs lean on shorter ones (MacKay and Peto, "A hierarchical Dirichlet
language model", 1995); its two constants were not tuned.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIGNS = 29
"""An end of a name, a to z, the blank, and all else (digits)."""
_END, _BLANK, _OTHER = 0, 27, 28
_SIGN = np.full(128, _OTHER)
_SIGN[ord("\n")] = _END
_SIGN[ord(" ")] = _BLANK
_SIGN[ord("a") : ord("z") + 1] = np.arange(1, 27)

AFTER_ONE = 8.0
"""Letters that the shares of single letters count for among those met after one letter."""
AFTER_TWO = 6.0
"""Letters that the shares after one letter count for among those met after two."""

STEPS = 8
"""Parts of a unit in which a logarithm is kept; finer ones would only make the file larger."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Usual:
    """How often a sign follows two others: `chances[first, second, sign]`, a logarithm."""

    chances: NDArray[np.int8]

    def of(self, folded: Sequence[str]) -> tuple[Floats, Floats]:
        """The log probability of each folded name, and the same for one of its signs."""
        runs, counts = _runs(folded)
        name = np.repeat(np.arange(len(folded)), counts)
        steps = np.bincount(name, self.chances.ravel()[runs], minlength=len(folded))
        whole = steps / STEPS
        return whole, whole / counts


def _runs(folded: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The runs of three signs of all names as one number each, and how many each name has.

    Two ends stand before a name and two behind it.
    """
    text = "\n\n".join(["", *folded, ""]).encode("ascii")
    signs = _SIGN[np.frombuffer(text, np.uint8)]
    runs = (signs[:-2] * SIGNS + signs[1:-1]) * SIGNS + signs[2:]
    return runs, np.array([len(name) + 2 for name in folded], np.int64)


def learn_usual(folded: Sequence[str]) -> Usual:
    """Learn from folded names, each of them once."""
    runs, _ = _runs(folded)
    triples = np.bincount(runs, minlength=SIGNS**3).reshape(SIGNS, SIGNS, SIGNS)
    pairs = triples.sum(axis=0)
    singles = pairs.sum(axis=0)
    single = (singles + 0.5) / (singles.sum() + 0.5 * SIGNS)
    after_one = (pairs + AFTER_ONE * single) / (pairs.sum(axis=1, keepdims=True) + AFTER_ONE)
    after_two = (triples + AFTER_TWO * after_one) / (triples.sum(axis=2, keepdims=True) + AFTER_TWO)
    steps = np.round(np.log(after_two) * STEPS)
    return Usual(np.maximum(steps, np.iinfo(np.int8).min).astype(np.int8))
