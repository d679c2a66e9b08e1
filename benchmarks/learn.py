"""Learns a matcher from labelled pairs.

What is learned in one step and used in the next is learned out of fold: the trees see, for each
training pair, what costs learned without its entity say of it. Otherwise they would trust the costs
more than the costs deserve.
"""

from collections import Counter
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from audit.match.differences import BITS
from audit.match.features import Batch, beside_differences, differing, matrix, take_apart
from audit.match.model import Costs, Evidence, Model
from audit.match.names import digests
from audit.match.origin import learn_origins
from audit.match.usual import learn_usual
from benchmarks import logistic
from benchmarks.boosting import Plan, boost
from benchmarks.labelled_pairs import Labelled, folds

Rows = NDArray[np.int64]

INNER_FOLDS = 5
COMMON = 3
"""Names that must have a word before it counts as common; rarer ones are nobody's business."""
SEEDS = (1,)
"""Trees are grown once for each seed, and the mean of the forests is taken."""


def open_batch(pairs: Labelled) -> Batch:
    """The pairs with all that is counted and not learned."""
    return take_apart(pairs.ones, pairs.others, pairs.kind)


def learn(pairs: Labelled, batch: Batch, rows: Rows, plan: Plan) -> Model:
    """The matcher that follows from the given rows of `batch`."""
    inner = folds(pairs.group[rows], INNER_FOLDS)
    columns: tuple[str, ...] = ()
    seen: NDArray[np.float32] | None = None
    for fold in range(INNER_FOLDS):
        held = inner == fold
        evidence = learn_evidence(pairs, batch, rows[~held])
        values, columns = matrix(batch, evidence)
        values = values[rows]
        if seen is None:
            seen = np.zeros_like(values)
        seen[held] = values[held]
    assert seen is not None
    same = pairs.same[rows]
    forests = [boost(seen, same, np.ones(len(rows)), plan=plan, seed=seed) for seed in SEEDS]
    trees = replace(
        forests[0],
        features=np.concatenate([forest.features for forest in forests]),
        thresholds=np.concatenate([forest.thresholds for forest in forests]),
        values=np.concatenate([forest.values / np.float32(len(SEEDS)) for forest in forests]),
    )
    return Model(learn_evidence(pairs, batch, rows), trees, columns)


def learn_evidence(pairs: Labelled, batch: Batch, rows: Rows) -> Evidence:
    """Origins, costs of differences, common words and usual letters, from the given rows."""
    names = [side[n] for side in (batch.pairs.first, batch.pairs.second) for n in rows]
    origins = learn_origins(names, np.tile(pairs.origin[rows], 2))
    words = Counter(word for name in sorted(set(names)) for word in set(name.split()))
    usual = [word for word, count in words.items() if count >= COMMON]
    common = {
        number: float(np.float16(np.log1p(words[word])))
        for number, word in zip(digests(usual), usual, strict=True)
    }
    found = differing(batch, origins.guess(batch.pairs.first, batch.pairs.second).argmax(axis=0))
    place = np.full(len(batch), -1)
    place[rows] = np.arange(len(rows))
    mine = place[found.pair] >= 0
    width = found.features.shape[1]
    sparse = logistic.Sparse(
        np.repeat(place[found.pair[mine]], width),
        found.features[mine].ravel().astype(np.int64),
        beside_differences(batch)[rows],
    )
    differences, rest = logistic.fit(sparse, pairs.same[rows], 1 << BITS)
    kept = differences.astype(np.float16).astype(np.float32)
    letters = learn_usual(sorted(set(names)))
    return Evidence(origins, Costs(kept, rest.astype(np.float32)), common, letters)
