"""Names by their capitals in English: what is one, where it begins and ends, and of what kind."""

import pytest

from audit.annotate.capitals import LONGEST_WORD, MOST_WORDS
from audit.model.names import Kind
from tests.annotate.names_in import found, names, the


class TestSentenceStart:
    def test_a_word_of_the_language_is_no_name_there(self) -> None:
        assert names("Reporters left. Prices rose.") == []

    def test_an_unknown_word_is_one(self) -> None:
        assert names("Hrytsenko left.") == ["Hrytsenko"]

    def test_a_word_that_is_also_a_name_here_is_one(self) -> None:
        text = "We asked Brown. Brown left."
        assert names(text) == ["Brown", "Brown"]
        assert [mention.sentence_start for mention in found(text)] == [False, True]

    def test_a_word_met_in_small_letters_is_none(self) -> None:
        assert names("The zhupan is warm. Zhupan makers wear a zhupan.") == []

    @pytest.mark.parametrize("mark", [":", "—", "…", "•"])
    def test_a_capital_after_a_mark_that_opens_a_sentence_proves_nothing(self, mark: str) -> None:
        assert names(f"It was said {mark} Reporters left.") == []

    def test_a_capital_after_a_comma_proves_a_name(self) -> None:
        assert names("In the end, Brown left.") == ["Brown"]

    def test_speech_after_a_comma_opens_a_sentence(self) -> None:
        assert names("She said, “Reporters left.”") == []


class TestAfterAPoint:
    def test_initials_open_no_sentence(self) -> None:
        assert names("They knew John F. Kennedy well.") == ["John F. Kennedy"]

    def test_an_abbreviation_opens_no_sentence(self) -> None:
        assert names("They knew Mr. Brown well.") == ["Brown"]

    def test_initials_alone_are_no_name(self) -> None:
        assert names("They knew the U. S. market.") == []


class TestHeadlines:
    def test_title_case_alone_makes_no_names(self) -> None:
        assert names("Mayor Denies Claims of Fraud in Housing Project Again") == []

    def test_an_unknown_word_in_title_case_is_a_name(self) -> None:
        assert names("Mayor Denies Claims of Fraud in Korbeevo Housing Project") == ["Korbeevo"]

    def test_what_the_article_shows_as_a_name_is_one_in_the_headline(self) -> None:
        text = "Brown Denies Claims of Fraud in Housing Project\nReporters asked Brown again."
        assert names(text) == ["Brown", "Brown"]

    def test_capitals_throughout_tell_nothing(self) -> None:
        assert names("MAYOR OF TORBEEVO DENIES CLAIMS OF FRAUD") == []

    def test_one_shouted_word_is_a_name_still(self) -> None:
        assert names("They left NATO in a hurry.") == ["NATO"]


class TestTitles:
    @pytest.mark.parametrize(
        "title", ["President", "Prime Minister", "Mr", "Foreign Minister", "Professor", "Sheikh"]
    )
    @pytest.mark.parametrize("lead", ["They met ", ""])
    def test_a_title_is_no_part_of_a_name_and_makes_it_a_person(
        self, lead: str, title: str
    ) -> None:
        (mention,) = found(f"{lead}{title} Olena Hrytsenko in the rain.")
        assert mention.text == "Olena Hrytsenko"
        assert mention.kind is Kind.PERSON

    def test_a_title_in_small_letters_makes_a_person_too(self) -> None:
        assert the("Olena Hrytsenko", "The president Olena Hrytsenko left.").kind is Kind.PERSON

    def test_a_title_alone_is_no_name(self) -> None:
        assert names("They asked the President and the Prime Minister.") == []


class TestDemonyms:
    def test_they_are_no_names(self) -> None:
        assert names("The Russian army met South Korean and Saudi Arabian envoys.") == []

    def test_they_end_a_name(self) -> None:
        assert names("They met Ukrainian minister Denys Hrytsenko and French chef Duras.") == [
            "Denys Hrytsenko",
            "Duras",
        ]

    @pytest.mark.parametrize(
        "word", ["Russian-backed", "Tokyo-based", "Moscow-led", "Soviet-era", "London-born"]
    )
    def test_hyphenated_adjectives_are_no_names(self, word: str) -> None:
        assert names(f"They saw {word} troops.") == []

    @pytest.mark.parametrize("name", ["Kim Jong-un", "Ban Ki-moon", "Kim Il-sung", "Xi Jin-ping"])
    def test_hyphenated_given_names_are(self, name: str) -> None:
        assert names(f"They saw {name} there.") == [name]


class TestOneName:
    @pytest.mark.parametrize(
        "name",
        [
            "Mohammed bin Salman",
            "Ursula von der Leyen",
            "Charles de Gaulle",
            "Bashar al-Assad",
            "N. I. Pirogov",
            "J.K. Rowling",
            "Jean-Claude Juncker",
            "Guðbjörg Jónsdóttir",
            "O'Brien",
            "Kim Jong Un",
            "McDonald",
        ],
    )
    def test_is_found_whole(self, name: str) -> None:
        assert names(f"They saw {name} there.") == [name]

    def test_ends_at_a_comma_and_at_a_small_word(self) -> None:
        assert names("They saw Sokil, Petrenko and Bondar at Lutsk.") == [
            "Sokil",
            "Petrenko",
            "Bondar",
            "Lutsk",
        ]

    def test_never_ends_in_a_particle(self) -> None:
        assert names("They saw Mohammed bin and left.") == ["Mohammed"]

    @pytest.mark.parametrize("ending", ["'s", "’s"])
    def test_leaves_a_possessive_out(self, ending: str) -> None:
        assert names(f"They saw Olena Hrytsenko{ending} lawyer.") == ["Olena Hrytsenko"]

    def test_months_and_weekdays_are_none(self) -> None:
        assert names("On Monday and each Friday in March and August they met Sokil.") == ["Sokil"]

    def test_i_is_none(self) -> None:
        assert names("They and I left, but I came back.") == []


class TestKind:
    def test_own_words_and_neighbours_tell_it(self) -> None:
        text = "They left Gazprom Bank for Kyiv Oblast and Lutsk."
        assert [mention.kind for mention in found(text)] == [
            Kind.ORGANISATION,
            Kind.PLACE,
            Kind.NAME,
        ]


class TestQuotes:
    def test_names_in_speech_are_flagged(self) -> None:
        text = "He said: “We saw Hrytsenko. They met Bondarenko.” Then Petrenko left."
        assert [(one.text, one.quoted) for one in found(text)] == [
            ("Hrytsenko", True),
            ("Bondarenko", True),
            ("Petrenko", False),
        ]

    @pytest.mark.parametrize(("opening", "closing"), ['""', "“”", "«»", "„”"])
    def test_every_pair_of_marks_counts(self, opening: str, closing: str) -> None:
        text = f"They say {opening}Hrytsenko{closing} to Petrenko."
        assert [one.quoted for one in found(text)] == [True, False]


class TestHostileText:
    def test_a_word_too_long_for_a_name_is_none(self) -> None:
        assert names(f"They saw Q{'w' * LONGEST_WORD} there.") == []
        assert names(f"They saw Q{'w' * (LONGEST_WORD - 1)} there.") != []

    def test_a_run_of_capitals_too_long_for_a_name_is_none(self) -> None:
        assert names("They saw " + "Bakz " * (MOST_WORDS + 1) + "there.") == []

    def test_a_long_line_takes_time_linear_in_its_length(self) -> None:
        assert len(names("and Hrytsenko " * 20_000)) == 20_000
