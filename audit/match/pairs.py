"""Pairs of names taken apart: which word of one stands for which word of the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from audit.match.align import Alignment, align
from audit.match.names import MOST, Words, fold, without_form, words_of

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

OUT_OF_PLACE = 0.03
"""Added for each place that a word stands from its partner, to settle ties."""
UNPAIRED = 9.0
"""The cost of a word that has no partner; beyond any other."""
INITIAL = 0.125
"""What an initial costs that stands for a word with this first letter."""
OTHER_INITIAL = 1.2
"""What it costs where the word begins with another letter."""
UNLIKE = 0.12
"""Relative cost above which another order of the words is tried."""
CLEARER = 0.05
"""How much more alike two names must be in another order of words for that order to be taken."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A batch of pairs of names, each pair in the order of its letters.

    `one` and `other` number the words of the two names in `words`. `partner[n, i]` is the place in
    the second name of the word that stands for word i of the first, -1 where none does;
    `word_cost[n, i]` is what their letters differ by, relative to their length. Words that have a
    partner of other letters stand in `by_words`, in the order of `np.nonzero(differs)`. `paired` is
    the alignment of the names as wholes, with the words in the same order where that makes them
    more alike (`reordered`), and `cost` what it costs, relative to the length.
    """

    first: list[str]
    second: list[str]
    marks: tuple[list[str], list[str]]
    solid: tuple[list[str], list[str]]
    words: Words
    one: NDArray[np.int32]
    other: NDArray[np.int32]
    partner: Ints
    word_cost: Floats
    differs: Flags
    by_words: Alignment
    whole_cost: Floats
    paired: Alignment
    cost: Floats
    reordered: Flags
    arranged: tuple[list[str], list[str]]

    def __len__(self) -> int:
        return len(self.first)


def pair_up(ones: Sequence[str], others: Sequence[str], organisations: Flags) -> Pairs:
    """Take apart pairs of names, in whichever order each pair is given.

    `organisations` says of which pairs legal forms are left out.
    """
    count = len(ones)
    letters, marks = fold([*ones, *others])
    for n in np.flatnonzero(organisations).tolist():
        for m in (n, n + count):
            letters[m], marks[m] = without_form(letters[m], marks[m])
    for n in range(count):
        m = n + count
        if (letters[n], marks[n]) > (letters[m], marks[m]):
            letters[n], letters[m], marks[n], marks[m] = letters[m], letters[n], marks[m], marks[n]
    words = words_of(letters)
    one, other = words.of_names[:count], words.of_names[count:]
    partner = _partners(words, one, other)
    there = np.arange(count)[:, None]
    met = np.where(partner >= 0, other[there, partner], -1)
    differs = (partner >= 0) & (one != met)
    by_words, word_cost = _word_costs(words, one, met, differs)
    solid = "\n".join(letters).replace(" ", "").split("\n") if count else []
    under = [
        _solid_marks(name, mark) if mark.strip("0") else ""
        for name, mark in zip(letters, marks, strict=True)
    ]
    left, right = solid[:count], solid[count:]
    whole = align(left, right, (under[:count], under[count:]))
    whole_cost = whole.cost
    arranged, reordered = _arrange(words, one, met, partner, word_cost, solid=(left, right))
    _turn(letters[:count], letters[count:], whole_cost, arranged, reordered)
    paired, cost = _cheaper(whole, whole_cost, arranged, np.flatnonzero(reordered))
    return Pairs(
        letters[:count], letters[count:], (marks[:count], marks[count:]), (left, right), words,
        one, other, partner, word_cost, differs, by_words, whole_cost, paired, cost, reordered,
        arranged,
    )  # fmt: skip


def _solid_marks(name: str, marks: str) -> str:
    return "".join([mark for one, mark in zip(name, marks, strict=True) if one != " "])


def _partners(words: Words, one: NDArray[np.int32], other: NDArray[np.int32]) -> Ints:
    """The partner of each word; a single word stands for the other name's, if that has one too."""
    partner = np.full(one.shape, -1, np.int64)
    single = (words.counts[: len(one)] == 1) & (words.counts[len(one) :] == 1)
    partner[single, 0] = 0
    rest = np.flatnonzero(~single)
    partner[rest] = _nearest(words, one[rest], other[rest])
    return partner


