"""Pairs of names of which it is known whether they are one name, and how they hang together."""

import csv
import gzip
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audit.match.features import ORGANISATION, PERSON, PLACE
from audit.match.origin import ORIGINS

Ints = NDArray[np.int64]

KINDS = {"person": PERSON, "place": PLACE, "org": ORGANISATION}
_ORIGIN = {language: n for n, languages in enumerate(ORIGINS) for language in languages}


@dataclass(frozen=True, slots=True)
class Labelled:
    """Pairs with truth, kind, origin, and the group of those that share an entity."""

    ones: list[str]
    others: list[str]
    same: NDArray[np.float64]
    kind: Ints
    origin: Ints
    group: Ints
    phenomenon: list[str]
    language: list[str]
    entities: list[tuple[str, str]]
    """The ids of what the two names of each pair name."""

    def __len__(self) -> int:
        return len(self.ones)


def read_pairs(path: Path) -> Labelled:
    """Read a table with the columns a, b, same, kind, src_lang, phenomenon, id_a, id_b."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    languages = [row["src_lang"] for row in rows]
    entities = [(row["id_a"], row["id_b"]) for row in rows]
    return Labelled(
        [row["a"] for row in rows],
        [row["b"] for row in rows],
        np.array([row["same"] == "1" for row in rows], np.float64),
        np.array([KINDS[row["kind"]] for row in rows]),
        origins_of(languages),
        np.array(groups(entities)),
        [row["phenomenon"] for row in rows],
        languages,
        entities,
    )


def origins_of(languages: Sequence[str]) -> Ints:
    """The number of the group of origins that each language is of."""
    return np.array([_ORIGIN.get(language, len(ORIGINS) - 1) for language in languages])


def groups(edges: Sequence[tuple[str, str]]) -> list[int]:
    """The connected component of each edge, numbered by its first appearance."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in edges:
        parent[root(one)] = root(other)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(root(one), len(numbers)) for one, _ in edges]


def folds(group: Ints, number: int) -> Ints:
    """A fold for each row, so that a group stays whole and folds are about equally large."""
    sizes = Counter(group.tolist())
    filled = [0] * number
    of_group = {}
    for one, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = filled.index(min(filled))
        of_group[one] = fold
        filled[fold] += size
    return np.array([of_group[one] for one in group.tolist()])
