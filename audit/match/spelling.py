"""Features of a pair of names that are counted, not learned: likenesses, words, numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel, JaroWinkler, Levenshtein, Postfix, Prefix

from audit.lang.given import are_related, families
from audit.match.names import MOST
from audit.match.numbers import numbers, numbers_among
from audit.match.pairs import UNPAIRED, Pairs
from audit.text.skeleton import skeletons

Features = dict[str, NDArray[np.float32]]

_CONSONANTS = str.maketrans("vbfpdtlrsTSzZJCQmnhg", "bbbbttllssssssssnngg", "aeiou")
"""Skeletons without vowels, with kindred consonants written as one."""


def likenesses(pairs: Pairs) -> Features:
    """How alike the two names are as strings, as skeletons and as consonants."""

    def compare(ones: Sequence[str], others: Sequence[str], scorer: Any) -> NDArray[np.float32]:
        compared: NDArray[np.float32] = process.cpdist(
            ones, others, scorer=scorer, dtype=np.float32
        )
        return compared

    one, other = pairs.solid
    left, right = pairs.arranged
    count = len(pairs)
    bones = skeletons([*one, *other])
    bones_one, bones_other = bones[:count], bones[count:]
    bones_left, bones_right = list(bones_one), list(bones_other)
    changed = np.flatnonzero(pairs.reordered)
    again = skeletons([*(left[n] for n in changed), *(right[n] for n in changed)])
    for k, n in enumerate(changed):
        bones_left[n], bones_right[n] = again[k], again[k + len(changed)]
    consonants = "\n".join(bones).translate(_CONSONANTS).split("\n")
    bare_one, bare_other = consonants[:count], consonants[count:]
    length_one = np.array([len(name) for name in one], np.float32)
    length_other = np.array([len(name) for name in other], np.float32)
    shorter, longer = np.minimum(length_one, length_other), np.maximum(length_one, length_other)
    return {
        "shorter": shorter,
        "length_apart": longer - shorter,
        "length_ratio": shorter / np.maximum(longer, 1),
        "whole_cost": pairs.whole_cost,
        "cost": pairs.cost,
        "reordered": pairs.reordered,
        "edits": compare(one, other, Levenshtein.distance),
        "indel": compare(one, other, Indel.normalized_similarity),
        "jaro_winkler": compare(one, other, JaroWinkler.normalized_similarity),
        "prefix": compare(one, other, Prefix.similarity),
        "suffix": compare(one, other, Postfix.similarity),
        "transposed": compare(one, other, OSA.normalized_similarity),
        "bones_edits": compare(bones_one, bones_other, Levenshtein.distance),
        "bones": compare(bones_one, bones_other, Levenshtein.normalized_similarity),
        "consonant_edits": compare(bare_one, bare_other, Levenshtein.distance),
        "consonants": compare(bare_one, bare_other, Levenshtein.normalized_similarity),
        "fewer_consonants": np.array(
            [min(len(a), len(b)) for a, b in zip(bare_one, bare_other, strict=True)], np.float32
        ),
        "arranged": compare(left, right, Indel.normalized_similarity),
        "arranged_edits": compare(left, right, Levenshtein.distance),
        "arranged_bones_edits": compare(bones_left, bones_right, Levenshtein.distance),
    }


def wordwise(pairs: Pairs) -> Features:
    """How the words of the two names go together."""
    words, one, other, partner = pairs.words, pairs.one, pairs.other, pairs.partner
    count = len(pairs)
    row = np.arange(count)
    cost = pairs.word_cost
    paired = cost < UNPAIRED
    costs = np.where(paired, cost, -1)
    ranked = np.sort(costs, axis=1)[:, ::-1]
    worst = costs.argmax(axis=1)
    counts_one, counts_other = words.counts[:count], words.counts[count:]
    met = np.where(paired, other[row[:, None], np.maximum(partner, 0)], -1)
    length_one, length_met = words.lengths[one], words.lengths[met]
    free_one, free_other = free(pairs)
    free_lengths = np.where(free_one, length_one, 0), np.where(free_other, words.lengths[other], 0)
    short = paired & ((length_one == 1) | (length_met == 1))
    same_letter = words.letter[one] == words.letter[met]
    place = np.where(paired, partner, -1)
    turned = np.zeros(count)
    for i in range(MOST - 1):
        later = (place[:, i + 1 :] >= 0) & (place[:, i + 1 :] < place[:, i : i + 1])
        turned += later.sum(axis=1)
    last_one, last_other = np.maximum(counts_one, 1) - 1, np.maximum(counts_other, 1) - 1
    return {
        "fewer_words": np.minimum(counts_one, counts_other),
        "more_words": np.maximum(counts_one, counts_other),
        "worst": ranked[:, 0],
        "second_worst": ranked[:, 1],
        "best": np.where(paired, cost, UNPAIRED).min(axis=1),
        "mean": np.where(paired, cost, 0).sum(axis=1) / np.maximum(1, paired.sum(axis=1)),
        "paired": paired.sum(axis=1),
        "equal": (paired & (cost == 0)).sum(axis=1),
        "worst_length": length_one[row, worst],
        "worst_place": worst,
        "worst_is_last": worst == counts_one - 1,
        "first_word": costs[:, 0],
        "free": free_one.sum(axis=1) + free_other.sum(axis=1),
        "free_letters": free_lengths[0].sum(axis=1) + free_lengths[1].sum(axis=1),
        "free_first": free_one[:, 0] | free_other[:, 0],
        "free_last": free_one[row, last_one] | free_other[row, last_other],
        "free_short": (free_one & (length_one <= 2)).sum(axis=1)
        + (free_other & (words.lengths[other] <= 2)).sum(axis=1),
        "turned": turned,
        "initials": (short & same_letter).sum(axis=1),
        "other_initials": (short & ~same_letter).sum(axis=1),
        "other_letters": (paired & ~same_letter).sum(axis=1),
    }


def free(pairs: Pairs) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words of either name stand for no word of the other."""
    paired = pairs.partner >= 0
    used = np.zeros(pairs.other.shape, bool)
    rows, places = np.nonzero(paired)
    used[rows, pairs.partner[rows, places]] = True
    return (pairs.one >= 0) & ~paired, (pairs.other >= 0) & ~used


