"""What holds of the entities of any feed whatever."""

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit.link import link
from audit.link.cluster import between, clusters
from audit.link.compare_names import How, Relation, relate
from audit.link.gather import forms_of
from audit.link.known import KnownForms
from audit.model.authority import Authority, NameRecord
from audit.model.names import Entity, Kind, VariantKind
from audit.model.text import Document
from tests.link.feed import NOTHING, documents

FORMS = [
    "Kim Jong Un", "Kim Jong-un", "Kim Yo Jong", "Kim", "Khasan", "Hasan", "Ali Hasan",
    "Vladivostok", "Oleg Ivanov", "Sergei Ivanov", "Ivanov", "Ivanova", "Podolyak", "Podoliak",
    "Mykhailo Podolyak", "Korbeevo", "Korbeyavo", "Al-Assad", "al-Assad", "Moritani Kasane",
    "Kasane Moritani", "Вагнер", "Wagner", "Вагнера",
]  # fmt: skip
LISTED = Authority(
    (
        NameRecord(
            "khasan", Kind.PLACE, "Khasan",
            other=("Hasan",), near_only=("Hasan",), near=("Vladivostok",),
        ),
        NameRecord("wagner", Kind.ORGANISATION, "Вагнер", lang="uk"),
    ),
    digest="two",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FORMS), min_size=1, max_size=6).map(
    lambda names: " ".join(f"They saw {name}." for name in names)
)
FEEDS = st.lists(TEXTS, min_size=1, max_size=4)
LANGUAGES = st.sampled_from(["en", "uk"])
AUTHORITIES = st.sampled_from([NOTHING, LISTED])


def groups(entities: Sequence[Entity]) -> set[frozenset[tuple[str, int]]]:
    """The sets of mentions that make one entity each."""
    return {frozenset((m.document, m.span.start) for m in one.mentions) for one in entities}


@given(FEEDS, LANGUAGES, AUTHORITIES)
def test_every_mention_is_in_exactly_one_entity(
    texts: list[str], lang: str, authority: Authority
) -> None:
    feed = documents(texts, FORMS, lang)
    entities = link(feed, authority)
    every = [mention for one in entities for mention in one.mentions]
    assert len(every) == len(set(every))
    assert set(every) == {mention for document in feed for mention in document.mentions}


@given(FEEDS, LANGUAGES, AUTHORITIES)
def test_entities_are_told_apart_by_their_ids_and_count_their_forms(
    texts: list[str], lang: str, authority: Authority
) -> None:
    entities = link(documents(texts, FORMS, lang), authority)
    assert len({one.id for one in entities}) == len(entities)
    for one in entities:
        assert sum(form.count for form in one.forms) == len(one.mentions)
        assert {variant.form for variant in one.variants} <= {form.text for form in one.forms}
        assert one.canonical.text not in {variant.form for variant in one.variants}
        assert all(0 <= variant.confidence <= 1 for variant in one.variants)
        assert list(one.mentions) == sorted(one.mentions, key=lambda m: (m.document, m.span))


@given(FEEDS, LANGUAGES, AUTHORITIES)
def test_the_most_mentioned_stands_first(texts: list[str], lang: str, authority: Authority) -> None:
    sizes = [len(one.mentions) for one in link(documents(texts, FORMS, lang), authority)]
    assert sizes == sorted(sizes, reverse=True)


@given(FEEDS, LANGUAGES, AUTHORITIES, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_no_group(
    texts: list[str], lang: str, authority: Authority, random: object
) -> None:
    feed = list(documents(texts, FORMS, lang))
    turned = list(feed)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert groups(link(feed, authority)) == groups(link(turned, authority))


@given(TEXTS, AUTHORITIES)
def test_two_records_never_share_an_entity(text: str, authority: Authority) -> None:
    for lang in ("en", "uk"):
        feed = documents([text], FORMS, lang)
        known = KnownForms(authority)
        for one in link(feed, authority):
            found = {known.record(mention, feed[0]) for mention in one.mentions}
            assert len({each.record.id for each in found if each}) <= 1


@given(TEXTS, LANGUAGES, AUTHORITIES)
def test_full_names_are_related_the_same_both_ways(
    text: str, lang: str, authority: Authority
) -> None:
    feed: tuple[Document, ...] = documents([text], FORMS, lang)
    forms = forms_of(feed, KnownForms(authority))
    for one in forms:
        for other in forms:
            if len(one.parts) == len(other.parts):
                there, back = (
                    relate(one, other, together=True),
                    relate(other, one, together=True),
                )
                assert there == back


RELATIONS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    st.builds(
        Relation,
        st.sampled_from(How),
        st.just(VariantKind.SPELLING),
        st.sampled_from([0.5, 0.7, 0.9]),
    ),
)


@given(RELATIONS)
def test_linkage_is_complete(relations: dict[tuple[int, int], Relation]) -> None:
    feed = documents(["a b c d e f"], list("abcdef"))
    forms = forms_of(feed, KnownForms(NOTHING))
    assume(len(forms) == 6)
    found = clusters(forms, relations)
    assert sorted(index for group in found for index in group) == list(range(6))
    for group in found:
        assert all(between(relations, a, b) for a in group for b in group if a < b)


@pytest.mark.parametrize("scope", [1, 2])
def test_one_name_in_two_documents_apart_is_two_entities(scope: int) -> None:
    feed = documents(["They saw Kovalchuk.", "They met Kovalchuk."], ["Kovalchuk"])
    if scope == 1:
        apart = [entity for one in feed for entity in link([one], NOTHING)]
        assert len({entity.id for entity in apart}) == 2
    else:
        assert len(link(feed, NOTHING)) == 1
