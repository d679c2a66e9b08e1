"""What was told of pairs of forms comes back for the same question, and for no other."""

from collections.abc import Mapping
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.link.compare_names import How, Relation
from audit.link.gather import forms_of
from audit.link.known import KnownForms
from audit.link.told import Described, Indices, PairRecall, Pairs, Told
from audit.model.names import VariantKind
from tests.link.feed import NOTHING, documents

NAMES = ["Oleg Ivanov", "Ivanov", "Maria Petrenko", "Kharkiv"]
FORMS = forms_of(documents(["; ".join(NAMES)], NAMES), KnownForms(NOTHING))
ANSWERS = [
    None,
    Relation(How.SAME, None, 0.95),
    Relation(How.SAME, VariantKind.SPELLING, 0.8),
    Relation(How.PART, None, 0.9),
]
ASKED = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), unique=True)


def _ask(
    recall: PairRecall,
    asked: list[tuple[int, int, int]],
    answers: Mapping[tuple[int, ...], Relation | None],
) -> tuple[dict[object, Relation], int]:
    """The relations of what is asked, and how many of these had to be found."""
    found = []

    def find(at: Indices) -> list[Relation | None]:
        found.extend(at.tolist())
        return [answers[asked[one]] for one in at.tolist()]

    first, second, stand = np.array(asked, np.int64).reshape(-1, 3).T
    pairs = Pairs(first, second)
    told = recall.answers(Described(FORMS), pairs, stand.astype(np.uint8), find)
    return dict(told), len(found)


@given(ASKED, ASKED, st.lists(st.sampled_from(ANSWERS), min_size=64, max_size=64))
def test_only_what_was_not_asked_before_is_found_out(
    before: list[tuple[int, int, int]],
    now: list[tuple[int, int, int]],
    answers: list[Relation | None],
) -> None:
    by_question = dict(zip(product(range(4), repeat=3), answers, strict=True))
    first = PairRecall(Told(), keeps=True)
    assert _ask(first, before, by_question)[1] == len(before)
    cold = _ask(PairRecall(Told(), keeps=False), now, by_question)
    second = PairRecall(first.told(), keeps=True)
    warm = _ask(second, now, by_question)
    assert warm == (cold[0], len({*now} - {*before}))
    assert _ask(PairRecall(second.told(), keeps=True), now, by_question) == (cold[0], 0)


def test_a_run_that_keeps_nothing_tells_nothing() -> None:
    recall = PairRecall(Told(), keeps=False)
    _ask(recall, [(0, 1, 0)], {(0, 1, 0): ANSWERS[1]})
    assert recall.told() == Told()
