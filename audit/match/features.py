"""The features of a pair of names, in the order that the trees know them by."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.match.align import MARK, WIDTH, Alignment
from audit.match.differences import Differences, differences
from audit.match.model import Costs, Evidence
from audit.match.names import MOST, digests
from audit.match.origin import CHINESE, JAPANESE, KOREAN, ORIGINS
from audit.match.pairs import UNPAIRED, Pairs, pair_up
from audit.match.readings import chinese, japanese, korean
from audit.match.sounds import COLUMNS, compare_sounds
from audit.match.spelling import Features, free, given_names, likenesses, marked, numbered, wordwise
from audit.match.usual import Usual
from audit.model.names import Kind

PERSON, PLACE, ORGANISATION = range(3)
"""Kinds as the matcher counts them."""
NUMBER_OF_KIND = {Kind.PERSON: PERSON, Kind.PLACE: PLACE, Kind.ORGANISATION: ORGANISATION}

LIKELY = 0.02
"""Probability of an origin from which names are read in its syllables."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs with the kind of each, and the features that nothing has to be learned for."""

    pairs: Pairs
    kind: Ints
    counted: Features

    def __len__(self) -> int:
        return len(self.pairs)


def take_apart(ones: Sequence[str], others: Sequence[str], kind: Ints) -> Batch:
    """The batch of the pairs of `ones` and `others`; neither side may be empty."""
    pairs = pair_up(ones, others, kind == ORGANISATION)
    counted = {
        "person": kind == PERSON,
        "place": kind == PLACE,
        **likenesses(pairs),
        **wordwise(pairs),
        **numbered(pairs),
        **given_names(pairs, kind == PERSON),
        **marked(pairs),
    }
    return Batch(pairs, kind, {name: values.astype(np.float32) for name, values in counted.items()})


def matrix(batch: Batch, evidence: Evidence) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    """All features, a row for each pair, and what the columns are."""
    origin = evidence.origins.guess(batch.pairs.first, batch.pairs.second)
    words = digests(batch.pairs.words.words)
    found: Features = {
        **batch.counted,
        **{
            f"from_{'_'.join(languages)}": origin[n].astype(np.float32)
            for n, languages in enumerate(ORIGINS)
        },
        **_sounds(batch.pairs, origin),
        **_worth(batch, evidence.costs, origin.argmax(axis=0)),
        **_rarity(batch.pairs, words, evidence.common),
        **_usualness(batch.pairs, evidence.usual),
        **evidence.known.compare(batch.pairs, np.array(words, np.uint32)),
    }
    columns = np.stack([found[name].astype(np.float32) for name in found])
    return columns.T, tuple(found)  # as it is made, column by column, which the trees read it by


def _sounds(pairs: Pairs, origin: Floats) -> Features:
    found: Features = {}
    for language, number, read in (
        ("zh", CHINESE, chinese), ("ko", KOREAN, korean), ("ja", JAPANESE, japanese),
    ):  # fmt: skip
        compared = compare_sounds(pairs, np.flatnonzero(origin[number] > LIKELY), read)
        found |= {f"{language}_{name}": compared[:, n] for n, name in enumerate(COLUMNS)}
    return found


_VOWEL = np.zeros(WIDTH, bool)
_VOWEL[[1, 5, 9, 15, 21]] = True


def beside_differences(batch: Batch) -> Floats:
    """What is weighed beside the differences: equal letters, kind, order, cost."""
    aligned = batch.pairs.paired
    first, second = aligned.first & (MARK - 1), aligned.second & (MARK - 1)
    equal = (first == second) & (first > 0)
    return np.stack(
        [
            np.ones(len(batch)),
            equal.sum(axis=0) / 10,
            (equal & ~_VOWEL[first]).sum(axis=0) / 5,
            batch.kind == PERSON,
            batch.kind == PLACE,
            batch.pairs.reordered,
            batch.pairs.cost,
        ],
        axis=1,
    ).astype(float)


def differing(batch: Batch, origin: Ints) -> Differences:
    """The differences between the names of each pair."""
    return differences(batch.pairs.paired, batch.kind, origin)


