"""What is settled of a name hangs on what is asked of it, and on nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.link import Memory, asked_alike
from audit.link.apart import candidates_apart
from audit.link.asked import questions
from audit.link.assemble import Settled, settled, settled_plainly
from audit.link.block import candidates
from audit.link.digests import mixed, separate, stacked, summed
from audit.link.entities import Entities
from audit.link.gather import forms_of
from audit.link.known import KnownForms
from audit.link.linker import joined, names_of
from audit.link.lookalikes import lookalikes
from audit.link.names import Names
from audit.link.told import Described
from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind, Variant, VariantKind
from audit.model.place import Span
from audit.model.text import Document
from tests import builders as make
from tests.link.feed import NOTHING, documents

SPELLINGS = (
    *("Kim Jong Un", "Kim Jong-un", "Kim", "Oleg Belkov", "Oleg Belkoff", "Belkov", "Belkoff"),
    *("Remenyuk", "Remeniuk", "Hasan", "Khasan", "Oleg Hasan"),
    *("Jose Cezanne", "Cezanne", "Cézanne", "Харків", "Харкові"),
)
PATTERNS = ("{} slept.", "{} met {}.", "“No,” said {} in Primorye.", "{}, {} and {} left Busan.")
STATION = NameRecord(
    "station", Kind.PLACE, "Khasan", near_only=("Hasan",), near=("Primorye", "Busan")
)
AUTHORITY = Authority((STATION,), "some")

Sentence = tuple[str, Kind]
"""A sentence, and the kind that its names seem to be of."""

sentences = st.tuples(
    st.builds(
        lambda pattern, names: pattern.format(*names),
        st.sampled_from(PATTERNS),
        st.lists(st.sampled_from(SPELLINGS), min_size=3, max_size=3),
    ),
    st.sampled_from([Kind.NAME, Kind.PERSON, Kind.PLACE]),
)


def article(some: Sequence[Sentence], number: int, lang: str, source_lang: str | None) -> Document:
    """One document with the names in it pointed out, beside its source where it has one."""
    plain = make.document("\n".join(text for text, _ in some), id=f"d{number}", lang=lang)
    kinds = [kind for _, kind in some]
    found = [
        replace(one, kind=kinds[plain.text.count("\n", 0, one.span.start)])
        for one in make.mentions([plain], *SPELLINGS)
    ]
    source = source_lang and "Олег Белков встретил Хасана , а потом ушёл Ременюк."
    return replace(plain, mentions=tuple(found), source=source, source_lang=source_lang)


def feed(
    some: Sequence[Sentence], ends: Sequence[int], lang: str = "en", source_lang: str | None = None
) -> list[Document]:
    """Sentences in documents, each of which ends before one of some numbers."""
    bounds = sorted({0, *(one for one in ends if one < len(some)), len(some)})
    return [
        article(some[start:stop], number, lang, source_lang)
        for number, (start, stop) in enumerate(pairwise(bounds))
    ]


@st.composite
def feeds(draw: st.DrawFn) -> list[list[Document]]:
    """Several feeds of nearly the same sentences, in other orders and documents."""
    some = draw(st.lists(sentences, min_size=2, max_size=5))
    lang, source_lang = draw(st.sampled_from([("en", None), ("en", "uk"), ("uk", None)]))
    ends = st.lists(st.integers(1, 5), max_size=3)
    made = [feed(some, draw(ends), lang, source_lang)]
    for _ in range(4):
        others = draw(st.permutations(some)) if draw(st.booleans()) else some
        if draw(st.booleans()):
            others = [*others[:-1], (others[-1][0], draw(st.sampled_from(Kind)))]
        if draw(st.booleans()):
            others = [*others[:-1], draw(sentences)]
        made.append(feed(others, draw(ends), lang, source_lang))
    return made


def settled_of(names: Names, number: int) -> Settled:
    name = names.name(number)
    return settled(name.forms, name.shorts, name.every, name.alike, "feed", company=name.company)


def answers(some: Sequence[Document]) -> Iterator[tuple[bytes, Settled]]:
    """Of all names of a feed what is asked and what is settled."""
    names = names_of(some, AUTHORITY)
    asked = questions(names, names.numbers, Described(names.forms), "feed")
    found = (settled_of(names, number) for number in names.numbers.tolist())
    return zip(asked, found, strict=True)


@settings(max_examples=300, deadline=None)
@given(feeds())
def test_one_question_has_one_answer(some: list[list[Document]]) -> None:
    known: dict[bytes, Settled] = {}
    for one in some:
        for question, found in answers(one):
            assert known.setdefault(question, found) == found


ONE, OTHER = ("Oleg Belkov slept.", Kind.NAME), ("Oleg Belkoff met Kim.", Kind.NAME)
PERSON, PLACE = Kind.PERSON, Kind.PLACE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (feed([ONE, ONE], []), feed([ONE, ONE], [1])),
        (feed([ONE, OTHER], []), feed([OTHER, ONE], [])),
        (feed([ONE, ("Kim left.", PERSON)], []), feed([ONE, ("Kim left.", PLACE)], [])),
        (
            feed([*[(ONE[0], PERSON)] * 3, *[(OTHER[0], PLACE)] * 2], []),
            feed([(ONE[0], PERSON), ONE, ONE, *[(OTHER[0], PLACE)] * 2], []),
        ),
        (
            feed([("Hasan in Primorye.", PLACE)], []),
            feed([("Hasan in Busan.", PLACE)], []),
        ),
        (
            feed([("Remenyuk slept. Remeniuk left.", PERSON)], [], source_lang="ru"),
            feed([("Remenyuk slept. Remeniuk left.", PERSON)], [], source_lang="uk"),
        ),
        (
            feed([("Cezanne. Cézanne.", PERSON), ("Kim Jong Un.", PERSON)], []),
            feed([("Cezanne. Cézanne.", PERSON), ("Müßig.", PERSON)], []),
        ),
    ],
    ids=["documents", "order", "kind", "kinds", "evidence", "source", "habits"],
)
def test_what_bears_on_a_name_is_asked(one: list[Document], other: list[Document]) -> None:
    first, second = dict(answers(one)), dict(answers(other))
    assert {*first.values()} != {*second.values()}
    assert all(first[question] == second[question] for question in first.keys() & second.keys())


def test_what_does_not_concern_a_name_leaves_its_question_alone() -> None:
    belkov, rain = feed([ONE, OTHER], []), feed([("It rained on Khasan.", PLACE), ONE, OTHER], [1])
    alone, beside = dict(answers(belkov)), dict(answers(rain))
    assert alone.items() < beside.items()


@given(st.lists(sentences, min_size=1, max_size=4), st.lists(st.integers(1, 3)))
def test_a_name_written_in_one_way_needs_no_judgement(
    some: list[Sentence], ends: list[int]
) -> None:
    names = names_of(feed(some, ends), AUTHORITY)
    for number in filter(names.is_plain, names.numbers.tolist()):
        plainly = settled_plainly(names.mentions(number), names.kind(number), "feed")
        assert plainly == settled_of(names, number)


@given(st.lists(sentences, min_size=2, max_size=4), st.lists(st.integers(1, 3)))
def test_entities_from_memory_are_those_found_out(some: list[Sentence], ends: list[int]) -> None:
    articles = feed(some, ends)
    first = Memory()
    cold = list(joined(articles, AUTHORITY, first))
    second = Memory(first.given)
    assert list(joined(articles, AUTHORITY, second)) == cold
    assert second.given.settled == first.given.settled


def alike(some: Sequence[Document]) -> Iterator[tuple[bytes, object]]:
    """Of all documents of a feed what is asked and which of its names look alike."""
    entities = joined(some, AUTHORITY)
    langs, counts = [one.lang for one in some], [len(one.mentions) for one in some]
    memory = Memory()
    list(lookalikes(some, entities, memory))
    asked = asked_alike.questions(entities, langs, counts)
    return ((question, memory.given.alike[question]) for question in asked)


@settings(max_examples=200, deadline=None)
@given(feeds())
def test_one_question_has_one_answer_on_look_alikes(some: list[list[Document]]) -> None:
    known: dict[bytes, object] = {}
    for one in some:
        nothing = make.document("It rained.", id="none")
        for question, found in alike([*one, nothing, *renamed(one)]):
            assert known.setdefault(question, found) == found


def renamed(some: Sequence[Document]) -> list[Document]:
    """The documents under other ids, which go before the others in the order of ids."""
    return [
        replace(
            one,
            id=f"a{one.id}",
            mentions=tuple(replace(each, document=f"a{one.id}") for each in one.mentions),
        )
        for one in some
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mirela Pelorin slept. Later Perin left.", "Mirela Pelorin slept. Perin left."),
        ("Mirela Pelorin slept. Later Perin left.", "Mirela Pelorin slept near Perin."),
        ("Mirela Pelorin slept. Later Perin left.", "Mirela Pelorin slept. Later Peris left."),
    ],
    ids=["place", "sentence", "text"],
)
def test_what_bears_on_look_alikes_is_asked(one: str, other: str) -> None:
    names = ["Mirela Pelorin", "Perin", "Peris"]
    first, second = (dict(alike(documents([text], names))) for text in (one, other))
    assert not first.keys() & second.keys()


TEXT = "Chicken Kiev. Mirela Pelorin slept. Perin left."
DISH = NameRecord("kyiv", Kind.PLACE, "Kyiv", other=("Kiev",), except_phrases=("chicken Kiev",))


def asked_of(given: Sequence[Document], found: Entities) -> list[bytes]:
    facts = [one.lang for one in given], [len(one.mentions) for one in given]
    return asked_alike.questions(found, *facts)


def test_who_shares_a_sentence_and_what_is_exempt_is_asked() -> None:
    authority = Authority((DISH,), "dish")
    (one,) = documents([TEXT], ["Mirela Pelorin", "Perin"])
    whole = replace(one.segments[0], span=Span(0, len(TEXT)), text=TEXT)
    in_one_sentence = replace(one, segments=(whole,))
    (with_exempt,) = documents([TEXT], ["Kiev", "Mirela Pelorin", "Perin"])
    german = replace(one, lang="de")
    feeds = [[one], [in_one_sentence], [with_exempt], [german]]
    asked = [asked_of(feed, joined(feed, authority)) for feed in feeds]
    assert len({question for (question,) in asked}) == len(feeds)


def test_whose_a_mention_is_and_how_it_is_to_be_written_is_asked() -> None:
    given = documents([TEXT], ["Mirela Pelorin", "Perin"])
    found = joined(given, NOTHING)
    variant = Variant("Perin", "Peris", VariantKind.SPELLING, "", 0.9)
    asked = set()
    for change in (
        {},
        {"id": "another"},
        {"record": "perin"},
        {"variants": (variant,)},
        {"variants": (replace(variant, expected="Peryn"),)},
    ):
        changed = Entities(found.table)
        for entity in found.unordered():
            is_perin = entity.canonical.text == "Perin"
            changed.add(replace(entity, **change) if is_perin else entity)
        asked.add(asked_of(given, changed)[0])
    assert len(asked) == 5


@given(feeds())
def test_forms_that_met_before_meet_again(some: list[list[Document]]) -> None:
    memory = Memory()
    for one in some:
        forms = forms_of(one, KnownForms(AUTHORITY))
        memory = Memory(memory.given)
        assert list(candidates(forms, memory)) == list(candidates(forms))
        assert list(candidates_apart(forms, memory)) == list(candidates_apart(forms))


NUMBERS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20)


@given(NUMBERS)
def test_different_rows_have_different_digests(rows: list[tuple[int, int]]) -> None:
    one, other = np.array(rows, np.uint32).T
    made = separate(mixed(one, other))
    assert len({*made}) == len({*rows})
    assert made == separate(stacked(made))
    assert dict(zip(rows, made, strict=True)) == {
        row: separate(mixed(*np.array([row], np.uint32).T))[0] for row in rows
    }


@given(NUMBERS)
def test_sums_of_digests_do_not_hang_on_their_order(rows: list[tuple[int, int]]) -> None:
    keys, values = np.array(rows, np.uint32).T
    turned = summed(mixed(values[::-1]), keys[::-1], 4)
    assert (summed(mixed(values), keys, 4) == turned).all()
    for key in range(4):
        alone = mixed(values[keys == key]).sum(axis=1, dtype=np.uint64)
        assert (turned[:, key] == alone).all()
