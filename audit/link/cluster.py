"""Clustering: forms that name one thing at full length come together, by complete linkage.

Single linkage chains Kim Jong Un over a misspelling to Kim Jong Il; complete linkage joins two
groups only when every form of one is the same name as every form of the other.
"""

from collections.abc import Mapping, Sequence

from audit.link.compare_names import How, Relation
from audit.link.forms import NameForm

Relations = Mapping[tuple[int, int], Relation]
"""Relations between forms by their indices; a pair stands once, in the order it was compared."""


def between(relations: Relations, one: int, other: int) -> Relation | None:
    """The relation of full names between two forms, whichever way round it was compared."""
    found = relations.get((one, other)) or relations.get((other, one))
    return found if found and found.how is How.SAME else None


def clusters(forms: Sequence[NameForm], relations: Relations) -> list[list[int]]:
    """Groups of indices into `forms`, each in order, the groups by their first form."""
    group = {index: [index] for index in range(len(forms))}
    edges = [
        (-relation.confidence, pair)
        for pair, relation in relations.items()
        if relation.how is How.SAME
    ]
    for _, (one, other) in sorted(edges):
        left, right = group[one], group[other]
        if left is right:
            continue
        if all(between(relations, a, b) for a in left for b in right):
            left += right
            for index in right:
                group[index] = left
    unique = {id(members): sorted(members) for members in group.values()}
    return sorted(unique.values())
