"""From pairs of names to probabilities and vetoes, by way of features, trees and a network."""

from collections.abc import Sequence

import numpy as np

from audit.match.features import NUMBER_OF_KIND, PERSON, PLACE, matrix, take_apart
from audit.match.model import Model, load
from audit.match.veto import Vetoes, vetoes
from audit.model.names import Kind

CERTAIN = 0.999
"""Probability of names that differ in letter case, spaces, hyphens and apostrophes alone."""

Judged = tuple[list[float], Vetoes]


def judge(
    ones: Sequence[str], others: Sequence[str], kinds: Sequence[Kind], model: Model | None = None
) -> Judged:
    """The probabilities and vetoes of the pairs; `model` is the one that ships, unless given."""
    if not ones:
        return [], []
    both = [NUMBER_OF_KIND.get(kind, -1) for kind in kinds]
    kind = np.array(both)
    open_ = np.flatnonzero(kind < 0)
    asked = np.append(np.where(kind < 0, PERSON, kind), np.full(len(open_), PLACE))
    rows = [*range(len(ones)), *open_.tolist()]
    batch = take_apart([ones[n] for n in rows], [others[n] for n in rows], asked)
    learned = model or load()
    values, columns = matrix(batch, learned.evidence)
    if columns != learned.columns:
        raise ValueError("the matcher's data was learned from other features: make train")
    chance = 1 / (1 + np.exp(-learned.score(values)))
    pairs = batch.pairs
    equal = np.array([a == b for a, b in zip(*pairs.solid, strict=True)])
    unmarked = batch.counted["accented"] < 2  # two names with marks on other letters may be two
    chance = np.where(equal & unmarked, np.maximum(chance, CERTAIN), chance)
    against = vetoes(batch)
    for n, veto in enumerate(against):
        if veto is not None:
            chance[n] = 0
    found = chance.round(4).tolist()
    for n, (one, other) in enumerate(zip(ones, others, strict=True)):
        if one == other:
            found[n], against[n] = 1.0, None
    for extra, n in enumerate(open_.tolist(), len(ones)):
        if found[extra] < found[n] and ones[n] != others[n]:
            found[n], against[n] = found[extra], against[extra]
    return found[: len(ones)], against[: len(ones)]
