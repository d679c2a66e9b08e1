"""Linking: which names are one, which are two, and where a short form goes."""

import pytest

from audit.model.names import Kind
from tests.link.feed import linked, of, together, variants


class TestOneName:
    def test_hyphenated_and_not_with_its_short_form(self) -> None:
        found = linked(
            "Kim Jong Un left. Crowds cheered Kim Jong-un. Kim waved.",
            forms="Kim Jong Un, Kim Jong-un, Kim",
        )
        assert together(found) == {frozenset({"Kim Jong Un", "Kim Jong-un", "Kim"})}
        assert variants(found) == {"Kim Jong-un": ("Kim Jong Un", "hyphenation")}

    @pytest.mark.parametrize(
        ("usual", "other", "kind"),
        [
            ("Mykhailo Podolyak", "Mykhailo Podoliak", "romanization"),
            ("Bakhmut", "Bahmut", "romanization"),
            ("Roberta Metsola", "Roberta Metzola", "romanization"),
            ("Elon Musk", "Ilon Musk", "spelling"),
            ("Paul Cézanne", "Paul Cezanne", "diacritics"),
            ("Moritani Kasane", "Kasane Moritani", "name-order"),
            ("Viktor Solovey", "Viktor Soloveya", "inflection"),
            ("Zhong Nanshan", "Zhongnanshan", "hyphenation"),
            ("Wang Minsan", "Wang Min-shan", "spelling"),
            ("Wang Min-shan", "Wang Minsan", "spelling"),
        ],
    )
    def test_two_ways_of_writing(self, usual: str, other: str, kind: str) -> None:
        found = linked(
            f"They saw {usual}. Then {usual} left. Nobody knew {other}.", forms=f"{usual}, {other}"
        )
        assert together(found) == {frozenset({usual, other})}
        assert variants(found) == {other: (usual, kind)}

    def test_a_romanization_is_believed_across_documents(self) -> None:
        found = linked(
            "They saw Mykhailo Podolyak.", "He is Mykhailo Podoliak.",
            forms="Mykhailo Podolyak, Mykhailo Podoliak",
        )  # fmt: skip
        assert len(found) == 1

    def test_a_mere_likeness_is_not(self) -> None:
        found = linked("They saw Kovalchuk.", "He is Kovalchyk.", forms="Kovalchuk, Kovalchyk")
        assert len(found) == 2


class TestTwoNames:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Kim Jong Un", "Kim Yo Jong"),
            ("Kim Jong Un", "Kim Jong Il"),
            ("Iran", "Iraq"),
            ("Anna Petrova", "Inna Petrova"),
            ("Oleg Ivanov", "Sergei Ivanov"),
            ("Libya", "Libyan"),
            ("WHO", "WTO"),
        ],
    )
    def test_stay_two(self, one: str, other: str) -> None:
        found = linked(
            f"They saw {one}. Later {other} left. We met {one}.", forms=f"{one}, {other}"
        )
        assert together(found) == {frozenset({one}), frozenset({other})}
        assert variants(found) == {}

    def test_what_stands_side_by_side_is_told_apart(self) -> None:
        text = "Buses join Kovalchuk and Kovalchyk. They like Kovalchyk."
        assert len(linked(text, forms="Kovalchuk, Kovalchyk")) == 2
        apart = "Buses go to Kovalchuk. They like Kovalchyk."
        assert len(linked(apart, forms="Kovalchuk, Kovalchyk")) == 1

    def test_a_person_is_no_organisation(self) -> None:
        names = "Torbanek, Torbanik"
        text = "They saw Torbanek. They left. Nobody liked Torbanik."
        assert len(linked(text, forms=names)) == 1
        mixed = linked(text, forms="Torbanek", kind=Kind.PERSON)
        assert mixed[0].kind is Kind.PERSON

    def test_complete_linkage_chains_nothing(self) -> None:
        """Each neighbour of the chain is alike, its ends are not."""
        chain = ["Barabanov", "Baraganov", "Bagaganov"]
        text = " ".join(f"They saw {name}." for name in chain)
        found = linked(text, forms=", ".join(chain))
        assert not any({chain[0], chain[2]} <= group for group in together(found))


class TestCapitalsOfPlace:
    @pytest.mark.parametrize(
        ("usual", "there"), [("al-Assad", "Al-Assad"), ("Kyiv", "KYIV"), ("d'Ukraine", "D'Ukraine")]
    )
    def test_a_sentence_start_or_a_dateline_makes_no_variant(self, usual: str, there: str) -> None:
        found = linked(f"They saw {usual}. {there} left.", forms=f"{usual}, {there}")
        assert len(found) == 1
        assert variants(found) == {}

    def test_a_capital_article_is_still_short_for_the_whole_name(self) -> None:
        found = linked(
            "They saw Bashar al-Assad. Al-Assad left.", forms="Bashar al-Assad, Al-Assad"
        )
        assert together(found) == {frozenset({"Bashar al-Assad", "Al-Assad"})}


