"""Clustering: forms that name one thing at full length come together, by complete linkage.

Single linkage chains Kim Jong Un over a misspelling to Kim Jong Il; complete linkage joins two
groups only when every form of one is the same name as every form of the other.
"""

from collections.abc import Mapping, Sequence, Sized

import numpy as np

from audit.grouped import Grouped
from audit.link.compare_names import How, Relation

Relations = Mapping[tuple[int, int], Relation]
"""Relations between forms by their indices; a pair stands once, in the order it was compared."""


def between(relations: Relations, one: int, other: int) -> Relation | None:
    """The relation of full names between two forms, whichever way round it was compared."""
    found = relations.get((one, other)) or relations.get((other, one))
    return found if found and found.how is How.SAME else None


def clusters(forms: Sized, relations: Relations) -> Grouped:
    """Groups of indices into `forms`, each in order, the groups by their first form."""
    joined: dict[int, list[int]] = {}
    edges = [
        (-relation.confidence, pair)
        for pair, relation in relations.items()
        if relation.how is How.SAME
    ]
    for _, (one, other) in sorted(edges):
        left, right = joined.setdefault(one, [one]), joined.setdefault(other, [other])
        if left is right:
            continue
        if all(between(relations, a, b) for a in left for b in right):
            left += right
            for index in right:
                joined[index] = left
    return _numbered(joined, len(forms))


def _numbered(joined: Mapping[int, Sequence[int]], size: int) -> Grouped:
    """The groups of all indices below `size`; one that was joined to no other is alone."""
    every = np.arange(size, dtype=np.uint32)
    first = every.copy()
    for index, members in joined.items():
        first[index] = min(members)
    numbers = np.cumsum(first == every, dtype=np.uint32) - np.uint32(1)
    return Grouped.under(numbers[first], every, int(numbers[-1]) + 1 if size else 0)
