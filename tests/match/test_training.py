"""Training the matcher: the same pairs give the same bytes, and they teach."""

import numpy as np
import pytest

from audit.match.features import PERSON, PLACE, Batch
from audit.match.judge import judge
from audit.match.known import Known
from audit.match.model import Model, from_bytes, to_bytes
from audit.model.names import Kind
from benchmarks import perceptron
from benchmarks.boosting import Plan, boost
from benchmarks.labelled_pairs import Labelled, folds, groups
from benchmarks.learn import learn, open_batch
from benchmarks.name_records import Record, known_of

TREES = Plan(trees=20, depth=3, rate=0.2)
NETWORK = perceptron.Plan(units=(8, 8), silenced=0.1, rounds=10, rows=32)
STEMS = (
    "bakh", "mikh", "tikhv", "arkh", "bukh", "likh", "makh", "pokhv", "sukh", "volkh", "yakh",
    "zakh", "dukh", "gorokh", "shakh", "rakh", "vekh", "chekh", "petukh", "blokh",
)  # fmt: skip
NO_NAMES = Known().to_bytes()
ENDS = ("in", "ov", "arev", "enko")


def lesson() -> Labelled:
    """Invented names in which kh and h are one letter, and kh and t are two."""
    rows = []
    for number, stem in enumerate(STEMS):
        for end in ENDS:
            name = (stem + end).capitalize()
            rows.append((name, name.replace("kh", "h"), 1, number))
            rows.append((name, name.replace("kh", "t"), 0, number))
    count = len(rows)
    return Labelled(
        [row[0] for row in rows],
        [row[1] for row in rows],
        np.array([row[2] for row in rows], np.float64),
        np.array([(PERSON, PLACE)[row[3] % 2] for row in rows]),
        np.full(count, 3),
        np.array([row[3] for row in rows]),
        ["invented"] * count,
        ["ru"] * count,
        [(f"{row[3]}", f"{row[3]}" if row[2] else f"{row[3]}t") for row in rows],
    )


def taught_by(pairs: Labelled, batch: Batch) -> Model:
    return learn(pairs, batch, np.arange(len(pairs)), trees=TREES, network=NETWORK)


@pytest.fixture(scope="module")
def taught() -> tuple[Labelled, Batch, bytes]:
    pairs = lesson()
    batch = open_batch(pairs)
    return pairs, batch, to_bytes(taught_by(pairs, batch))


def test_the_same_pairs_give_the_same_bytes(taught: tuple[Labelled, Batch, bytes]) -> None:
    pairs, _, stored = taught
    again = taught_by(pairs, open_batch(pairs))
    assert to_bytes(again) == stored
    assert to_bytes(from_bytes(stored, NO_NAMES)) == stored


def test_what_was_taught_is_known_of_a_new_name(taught: tuple[Labelled, Batch, bytes]) -> None:
    model = from_bytes(taught[2], NO_NAMES)
    chances, _ = judge(["Korkhin", "Korkhin"], ["Korhin", "Kortin"], [Kind.PLACE] * 2, model)
    assert chances[0] > 0.8
    assert chances[1] < 0.2


def test_a_file_of_another_kind_is_refused(taught: tuple[Labelled, Batch, bytes]) -> None:
    import lzma

    with pytest.raises(ValueError, match="not a matcher"):
        from_bytes(
            lzma.compress(lzma.decompress(taught[2]).replace(b"matcher 4", b"matcher 1")), NO_NAMES
        )


def test_a_matcher_is_refused_with_other_known_names(taught: tuple[Labelled, Batch, bytes]) -> None:
    others = known_of([Record("1", frozenset({"bakhtov"}), frozenset())])
    with pytest.raises(ValueError, match="other known names"):
        from_bytes(taught[2], others.to_bytes())


def test_trees_learn_what_no_single_question_tells() -> None:
    values = np.random.default_rng(0).random((800, 3)).astype(np.float32)
    same = ((values[:, 0] > 0.5) ^ (values[:, 1] > 0.5)).astype(np.float64)
    plan = Plan(trees=40, depth=3, rate=0.3, features=1.0)
    trees = boost(values, same, np.ones(len(same)), plan=plan, seed=1)
    assert ((trees.score(values) > 0) == (same == 1)).mean() > 0.97


def test_entities_that_share_pairs_stay_in_one_fold() -> None:
    edges = [("a", "b"), ("c", "d"), ("b", "e"), ("f", "f"), ("e", "a")]
    found = groups(edges)
    assert found == [0, 1, 0, 2, 0]
    fold = folds(np.array(found), 2)
    assert fold[0] == fold[2] == fold[4]
    assert sorted(np.bincount(fold).tolist()) == [2, 3]
