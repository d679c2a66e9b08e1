"""Contradictions: what makes two names two, however alike their letters are.

A veto is no vote. Kim Jong Un and Kim Jong Il agree in most letters, Gregory XII and Gregory XIV in
all but one; no likeness of the rest outweighs that they differ where names are told apart.
"""

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from audit.authority import load
from audit.match.features import NUMBER_OF_KIND, PERSON, PLACE, Batch
from audit.match.names import fold
from audit.match.numbers import GENERATIONS, numbers

Vetoes = list[str | None]


@cache
def _words() -> dict[str, list[list[str]]]:
    text = files(__package__).joinpath("data", "words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {
        "opposites": table["opposites"],
        "alike": table["alike"],
        "titles": [table["titles"]],
        "surnames": table["surnames"],
    }


@cache
def _sides() -> dict[str, tuple[int, str]]:
    """For a word of which a name has one or another: the row, and the word that stands for it."""
    first = {word: row[0] for row in _words()["alike"] for word in row}
    return {
        word: (number, first.get(word, word))
        for number, row in enumerate(_words()["opposites"])
        for word in row
    }


@cache
def _known() -> dict[tuple[int, str], frozenset[str]]:
    """The records of the built-in names authority by kind and folded form."""
    found = defaultdict[tuple[int, str], set[str]](set)
    forms = [
        (NUMBER_OF_KIND[record.kind], record.id, form)
        for record in load().records
        if record.kind in NUMBER_OF_KIND
        for form in (record.canonical, *record.short, *record.allowed, *record.other)
    ]
    folded, _ = fold([form for _, _, form in forms])
    for (kind, record, _), form in zip(forms, folded, strict=True):
        found[kind, form].add(record)
    return {key: frozenset(records) for key, records in found.items()}


def vetoes(batch: Batch) -> Vetoes:
    """For each pair why it is two names, or None where nothing contradicts."""
    found: Vetoes = [None] * len(batch)
    for n, reason in (
        *_surnames(batch), *_records(batch), *_opposites(batch), *_initials(batch),
        *_given(batch), *_numbers(batch),
    ):  # fmt: skip
        found[n] = reason
    return found


Found = list[tuple[int, str]]


def _rows(flags: Any) -> list[int]:
    rows: list[int] = np.flatnonzero(flags).tolist()
    return rows


def _numbers(batch: Batch) -> Found:
    """Gregory XII, Gregory XIV; 325 and 680 Aircraft Repair Plant; King Jr., King Sr."""
    found = []
    for n in _rows(batch.counted["numbers_apart"] > 0):
        one, other = numbers(batch.pairs.first[n]), numbers(batch.pairs.second[n])
        left, right = sorted(one - other), sorted(other - one)
        if batch.kind[n] == PLACE and not (left and right):
            continue  # "vi" may be a word there, and a village may be written with its number
        if not (left and right) and {*left, *right} <= {*GENERATIONS.values()}:
            continue  # Jr. is often left out
        found.append((n, f"other number: {' '.join(left) or 'none'}, {' '.join(right) or 'none'}"))
    return found


def _given(batch: Batch) -> Found:
    """Two given names of different families: Dmitry, Daniil."""
    if "given_apart" not in batch.counted:
        return []
    apart = (batch.counted["given_apart"] > 0) & (batch.counted["given_same"] == 0)
    return [(n, "two different given names") for n in _rows(apart)]


def _initials(batch: Batch) -> Found:
    """George W. Bush, George H. W. Bush; J. Smith, Robert Smith."""
    pairs = batch.pairs
    lengths = pairs.words.initial
    have = lengths[pairs.one].any(axis=1) & lengths[pairs.other].any(axis=1)
    found = []
    for n in _rows(have & (batch.kind == PERSON)):
        one, other = (_letters(name) for name in (pairs.first[n], pairs.second[n]))
        if one and other and one != other:
            found.append((n, f"other initials: {' '.join(one)}, {' '.join(other)}"))
    return found


def _letters(name: str) -> Sequence[str]:
    return [word for word in name.split() if len(word) == 1 and word.isalpha()]


def _opposites(batch: Batch) -> Found:
    """North Korea, South Korea; Upper and Lower Silesia."""
    sides = _sides()
    pairs = batch.pairs
    flag = np.array([word in sides for word in pairs.words.words] + [False])
    found = []
    for n in _rows(flag[pairs.one].any(axis=1) & flag[pairs.other].any(axis=1)):
        one, other = (
            dict(sides[word] for word in name.split() if word in sides)
            for name in (pairs.first[n], pairs.second[n])
        )
        found += [
            (n, f"{one[row]} is not {other[row]}")
            for row in sorted(one.keys() & other.keys())
            if one[row] != other[row]
        ]
    return found


def _records(batch: Batch) -> Found:
    """Austria, Australia: the names authority knows both, as two."""
    known = _known()
    titles = frozenset(_words()["titles"][0])
    found = []
    kinds = batch.kind.tolist()
    for n, (one, other) in enumerate(zip(batch.pairs.first, batch.pairs.second, strict=True)):
        kind = kinds[n]
        left = known.get((kind, one)) or known.get((kind, _untitled(one, titles)))
        if left is None:
            continue
        right = known.get((kind, other)) or known.get((kind, _untitled(other, titles)))
        if right is not None and not left & right:
            found.append((n, "two names that the names authority keeps apart"))
    return found


def _untitled(name: str, titles: frozenset[str]) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in titles else name


def _surnames(batch: Batch) -> Found:
    """Ivanov, Ivanova: a man and a woman, unless the rest of the name is equal."""
    endings = [(man, woman) for man, woman in _words()["surnames"]]
    pairs = batch.pairs
    rest_equal = batch.counted["equal"] > 0
    ends = ("a",)
    found = []
    for n in _rows((batch.kind == PERSON) & ~rest_equal):
        one, other = pairs.first[n], pairs.second[n]
        if one.endswith(ends) == other.endswith(ends):
            continue
        his, hers = (other, one) if one.endswith(ends) else (one, other)
        his, hers = his.rpartition(" ")[2], hers.rpartition(" ")[2]
        for man, woman in endings:
            if his.endswith(man) and hers.endswith(woman):
                stem, hers_stem = his[: -len(man)], hers[: -len(woman)]
                if len(stem) > 2 and stem[:2] == hers_stem[:2] and stem[-1] == hers_stem[-1]:
                    found.append((n, f"-{man} is a man's surname, -{woman} a woman's"))
                    break
    return found
