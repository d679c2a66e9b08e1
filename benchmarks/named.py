"""What bears names in several scripts, and pairs of those of which two are easily confused."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from audit.match.names import fold
from benchmarks.labelled_pairs import Labelled, groups, origins_of

ALIKE = 0.5
"""Likeness of words from which they may be one word respelled."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its names in Latin letters, the usual one first.

    `own` is what two of them share where they may be one: names in other scripts, above all.
    """

    id: str
    language: str
    names: tuple[str, ...]
    own: frozenset[str]


Row = tuple[str, str, Named, Named]
"""Two names, and what bears each."""


def labelled(rows: Sequence[Row], kind: int, negative: str) -> Labelled:
    """The rows as pairs of names of one `kind`; `negative` is what those of two are called."""
    entities = [(one.id, other.id) for _, _, one, other in rows]
    same = [one == other for one, other in entities]
    languages = [one.language for _, _, one, _ in rows]
    return Labelled(
        [row[0] for row in rows],
        [row[1] for row in rows],
        np.array(same, np.float64),
        np.full(len(rows), kind),
        origins_of(languages),
        np.array(groups(entities)),
        ["translit" if one else negative for one in same],
        languages,
        entities,
    )


def neighbours(those: Sequence[Named], chance: random.Random, most_edits: int) -> Iterator[Row]:
    """Pairs of usual names of two, at most so many letters apart, the most alike first.

    Each is in one pair at most.
    """
    solid = [name.replace(" ", "") for name in fold([one.names[0] for one in those])[0]]
    edits = process.cdist(
        solid, solid, scorer=Levenshtein.distance, score_cutoff=most_edits, dtype=np.uint8
    )
    ranked = []
    for a, b in zip(*np.nonzero(np.triu((edits > 0) & (edits <= most_edits), 1)), strict=True):
        alike = Indel.normalized_similarity(solid[a], solid[b])
        if alike >= ALIKE:
            ranked.append((int(edits[a, b]) - most_edits * alike, chance.random(), a, b))
    taken = set[int]()
    for _, _, a, b in sorted(ranked):
        one, other = those[a], those[b]
        if taken.isdisjoint((a, b)) and one.own.isdisjoint(other.own):
            taken |= {a, b}
            yield one.names[0], other.names[0], one, other


def is_latin(name: str) -> bool:
    """Whether all letters are Latin, with whatever marks."""
    return all(not char.isalpha() or _script(char) == "LATIN" for char in name)


def scripts(names: Sequence[str]) -> frozenset[str]:
    """The scripts of the letters, by the first word of what Unicode calls them: HIRAGANA, CJK."""
    return frozenset(_script(char) for name in names for char in name if char.isalpha())


@lru_cache(None)
def _script(char: str) -> str:
    name = unicodedata.name(char, "?")
    return "LATIN" if "LATIN" in name else name.partition(" ")[0]