def numbered(pairs: Pairs) -> Features:
    """Whether the numbers differ: 1 where one name has none, 2 where both have; how many have."""
    among = numbers_among(pairs.words.words)
    flag = np.array([word in among for word in pairs.words.words] + [False])
    apart, have = np.zeros(len(pairs), np.float32), np.zeros(len(pairs), np.float32)
    for n in np.flatnonzero(flag[pairs.one].any(axis=1) | flag[pairs.other].any(axis=1)):
        one, other = numbers(pairs.first[n]), numbers(pairs.second[n])
        have[n] = bool(one) + bool(other)
        if one != other:
            apart[n] = have[n]
    return {"numbers_apart": apart, "numbers": have}


def given_names(pairs: Pairs, persons: NDArray[np.bool_]) -> Features:
    """How many differing words are two forms of one given name, and how many are two names."""
    table, none = families(), frozenset[int]()
    known = [table.get(bones, none) for bones in pairs.words.skeletons]
    flag = np.array([bool(found) for found in known] + [False])
    same, apart = np.zeros(len(pairs), np.float32), np.zeros(len(pairs), np.float32)
    met = np.where(
        pairs.partner >= 0,
        pairs.other[np.arange(len(pairs))[:, None], np.maximum(pairs.partner, 0)],
        -1,
    )
    both = pairs.differs & flag[pairs.one] & flag[met] & persons[:, None]
    for n, i in zip(*np.nonzero(both), strict=True):
        one, other = known[pairs.one[n, i]], known[met[n, i]]
        if one & other:
            same[n] += 1
        elif not are_related(one, other):
            apart[n] += 1
    return {"given_same": same, "given_apart": apart}


def marked(pairs: Pairs) -> Features:
    """How many of the two names bear marks and apostrophes, and how many bear marks alone."""
    any_ = [np.array([bool(mark.strip("0")) for mark in side]) for side in pairs.marks]
    accents = [np.array([bool(mark.strip("01")) for mark in side]) for side in pairs.marks]
    return {
        "marked": any_[0].astype(np.float32) + any_[1],
        "accented": accents[0].astype(np.float32) + accents[1],
    }
