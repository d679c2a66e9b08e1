"""Measures the learned matcher on labelled pairs, cross-validated by entity: `make eval`.

    python benchmarks/eval_pairs.py [--eval ../shared/eval] [--no-cross]

Pairs that share an entity, over however many others, are in one fold; costs, word counts, trees,
the network and thresholds are learned without the fold that they are measured on. Also printed:
calibration, the hand-written pairs (these by the matcher that ships, which was not trained on
them), and speed.
"""

import argparse
import csv
import os
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray

from audit.authority import load as load_authority
from audit.link.compare_names import How
from audit.link.pair import judge as judge_linked
from audit.match import match_many
from audit.match.features import ORGANISATION, PERSON, PLACE, matrix
from audit.match.names import letter_of
from audit.match.readings import chinese, japanese, korean
from audit.match.veto import vetoes
from audit.model.names import Kind
from audit.text.fold import bare, roman
from benchmarks import name_records, place_pairs
from benchmarks.labelled_pairs import Labelled, folds, read_pairs
from benchmarks.learn import learn, open_batch
from benchmarks.name_records import known_beside
from benchmarks.place_pairs import places_beside, without_names_of
from benchmarks.scheme_pairs import schemes_beside, without_words_of

FOLDS = 5
PRECISION = 0.99
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def main() -> int:
    """Print all tables; 2 where the data is not at hand."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--no-cross", action="store_true", help="leave out cross-validation")
    arguments = parser.parse_args()
    path = arguments.eval / "name_pairs_dev.tsv.gz"
    if not path.is_file():
        print(f"{path} is not there: nothing measured")
        return 2
    pairs = read_pairs(path)
    speed(pairs)
    canaries(arguments.eval / "name_canaries.tsv")
    if not arguments.no_cross:
        cross_validated(pairs)
    return 0


def cross_validated(pairs: Labelled) -> None:
    """Learn without each fold and measure on it."""
    batch = open_batch(pairs)
    fold = folds(pairs.group, FOLDS)
    places, schemes, known = None, None, None
    if place_pairs.at_hand():
        places = places_beside(pairs)
    else:
        print(f"{place_pairs.PACKAGE} is not installed: no places are learned from beside these")
    if name_records.at_hand():
        schemes, known = schemes_beside(pairs), known_beside(pairs)
    else:
        print(f"{name_records.PACKAGE} is not installed: no names are known, none romanized")
    chance, cut, sure = (np.zeros(len(pairs)) for _ in range(3))
    vetoed = np.array([veto is not None for veto in vetoes(batch)])
    for number in range(FOLDS):
        held = fold == number
        there, rows = np.flatnonzero(held), np.flatnonzero(~held)
        beside = [
            *([without_names_of(places, batch, there)] if places else []),
            *([without_words_of(schemes, batch, there)] if schemes else []),
        ]
        model = learn(pairs, batch, rows, beside=beside, known=known)
        values, _ = matrix(batch, model.evidence)
        chance[held] = 1 / (1 + np.exp(-model.score(values[held])))
    chance[vetoed] = 0
    for number in range(FOLDS):  # thresholds of a fold come from the others' held-out judgments
        held = fold == number
        cut[held] = best_threshold(chance[~held], pairs.same[~held])
        sure[held] = sure_threshold(chance[~held], pairs.same[~held])
    table(pairs, chance >= cut, chance)
    said = chance >= sure
    print(
        f"threshold for precision {PRECISION} from the other folds: "
        f"precision {pairs.same[said].mean():.4f}, "
        f"recall {pairs.same[said].sum() / pairs.same.sum():.4f}"
    )
    wrongly = vetoed & (pairs.same == 1)
    print(f"vetoes: {vetoed.sum()}, of them on pairs called one name: {wrongly.sum()}")
    calibration(chance, pairs.same)


def f1(said: Flags, same: Floats) -> float:
    """The harmonic mean of precision and recall."""
    hits = float((said & (same == 1)).sum())
    return 2 * hits / max(1.0, float(said.sum() + same.sum()))


def best_threshold(chance: Floats, same: Floats) -> float:
    """The probability from which to say "same" for the best F1."""
    options = np.linspace(0.3, 0.7, 41)
    return float(options[int(np.argmax([f1(chance >= one, same) for one in options]))])


def sure_threshold(chance: Floats, same: Floats) -> float:
    """The lowest probability from which precision is at least `PRECISION`."""
    order = np.argsort(-chance, kind="stable")
    precision = same[order].cumsum() / np.arange(1, len(order) + 1)
    good = np.flatnonzero(precision >= PRECISION)
    return float(chance[order][good[-1]]) if len(good) else 1.0


def recall_at(chance: Floats, same: Floats) -> float:
    """Recall at precision `PRECISION`, read off the curve."""
    return float(same[chance >= sure_threshold(chance, same)].sum() / same.sum())


def table(pairs: Labelled, said: Flags, chance: Floats) -> None:
    """F1 by kind, and the share judged right by phenomenon and by language."""
    print("| pairs | n | F1 | recall at precision .99 |")
    print("|---|---|---|---|")
    kinds = (("all", None), ("person", PERSON), ("place", PLACE), ("organisation", ORGANISATION))
    for name, kind in kinds:
        at = np.ones(len(pairs), bool) if kind is None else pairs.kind == kind
        sure = recall_at(chance[at], pairs.same[at])
        print(f"| {name} | {at.sum()} | {f1(said[at], pairs.same[at]):.4f} | {sure:.4f} |")
    for title, keys in (("phenomenon", pairs.phenomenon), ("language", pairs.language)):
        rows = defaultdict(list)
        for n, key in enumerate(keys):
            rows[key].append(n)
        print(f"| {title} | n | right |")
        print("|---|---|---|")
        for key, at_ in sorted(rows.items(), key=lambda item: -len(item[1])):
            right = (said[at_] == (pairs.same[at_] == 1)).mean()
            print(f"| {key} | {len(at_)} | {right:.4f} |")


def calibration(chance: Floats, same: Floats) -> None:
    """A reliability table, and the expected calibration error over ten equal ranges."""
    print("| probability | n | mean | share same |")
    print("|---|---|---|---|")
    error = 0.0
    place = np.minimum((chance * 10).astype(int), 9)
    for number in range(10):
        at = place == number
        if at.any():
            mean, share = chance[at].mean(), same[at].mean()
            error += at.mean() * abs(mean - share)
            print(f"| {number / 10:.1f} | {at.sum()} | {mean:.3f} | {share:.3f} |")
    print(f"expected calibration error {error:.4f}")


KINDS = {PERSON: Kind.PERSON, PLACE: Kind.PLACE, ORGANISATION: Kind.ORGANISATION}
ROUNDS = 5


def speed(pairs: Labelled) -> None:
    """Pairs a second of processor time, in rounds of 4,000 unseen pairs with empty caches."""
    match_many([("Warm", "Up")], [Kind.NAME])  # loads the data
    spent, waited = [], []
    for number in range(ROUNDS):
        at = range(number * 4000, (number + 1) * 4000)
        asked = [(pairs.ones[n], pairs.others[n]) for n in at]
        kinds = [KINDS[int(pairs.kind[n])] for n in at]
        for cached in (bare, roman, letter_of, chinese, japanese, korean):
            cached.cache_clear()
        began, clock = time.process_time(), time.perf_counter()
        match_many(asked, kinds)
        spent.append(time.process_time() - began)
        waited.append(time.perf_counter() - clock)
    print(
        f"speed, cold: {4000 / min(spent):,.0f} pairs a second in the best round, "
        f"{4000 / sorted(spent)[ROUNDS // 2]:,.0f} in the median of {ROUNDS}; "
        f"by the clock {4000 / sorted(waited)[ROUNDS // 2]:,.0f} in the median"
    )


def canaries(path: Path) -> None:
    """The hand-written pairs, by the matcher alone and by the whole of `link`."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    kinds = [Kind(row["kind"]) for row in rows]
    judged = match_many([(row["a"], row["b"]) for row in rows], kinds)
    same = [row["same"] == "1" for row in rows]
    told = [one.probability >= 0.5 for one in judged]
    print(f"hand-written pairs right, matcher alone: {_right(told, same)}/{len(rows)}")
    for row, one, said, truth in zip(rows, judged, told, same, strict=True):
        if said != truth:
            print(f"  {row['a']} | {row['b']}: {one.probability:.3f} {one.veto or ''}")
    authority = load_authority()
    linked = []
    for row, kind in zip(rows, kinds, strict=True):
        relation = judge_linked(row["a"], row["b"], authority, kind=kind)
        linked.append(relation is not None and relation.how is How.SAME)
    print(f"hand-written pairs right, link with the names authority: {_right(linked, same)}")


def _right(said: Sequence[bool], truth: Sequence[bool]) -> int:
    return sum(a == b for a, b in zip(said, truth, strict=True))


if __name__ == "__main__":
    sys.exit(main())
