"""Learns a matcher from labelled pairs.

What is learned in one step and used in the next is learned out of fold: trees and network see, for
each training pair, what costs learned without its entity say of it. Otherwise they would trust the
costs more than the costs deserve.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from audit.match.differences import BITS
from audit.match.features import Batch, beside_differences, differing, matrix, take_apart
from audit.match.known import Known
from audit.match.model import Costs, Evidence, Model
from audit.match.names import digests
from audit.match.origin import Origins, learn_origins
from audit.match.usual import learn_usual
from benchmarks import boosting, logistic, perceptron
from benchmarks.labelled_pairs import Labelled, folds

Rows = NDArray[np.int64]

INNER_FOLDS = 5
COMMON = 3
"""Names that must have a word before it counts as common; rarer ones are nobody's business."""
SEED = 1
NETWORK_SEEDS = (1, 2)
"""Networks are taught once for each, and say what they say in the mean."""
TREES, NETWORK = boosting.Plan(), perceptron.Plan()


def open_batch(pairs: Labelled) -> Batch:
    """The pairs with all that is counted and not learned."""
    return take_apart(pairs.ones, pairs.others, pairs.kind)


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names by themselves, with the number of the origin of each."""

    letters: list[str] = field(default_factory=list)
    origin: Rows = field(default_factory=lambda: np.zeros(0, np.int64))


@dataclass(frozen=True, slots=True)
class Lesson:
    """Some rows of labelled pairs, the pairs taken apart, and names beside them.

    Where spellings were `made` by rule, how often a word or a run of letters comes is no fact.
    """

    pairs: Labelled
    batch: Batch
    rows: Rows
    names: Names = field(default_factory=Names)
    made: bool = False

    def spellings(self) -> list[str]:
        """The folded names of all pairs, first sides before second ones."""
        pairs = self.batch.pairs
        return [side[n] for side in (pairs.first, pairs.second) for n in self.rows]


def learn(
    pairs: Labelled,
    batch: Batch,
    rows: Rows,
    *,
    beside: Sequence[Lesson] = (),
    known: Known | None = None,
    trees: boosting.Plan = TREES,
    network: perceptron.Plan = NETWORK,
) -> Model:
    """The matcher that follows from the given rows of `batch`, where the names `known` are known.

    What is learned `beside` them makes for evidence, not for trees and network: which pairs it
    holds, and how many of them are one name, need not be like what is to be judged. It must have no
    entity of `pairs`.
    """
    known = known or Known()
    inner = folds(pairs.group[rows], INNER_FOLDS)
    columns: tuple[str, ...] = ()
    seen: NDArray[np.float32] | None = None
    for fold in range(INNER_FOLDS):
        held = inner == fold
        evidence = learn_evidence(Lesson(pairs, batch, rows[~held]), *beside, known=known)
        values, columns = matrix(batch, evidence)
        values = values[rows]
        if seen is None:
            seen = np.zeros_like(values)
        seen[held] = values[held]
    assert seen is not None
    same = pairs.same[rows]
    forest = boosting.boost(seen, same, np.ones(len(rows)), plan=trees, seed=SEED)
    taught = [perceptron.teach(seen, same, plan=network, seed=seed) for seed in NETWORK_SEEDS]
    evidence = learn_evidence(Lesson(pairs, batch, rows), *beside, known=known)
    return Model(evidence, forest, tuple(taught), columns)


def learn_evidence(*lessons: Lesson, known: Known) -> Evidence:
    """Origins, costs of differences, common words and usual letters, and the known names."""
    spellings = [name for one in lessons for name in one.spellings()]
    further = [name for one in lessons for name in one.names.letters]
    origin = [np.tile(one.pairs.origin[one.rows], 2) for one in lessons]
    origin += [one.names.origin for one in lessons]
    origins = learn_origins([*spellings, *further], np.concatenate(origin))
    names = {name for one in lessons if not one.made for name in one.spellings()}
    words = Counter(word for name in sorted(names) for word in set(name.split()))
    usual = [word for word, count in words.items() if count >= COMMON]
    common = {
        number: float(np.float16(np.log1p(words[word])))
        for number, word in zip(digests(usual), usual, strict=True)
    }
    same = np.concatenate([one.pairs.same[one.rows] for one in lessons])
    differences, rest = logistic.fit(_differing(lessons, origins), same, 1 << BITS)
    kept = differences.astype(np.float16).astype(np.float32)
    letters = learn_usual(sorted({*names, *further}))
    return Evidence(origins, Costs(kept, rest.astype(np.float32)), common, letters, known)


def _differing(lessons: Sequence[Lesson], origins: Origins) -> logistic.Sparse:
    """The differences of all pairs, numbered through, and what is weighed beside them."""
    rows, features, dense, begin = [], [], [], 0
    for one in lessons:
        pairs = one.batch.pairs
        found = differing(one.batch, origins.guess(pairs.first, pairs.second).argmax(axis=0))
        place = np.full(len(one.batch), -1)
        place[one.rows] = np.arange(begin, begin + len(one.rows))
        mine = place[found.pair] >= 0
        rows.append(np.repeat(place[found.pair[mine]], found.features.shape[1]))
        features.append(found.features[mine].ravel().astype(np.int64))
        dense.append(beside_differences(one.batch)[one.rows])
        begin += len(one.rows)
    return logistic.Sparse(np.concatenate(rows), np.concatenate(features), np.concatenate(dense))