def _worth(batch: Batch, costs: Costs, origin: Ints) -> Features:
    """What the learned costs say of the differences, of all, of the worst, of the worst word."""
    count = len(batch)
    found = differing(batch, origin)
    value = costs.differences[found.features].sum(axis=1)
    pair = found.pair

    def tally(weights: NDArray[np.generic]) -> NDArray[np.generic]:
        return np.bincount(pair, weights.astype(float), minlength=count)

    number = np.bincount(pair, minlength=count)
    order = np.lexsort((value, pair))
    ranked = np.append(value[order], 0)
    begin = np.cumsum(number) - number
    longest = np.zeros(count)
    np.maximum.at(longest, pair, found.letters)
    last = np.where(number > 0, begin + number - 1, len(value))
    features: dict[str, NDArray[np.generic]] = {
        "worth": np.bincount(pair, value, minlength=count)
        + beside_differences(batch) @ costs.rest.astype(float),
        "differences": number,
        "worst_difference": np.where(number > 0, ranked[np.where(number > 0, begin, -1)], 1),
        "second_difference": np.where(number > 1, ranked[np.where(number > 1, begin + 1, -1)], 1),
        "best_difference": np.where(number > 0, ranked[last], 1),
        "unseen": tally(costs.differences[found.features[:, 0]] == 0),
        "consonant_differences": tally(~found.vowels_only),
        "at_start": tally(found.at_start),
        "at_end": tally(found.at_end),
        "longest": longest,
        **_worth_of_words(batch, costs, origin),
    }
    return {name: values.astype(np.float32) for name, values in features.items()}


NO_WORD = 99.0


def _worth_of_words(batch: Batch, costs: Costs, origin: Ints) -> dict[str, NDArray[np.generic]]:
    rows, places = np.nonzero(batch.pairs.differs)
    aligned: Alignment = batch.pairs.by_words
    worth = np.full((len(batch), MOST), NO_WORD)
    if len(rows):
        found = differences(aligned, batch.kind[rows], origin[rows])
        value = costs.differences[found.features].sum(axis=1)
        equal = ((aligned.first == aligned.second) & (aligned.first > 0)).sum(axis=0)
        words = np.bincount(found.pair, value, minlength=len(rows)) + equal / 10 * costs.rest[1]
        worth[rows, places] = words
    ranked = np.sort(worth, axis=1)
    return {"worst_word": ranked[:, 0], "second_word": ranked[:, 1], "first_worth": worth[:, 0]}


def _rarity(pairs: Pairs, words: Sequence[int], common: dict[int, float]) -> Features:
    """How common the words are that agree, differ and stand alone: rare ones tell more."""
    known = np.array([common.get(number, 0.0) for number in words] + [0.0])
    row = np.arange(len(pairs))
    one, other = known[pairs.one], known[pairs.other]
    paired = pairs.partner >= 0
    met = np.where(paired, other[row[:, None], np.maximum(pairs.partner, 0)], 0)
    cost = pairs.word_cost
    equal = paired & (cost == 0)
    worst = np.where(cost < UNPAIRED, cost, -1).argmax(axis=1)
    free_one, free_other = free(pairs)
    found = {
        "equal_rarity": np.where(equal, np.maximum(0, 7 - one), 0).sum(axis=1),
        "rarest_equal": np.where(equal, one, 9).min(axis=1),
        "worst_rarer": np.minimum(one[row, worst], met[row, worst]),
        "worst_commoner": np.maximum(one[row, worst], met[row, worst]),
        "free_commonest": np.maximum(
            np.where(free_one, one, 0).max(axis=1), np.where(free_other, other, 0).max(axis=1)
        ),
        "free_rarest": np.minimum(
            np.where(free_one, one, 9).min(axis=1), np.where(free_other, other, 9).min(axis=1)
        ),
    }
    return {name: values.astype(np.float32) for name, values in found.items()}


def _usualness(pairs: Pairs, usual: Usual) -> Features:
    """How usual the letters of both names are; of two usual names a letter makes two places."""
    one, one_sign = usual.of(pairs.first)
    other, other_sign = usual.of(pairs.second)
    found = {
        "less_usual": np.minimum(one, other),
        "more_usual": np.maximum(one, other),
        "usual_apart": np.abs(one - other),
        "usual_sign": one_sign + other_sign,
    }
    return {name: values.astype(np.float32) for name, values in found.items()}
