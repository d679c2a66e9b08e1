"""Listed names: found letter for letter, whole words only, where capitals would not find them."""

from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind
from tests.annotate.names_in import annotated, found, names

PARTY = NameRecord(
    "party", Kind.ORGANISATION, "Workers' Party of Korea", other=("Korean Workers' Party",)
)
LISTED = Authority(
    (
        PARTY,
        NameRecord("un", Kind.ORGANISATION, "联合国", lang="zh"),
        NameRecord("un-troops", Kind.ORGANISATION, "联合国部队", lang="zh"),
        NameRecord("lake", Kind.PLACE, "湖", lang="zh"),
        NameRecord("sea", Kind.PLACE, "بحر قزوين", lang="ar"),
    ),
    digest="listed",
)


def test_a_name_with_small_words_is_found_whole() -> None:
    text = "Members of the Workers' Party of Korea met in Pyongyang."
    assert names(text) == ["Workers", "Party", "Korea", "Pyongyang"]
    (party, town) = found(text, authority=LISTED)
    assert (party.text, party.kind) == (PARTY.canonical, Kind.ORGANISATION)
    assert town.text == "Pyongyang"


def test_it_is_found_at_the_place_where_it_stands() -> None:
    document = annotated("A\nThe Workers' Party of Korea met.", authority=LISTED)
    assert document.cut(document.mentions[-1].span) == PARTY.canonical


def test_the_longer_of_two_that_overlap_is_kept() -> None:
    bank = NameRecord("bank", Kind.ORGANISATION, "Bank of the North")
    known = Authority((bank,), digest="bank")
    assert names("They left Sokil Bank of the North.", authority=known) == ["Bank of the North"]
    assert names("They left Petro Olexandrovych Bank of the North.", authority=known) == [
        "Petro Olexandrovych Bank",
        "North",
    ]


def test_only_whole_words_count() -> None:
    assert "Workers' Party of Korea" not in names("the Workers' Party of Koreans", "en", LISTED)


def test_scripts_without_blanks_need_no_word_limits_and_the_longest_wins() -> None:
    assert names("他们说联合国部队和联合国来了。", "zh", LISTED) == ["联合国部队", "联合国"]


def test_one_character_is_too_little_to_look_for() -> None:
    assert names("他们在湖边。", "zh", LISTED) == []


def test_arabic_words_are_divided_by_blanks() -> None:
    assert names("سافروا إلى بحر قزوين أمس.", "ar", LISTED) == ["بحر قزوين"]
    assert names("سافروا إلى بحر قزوينية أمس.", "ar", LISTED) == []


def test_records_of_another_language_are_not_looked_for() -> None:
    assert names("他们说Workers' Party of Korea。", "zh", LISTED) == []