def _nearest(words: Words, one: NDArray[np.int32], other: NDArray[np.int32]) -> Ints:
    """Give each word the nearest word that is left, the nearest pairs first."""
    count, size = len(one), max(len(words.words), 1)
    valid = (one[:, :, None] >= 0) & (other[:, None, :] >= 0)
    equal = valid & (one[:, :, None] == other[:, None, :])
    wanted = valid & ~equal
    key = one[:, :, None].astype(np.int64) * size + other[:, None, :]
    distinct, inverse = np.unique(key[wanted], return_inverse=True)
    costs = np.full((count, MOST, MOST), UNPAIRED, np.float32)
    costs[equal] = 0
    if len(distinct):
        bones = words.skeletons
        apart = process.cpdist(
            [bones[k] for k in distinct // size],
            [bones[k] for k in distinct % size],
            scorer=Levenshtein.normalized_distance,
            dtype=np.float32,
        )
        costs[wanted] = apart[inverse]
        short = wanted & (words.initial[one][:, :, None] ^ words.initial[other][:, None, :])
        agree = words.letter[one][:, :, None] == words.letter[other][:, None, :]
        costs[short] = np.where(agree, INITIAL, OTHER_INITIAL)[short]
    places = np.abs(np.arange(MOST)[:, None] - np.arange(MOST)[None, :]) * OUT_OF_PLACE
    rank = np.where(valid, costs + places.astype(np.float32), UNPAIRED)
    partner = np.full((count, MOST), -1, np.int64)
    flat, live = rank.reshape(count, MOST * MOST), np.arange(count)
    for _ in range(MOST):
        best = flat[live].argmin(axis=1)
        found = flat[live, best] < UNPAIRED
        live, best = live[found], best[found]
        if not len(live):
            break
        row, column = best // MOST, best % MOST
        partner[live, row] = column
        rank[live, row, :] = UNPAIRED
        rank[live, :, column] = UNPAIRED
    return partner


def _word_costs(
    words: Words, one: NDArray[np.int32], met: NDArray[np.int32], differs: Flags
) -> tuple[Alignment, Floats]:
    """Align the words that stand for one another and differ."""
    cost = np.full(one.shape, UNPAIRED, np.float32)
    cost[met >= 0] = 0
    ones = [words.words[k] for k in one[differs]]
    others = [words.words[k] for k in met[differs]]
    aligned = align(ones, others)
    if ones:
        apart = aligned.cost
        short = words.initial[one[differs]] ^ words.initial[met[differs]]
        agree = words.letter[one[differs]] == words.letter[met[differs]]
        cost[differs] = np.where(short, np.where(agree, INITIAL, OTHER_INITIAL), apart)
    return aligned, cost


def _arrange(
    words: Words,
    one: NDArray[np.int32],
    met: NDArray[np.int32],
    partner: Ints,
    cost: Floats,
    *,
    solid: tuple[list[str], list[str]],
) -> tuple[tuple[list[str], list[str]], Flags]:
    """The names with their words in one order, odd words and initials left out."""
    in_order = (partner == np.arange(MOST)) | (one < 0)
    odd = (one >= 0).sum(1) != words.counts[len(one) :]
    initial = cost == np.float32(INITIAL)
    changed = ~in_order.all(1) | odd | initial.any(1)
    left, right = list(solid[0]), list(solid[1])
    kept = (partner >= 0) & ~initial
    texts = words.words
    for n in np.flatnonzero(changed):
        left[n] = "".join([texts[k] for k in one[n][kept[n]]])
        right[n] = "".join([texts[k] for k in met[n][kept[n]]])
    return (left, right), changed


def _turn(
    first: list[str],
    second: list[str],
    whole_cost: Floats,
    arranged: tuple[list[str], list[str]],
    reordered: Flags,
) -> None:
    """Try the last word first and the first word last, for names also divided differently."""
    rows, ones, others = [], [], []
    for n in np.flatnonzero(whole_cost > UNLIKE):
        words = second[n].split()
        if len(words) > 1:
            solid = first[n].replace(" ", "")
            rows += [n, n]
            ones += [solid, solid]
            others += [words[-1] + "".join(words[:-1]), "".join(words[1:]) + words[0]]
    if not rows:
        return
    left, right = arranged
    usual = process.cpdist(
        [left[n] for n in rows], [right[n] for n in rows], scorer=Indel.normalized_similarity
    )
    turned = process.cpdist(ones, others, scorer=Indel.normalized_similarity)
    for k in np.flatnonzero((turned > usual + CLEARER) & (turned > 0.7)):
        left[rows[k]], right[rows[k]] = ones[k], others[k]
        reordered[rows[k]] = True


def _cheaper(
    whole: Alignment,
    whole_cost: Floats,
    arranged: tuple[list[str], list[str]],
    changed: Ints,
) -> tuple[Alignment, Floats]:
    """For each pair of names, the cheaper of the two alignments."""
    left, right = ([side[n] for n in changed] for side in arranged)
    again = align(left, right)
    cost = again.cost
    columns = max(len(whole.first), len(again.first))
    first = np.zeros((columns, len(whole_cost)), np.uint8)
    second = first.copy()
    first[: len(whole.first)], second[: len(whole.second)] = whole.first, whole.second
    better = cost < whole_cost[changed]
    at = changed[better]
    first[:, at], second[:, at] = 0, 0
    first[: len(again.first), at] = again.first[:, better]
    second[: len(again.second), at] = again.second[:, better]
    merged = whole_cost.copy()
    merged[at] = cost[better]
    return Alignment(first, second, merged), merged