class TestShortForms:
    def test_alone_in_another_document_it_goes_to_the_only_full_name(self) -> None:
        found = linked("Vladimir Putin spoke.", "They asked Putin.", forms="Vladimir Putin, Putin")
        assert together(found) == {frozenset({"Vladimir Putin", "Putin"})}

    def test_it_goes_nowhere_where_two_names_hold_it(self) -> None:
        found = linked(
            "Oleg Ivanov met Sergei Ivanov. Ivanov left.",
            forms="Oleg Ivanov, Sergei Ivanov, Ivanov",
        )
        assert len(found) == 3

    def test_it_goes_nowhere_where_two_documents_offer_one_each(self) -> None:
        found = linked(
            "Oleg Ivanov spoke.", "Sergei Ivanov spoke.", "Ivanov left.",
            forms="Oleg Ivanov, Sergei Ivanov, Ivanov",
        )  # fmt: skip
        assert len(found) == 3

    def test_its_own_document_goes_before_the_feed(self) -> None:
        found = linked(
            "Oleg Ivanov spoke. Then Ivanov left.", "Sergei Ivanov spoke. Then Ivanov sat.",
            forms="Oleg Ivanov, Sergei Ivanov, Ivanov",
        )  # fmt: skip
        assert together(found) == {
            frozenset({"Oleg Ivanov", "Ivanov"}),
            frozenset({"Sergei Ivanov", "Ivanov"}),
        }

    def test_spelled_otherwise_it_departs_from_its_part(self) -> None:
        found = linked(
            "Natalia Havrylytsia spoke. Then Gavrylytsia left.",
            forms="Natalia Havrylytsia, Gavrylytsia",
        )
        assert variants(found)["Gavrylytsia"][0] == "Havrylytsia"

    def test_a_case_ending_left_on_it_departs(self) -> None:
        found = linked(
            "Sergei Furgal spoke. Friends of Furgala left.", forms="Sergei Furgal, Furgala"
        )
        assert variants(found) == {"Furgala": ("Furgal", "inflection")}

    def test_wife_and_husband_each_have_their_own(self) -> None:
        found = linked(
            "Anna Petrova met Ivan Petrov. Petrova left. Petrov stayed.",
            forms="Anna Petrova, Ivan Petrov, Petrova, Petrov",
        )
        assert together(found) == {
            frozenset({"Anna Petrova", "Petrova"}),
            frozenset({"Ivan Petrov", "Petrov"}),
        }


class TestInflectedLanguages:
    @pytest.mark.parametrize(
        ("lang", "forms"),
        [
            ("uk", "Володимир Зеленський, Володимира Зеленського, Зеленському"),
            ("ru", "Владимир Путин, Владимира Путина, Путиным"),
            ("uk", "Буча, Бучі, Бучу"),
        ],
    )
    def test_case_endings_are_one_name_and_no_variants(self, lang: str, forms: str) -> None:
        text = ". ".join(forms.split(", ")) + "."
        found = linked(text, forms=forms, lang=lang)
        assert together(found) == {frozenset(forms.split(", "))}
        assert variants(found) == {}

    def test_the_nominative_is_proposed(self) -> None:
        forms = "Andrzej Duda, Andrzejem Dudą"
        found = linked("Andrzejem Dudą. Andrzej Duda.", forms=forms, lang="pl")
        assert found[0].canonical.text == "Andrzej Duda"
        assert found[0].canonical.confidence == 1.0

    def test_a_latin_name_in_ukrainian_text_is_in_a_script_of_its_own(self) -> None:
        found = linked(
            "Компанія Вагнер пішла. Вони бачили Wagner.", forms="Вагнер, Wagner", lang="uk"
        )
        assert variants(found) == {"Wagner": ("Вагнер", "mixed-script")}

    def test_the_script_of_the_text_goes_before_numbers(self) -> None:
        found = linked("Там Wagner. Тут Wagner. Ось Вагнер.", forms="Вагнер, Wagner", lang="uk")
        assert of(found, "Wagner").canonical.text == "Вагнер"


def test_what_stands_beside_the_full_name_is_apart_from_the_surname_alone() -> None:
    found = linked(
        "Oleg Belkov, the founder of Belkoff, spoke. Later Belkov left.",
        forms="Oleg Belkov, Belkoff, Belkov",
    )
    assert not variants(found)
