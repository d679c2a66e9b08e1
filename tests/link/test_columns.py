"""Mentions, pairs and relations in columns say what lists and sets of them say."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.grouped import Grouped
from audit.link import pairs as module
from audit.link.compare_names import How, Relation
from audit.link.entities import Entities
from audit.link.gather import forms_of
from audit.link.known import KnownForms
from audit.link.linker import joined
from audit.link.pairs import Blocks, PairSet, meeting, unpacked
from audit.link.relations import Relations
from audit.model.mentions import Mentions
from audit.model.names import Kind, Mention, VariantKind
from audit.model.place import Span
from tests.link.feed import NOTHING, documents

MENTIONS = st.builds(
    lambda document, start, text, kind, lang, first, quoted: Mention(
        document, Span(start, start + len(text)), text, kind, lang, first, quoted
    ),
    st.sampled_from(["b", "a", "c"]),
    st.integers(0, 99),
    st.sampled_from(["Kim", "Oleg Ivanov", "Харків"]),
    st.sampled_from(Kind),
    st.sampled_from(["en", "en-GB", "uk"]),
    st.booleans(),
    st.booleans(),
)
PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]))
PLACES = st.lists(st.sets(st.integers(0, 20)), min_size=10, max_size=10)


@given(st.lists(MENTIONS, unique=True))
def test_mentions_come_back_as_they_were(given_: list[Mention]) -> None:
    packed = Mentions.of(given_)
    assert list(packed) == given_
    assert [packed[at] for at in range(len(given_))] == given_
    assert packed[1:3] == given_[1:3]
    assert packed == given_
    assert (packed == tuple(given_[1:])) is not bool(given_)
    assert packed.texts == [one.text for one in given_]
    assert list(packed.kinds) == [one.kind for one in given_]
    assert [packed.table.ids[at] for at in packed.documents] == [one.document for one in given_]


@given(st.lists(MENTIONS, unique=True), st.integers(0, 9))
def test_mentions_are_put_in_order_of_document_and_place(given_: list[Mention], cut: int) -> None:
    packed = Mentions.of(given_)
    ordered = list(packed[:cut].in_order(packed[cut:]))
    places = [(one.document, one.span) for one in ordered]
    assert places == sorted(places)
    assert set(ordered) == set(given_)


@given(PAIRS, st.integers(1, 4))
def test_pairs_are_kept_once_and_in_order(given_: list[tuple[int, int]], waiting: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_WAITING", waiting)
        found = PairSet()
        for one in given_:
            found.add([one])
        assert list(unpacked(found.packed())) == sorted(set(given_))


@given(st.lists(st.sets(st.sampled_from("abcde"))))
def test_numbers_meet_under_common_keys(keys: list[set[str]]) -> None:
    blocks = Blocks()
    for number, own in enumerate(keys):
        blocks.add(own, number)
    met = {pair for block in blocks.several() for pair in combinations(block, 2)}
    assert met == {
        (one, other) for one, other in combinations(range(len(keys)), 2) if keys[one] & keys[other]
    }


@given(PAIRS.map(lambda some: sorted(set(some))), PLACES, st.integers(1, 30))
def test_two_meet_where_they_have_a_place_in_common(
    given_: list[tuple[int, int]], places: list[set[int]], at_once: int
) -> None:
    found = PairSet()
    found.add(given_)
    keys = [key for key, own in enumerate(places) for _ in own]
    values = [place for own in places for place in sorted(own)]
    grouped = Grouped.under(np.array(keys, np.uint32), np.array(values, np.uint32), len(places))
    assert list(grouped) == [sorted(own) for own in places]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_AT_ONCE", at_once)
        met = meeting(found.packed(), grouped).tolist()
    assert met == [bool(places[one] & places[other]) for one, other in given_]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)),
        st.builds(Relation, st.sampled_from(How), st.sampled_from(VariantKind), st.just(0.9)),
    )
)
def test_relations_are_a_mapping(given_: dict[tuple[int, int], Relation]) -> None:
    packed = Relations(given_.items())
    assert packed == given_
    assert packed.get((11, 12)) is None
    for one in range(10):
        assert packed.of(one) == {b: relation for (a, b), relation in given_.items() if a == one}
    with pytest.raises(KeyError):
        packed[11, 12]


def test_sentences_of_a_word_are_those_of_the_names_that_hold_it() -> None:
    feed = documents(["Oleg Belkov slept. Belkov ate."], ["Oleg Belkov", "Belkov", "Oleg"])
    forms = forms_of(feed, KnownForms(NOTHING))
    full, alone = (next(one for one in forms if one.text == t) for t in ("Oleg Belkov", "Belkov"))
    assert full.sentences < alone.sentences
    owner, every = forms.sentences.lists(np.arange(len(forms), dtype=np.uint32))
    assert [set(every[owner == at].tolist()) for at in range(len(forms))] == [
        one.sentences for one in forms
    ]
    assert (np.bincount(owner) <= forms.sentences.sizes).all()


def test_entities_on_disk_are_those_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Kim Jong Un met Oleg Ivanov. Kim left.", "Ivanov wrote to Kim Jong-un."]
    feed = documents(texts, ["Kim Jong Un", "Kim Jong-un", "Oleg Ivanov", "Ivanov", "Kim"])
    held = joined(feed, NOTHING)
    monkeypatch.setattr("audit.link.entities.HELD", 1)
    found = joined(feed, NOTHING)
    assert isinstance(found, Entities)
    assert held.is_held
    assert not found.is_held
    assert list(found) == list(held) == [held[at] for at in range(len(held))]
    assert any(len(one.forms) > 1 for one in found)
