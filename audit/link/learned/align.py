"""Which token of one name stands for which token of the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations

Likeness = Callable[[str, str], float]
"""How alike two tokens are, from 0 to 1."""

JOINS_FROM = 0.8
"""Likeness from which two tokens side by side are taken for one token of the other name."""
MOST_TRIED = 4
"""Tokens up to which all assignments are tried; beyond it the most alike are taken first."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two names laid side by side."""

    equal: tuple[str, ...]
    """Tokens that both have."""
    differing: tuple[tuple[str, str], ...]
    """Tokens of the first and the second that stand for each other and differ."""
    left_first: tuple[str, ...]
    """Tokens of the first that nothing in the second stands for."""
    left_second: tuple[str, ...]
    joined: int
    """How many times two tokens of one name were one token of the other."""
    turned: bool
    """Whether tokens come in another order."""


_Placed = list[tuple[float, str]]


def align(one: Sequence[str], other: Sequence[str], likeness: Likeness) -> Alignment:
    """The best assignment of tokens: equal ones first, then joined ones, then the most alike."""
    if tuple(one) == tuple(other):
        return Alignment(tuple(one), (), (), (), 0, turned=False)
    places: list[tuple[float, float]] = []
    equal: list[str] = []
    first: _Placed = []
    rest: _Placed = [(place, token) for place, token in enumerate(other)]
    for place, token in enumerate(one):
        for at, (second_place, second) in enumerate(rest):
            if second == token:
                places.append((place, second_place))
                equal.append(token)
                del rest[at]
                break
        else:
            first.append((place, token))
    joined = 0
    if first and rest and len(first) + len(rest) > 2:
        joined = _join(first, rest, likeness) + _join(rest, first, likeness)
    chosen = _assign(first, rest, likeness)
    differing = []
    for i, j in chosen:
        places.append((first[i][0], rest[j][0]))
        if first[i][1] == rest[j][1]:
            equal.append(first[i][1])
        else:
            differing.append((first[i][1], rest[j][1]))
    used_first, used_rest = {i for i, _ in chosen}, {j for _, j in chosen}
    places.sort()
    return Alignment(
        tuple(equal),
        tuple(differing),
        tuple(token for i, (_, token) in enumerate(first) if i not in used_first),
        tuple(token for j, (_, token) in enumerate(rest) if j not in used_rest),
        joined,
        turned=any(a[1] > b[1] for a, b in zip(places, places[1:], strict=False)),
    )


def _join(split: _Placed, whole: _Placed, likeness: Likeness) -> int:
    """Join neighbours in `split` that together are like one token of `whole`; how many joins."""
    joins, at = 0, 0
    while at + 1 < len(split):
        (place, head), (next_place, tail) = split[at], split[at + 1]
        if next_place - place <= 1 and any(
            (together := likeness(head + tail, token)) >= JOINS_FROM
            and together > max(likeness(head, token), likeness(tail, token))
            for _, token in whole
            if len(token) > max(len(head), len(tail))
        ):
            split[at : at + 2] = [(next_place, head + tail)]
            joins += 1
        else:
            at += 1
    return joins


def _assign(first: _Placed, rest: _Placed, likeness: Likeness) -> list[tuple[int, int]]:
    """Pairs of places that make the two lists most alike in sum; in order of the first."""
    if not first or not rest:
        return []
    if len(first) == len(rest) == 1:
        return [(0, 0)]
    alike = [[likeness(a, b) for _, b in rest] for _, a in first]
    if len(first) > len(rest):
        turned = [list(column) for column in zip(*alike, strict=True)]
        return sorted((i, j) for j, i in _best(turned))
    return _best(alike)


def _best(alike: list[list[float]]) -> list[tuple[int, int]]:
    """For each row a column of its own; there are at least as many columns as rows."""
    rows, columns = len(alike), len(alike[0])
    if columns <= MOST_TRIED:
        chosen = max(
            permutations(range(columns), rows),
            key=lambda order: sum(alike[i][j] for i, j in enumerate(order)),
        )
        return list(enumerate(chosen))
    ranked = sorted(
        ((alike[i][j], -abs(i - j), -i, -j) for i in range(rows) for j in range(columns)),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, _, i, j in ranked:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return sorted(taken.items())
