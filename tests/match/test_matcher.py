"""What the matcher says of names that anybody can judge, and what holds for any two strings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.match import Match, match, match_many, match_parts
from audit.model.names import Kind

PERSON, PLACE, ORGANISATION, NAME = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.NAME
NAMES = st.text(max_size=24) | st.text(st.characters(codec="latin-1"), max_size=24)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Fyodor Dostoevsky", "Fedor Dostoyevskiy", PERSON),
        ("Nikita Khrushchev", "Nikita Chruschtschow", PERSON),
        ("Sun Yat-sen", "Sun Yatsen", PERSON),
        ("Teng Hsiao-ping", "Deng Xiaoping", PERSON),
        ("Roh Moo-hyun", "Noh Mu-hyeon", PERSON),
        ("Gamal Abdel Nasser", "Jamal Abd al-Nasir", PERSON),
        ("Akira Kurosawa", "Kurosawa Akira", PERSON),
        ("Sunghoon Park", "Park Sung-hoon", PERSON),
        ("Petr I. Vasilyev", "Petr Ivanovich Vasiliev", PERSON),
        ("Kharkhorin", "Harhorin", PLACE),
        ("Zaporozhye", "Zaporizhia", PLACE),
        ("Vyshneve", "Vyshnevo", PLACE),
        ("Hukuoka", "Fukuoka", PLACE),
        ("OOO Severnaya Zvezda", "Severnaya Zvezda LLC", ORGANISATION),
        ("Пётр Чайковский", "Pyotr Chaykovskiy", PERSON),
    ],
)
def test_one_name_respelled(first: str, second: str, kind: Kind) -> None:
    found = match(first, second, kind)
    assert found.probability > 0.5, found
    assert found.veto is None


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Olga Petrenko", "Olga Savchenko", PERSON),
        ("Park Chan-wook", "Park Chan-ho", PERSON),
        ("Li Keqiang", "Li Zhanshu", PERSON),
        ("Hassan Nasrallah", "Hassan Rouhani", PERSON),
        ("Novgorod", "Belgorod", PLACE),
        ("Yokohama", "Yokosuka", PLACE),
        ("Takayama", "Katayama", PLACE),
        ("Bank of Odesa", "Port of Odesa", ORGANISATION),
    ],
)
def test_two_names(first: str, second: str, kind: Kind) -> None:
    assert match(first, second, kind).probability < 0.5


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, st.sampled_from(Kind))
def test_the_order_of_two_names_does_not_matter(first: str, second: str, kind: Kind) -> None:
    one, other = match_many([(first, second), (second, first)], [kind, kind])
    assert one.probability == other.probability
    assert (one.veto is None) == (other.veto is None)
    assert 0 <= one.probability <= 1
    assert one.reason


@settings(max_examples=40, deadline=None)
@given(NAMES, st.sampled_from(Kind))
def test_a_name_is_itself(name: str, kind: Kind) -> None:
    assert match(name, name, kind) == Match(name, name, kind, 1.0)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=6))
def test_a_pair_is_judged_alike_alone_and_in_company(pairs: list[tuple[str, str]]) -> None:
    together = match_many(pairs, [NAME] * len(pairs))
    assert together == [match(one, other) for one, other in pairs]


def test_no_pairs_give_no_matches() -> None:
    assert match_many([], []) == []


def test_a_name_of_unknown_kind_is_judged_by_the_less_favourable() -> None:
    kinds = [PERSON, PLACE, NAME]
    person, place, name = match_many([("Dimitrovo", "Dmitrovo")] * 3, kinds)
    assert name.probability == min(person.probability, place.probability)


def test_parts_of_names_are_judged_as_one_word() -> None:
    found = match_parts([("Jae-in", "Jaein"), ("Shevchenko", "Chevtchenko")], [PERSON, PERSON])
    assert [one.probability > 0.5 for one in found] == [True, True]
    assert found[0].first == "Jae-in"


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ("Khasan", "Hasan", "kh/h: BGN/PCGN"),
        ("Teng Hsiao-ping", "Teng Xiao-ping", "hs/x: Wade-Giles"),
        ("Park Geun-hye", "Pak Geun-hye", "no table"),
        ("Seo Jeong-ju", "Seo Jong-ju", "eo/o: the Revised Romanization"),
        ("Sokolov", "Sokulov", "o/u: tables differ"),
    ],
)
def test_the_reason_names_the_schemes(first: str, second: str, says: str) -> None:
    assert match(first, second, PERSON).reason.startswith(says)
