"""Established forms side by side: the house's own stands, or the authority's; the rest departs."""

from dataclasses import replace

import pytest

from audit.link import link
from audit.model.authority import Authority, NameRecord
from audit.model.names import Basis, Canonical, Kind
from tests.link.feed import documents, linked, of, variants

KORNETSKY = NameRecord(
    "danylo-kornetskyy", Kind.PERSON, "Danylo Kornetskyy", short=("Kornetskyy",),
    other=(
        "Danylo Kornetsky", "Danylo Kornetskiy", "Daniil Kornetsky", "Kornetsky", "Kornetskiy",
        "Danylo Kornetz",
    ),
    note="each is somebody's style",
)  # fmt: skip
TARKHIV = NameRecord("tarkhiv", Kind.PLACE, "Tarkhiv", other=("Tarkhov", "Tarchow"))
FORMS = ", ".join((KORNETSKY.canonical, *KORNETSKY.short, *KORNETSKY.other))


def settled(text: str, record: NameRecord = KORNETSKY) -> tuple[Canonical, dict[str, str], float]:
    """The canonical form, what is expected for each departing form, and the least confidence."""
    forms = ", ".join((record.canonical, *record.short, *record.other, *record.forbidden))
    (entity,) = linked(text, forms=forms, authority=Authority((record,), digest=repr(record)))
    expected = {form: told[0] for form, told in variants([entity]).items()}
    return entity.canonical, expected, min((one.confidence for one in entity.variants), default=1)


class TestNeitherIsTheAuthoritys:
    def test_one_each_gives_way_to_the_authority_s(self) -> None:
        canonical, expected, least = settled("We met Danylo Kornetsky. Danylo Kornetskiy left.")
        assert canonical.basis is Basis.AUTHORITY
        assert expected == dict.fromkeys(
            ("Danylo Kornetsky", "Danylo Kornetskiy"), "Danylo Kornetskyy"
        )
        assert least >= 0.8
        assert "Danylo Kornetskiy 1, Danylo Kornetsky 1" in canonical.because

    def test_the_one_clearly_used_most_stands(self) -> None:
        canonical, expected, least = settled(
            "We met Danylo Kornetsky. Kornetsky sat. Kornetsky ate. They saw Danylo Kornetskiy."
        )
        assert (canonical.text, canonical.basis) == ("Danylo Kornetsky", Basis.MAJORITY)
        assert "3 of 4 times here" in canonical.because
        assert "Danylo Kornetskyy" in canonical.because
        assert "somebody's style" in canonical.because
        assert expected == {"Danylo Kornetskiy": "Danylo Kornetsky"}
        assert least >= 0.8

    def test_a_departing_surname_is_put_right_by_a_surname(self) -> None:
        _, expected, _ = settled(
            "We met Danylo Kornetsky. Kornetsky sat. Kornetsky ate. They saw Kornetskiy."
        )
        assert expected == {"Kornetskiy": "Kornetsky"}

    def test_surnames_alone_make_a_style_too(self) -> None:
        canonical, expected, _ = settled(
            "We met Kornetsky. Here Kornetsky sat. Kornetsky ate. They saw Kornetskiy."
        )
        assert canonical.text == "Danylo Kornetsky"
        assert expected == {"Kornetskiy": "Kornetsky"}

    def test_given_names_are_compared_within_the_style(self) -> None:
        canonical, expected, _ = settled(
            "We met Daniil Kornetsky. Kornetsky sat. Kornetsky ate. They saw Danylo Kornetsky."
        )
        assert canonical.text == "Danylo Kornetsky"
        assert expected == {"Daniil Kornetsky": "Danylo Kornetsky"}

    def test_side_by_side_in_one_sentence_they_are_one_name_all_the_same(self) -> None:
        _, expected, _ = settled(
            "We met Danylo Kornetsky. Kornetsky sat. Here Kornetskiy ate as Kornetsky did."
        )
        assert expected == {"Kornetskiy": "Kornetsky"}


class TestBesideTheAuthoritys:
    def test_another_scheme_used_far_more_stands(self) -> None:
        canonical, expected, _ = settled(
            "We met Danylo Kornetsky. Kornetsky sat. Kornetsky ate. They saw Danylo Kornetskyy."
        )
        assert canonical.text == "Danylo Kornetsky"
        assert expected == {"Danylo Kornetskyy": "Danylo Kornetsky"}

    def test_used_as_often_it_gives_way(self) -> None:
        canonical, expected, _ = settled(
            "We met Danylo Kornetsky. Kornetsky sat. They saw Danylo Kornetskyy. Kornetskyy ate."
        )
        assert canonical.text == "Danylo Kornetskyy"
        assert expected == {"Danylo Kornetsky": "Danylo Kornetskyy", "Kornetsky": "Kornetskyy"}

    def test_a_name_of_other_sounds_is_no_style(self) -> None:
        text = "They left Tarkhov. They like Tarkhov. They saw Tarkhov. He met them in Tarkhiv."
        canonical, expected, _ = settled(text, TARKHIV)
        assert canonical.text == "Tarkhiv"
        assert expected == {"Tarkhov": "Tarkhiv"}

    def test_unless_the_authority_s_is_not_there(self) -> None:
        text = "They left Tarkhov. They like Tarkhov. They saw Tarkhov. He met them in Tarchow."
        canonical, expected, _ = settled(text, TARKHIV)
        assert canonical.text == "Tarkhov"
        assert expected == {"Tarchow": "Tarkhov"}


class TestNoChoiceOfTheHouse:
    def test_one_style_throughout_is_worth_knowing_only(self) -> None:
        canonical, _, _ = settled("We met Danylo Kornetsky. Kornetsky sat. Kornetsky ate.")
        (entity,) = linked(
            "We met Danylo Kornetsky. Kornetsky sat. Kornetsky ate.",
            forms=FORMS,
            authority=Authority((KORNETSKY,), digest="kornetsky"),
        )
        assert canonical.text == "Danylo Kornetskyy"
        assert all(variant.confidence < 0.5 for variant in entity.variants)

    @pytest.mark.parametrize("layer", ["profile:ap", "house.toml"])
    def test_a_decision_goes_before_use(self, layer: str) -> None:
        canonical, _, least = settled(
            "We met Danylo Kornetsky. Kornetsky sat. Kornetsky ate. They saw Danylo Kornetskiy.",
            replace(KORNETSKY, layer=layer),
        )
        assert (canonical.text, canonical.basis) == ("Danylo Kornetskyy", Basis.STYLE)
        assert least >= 0.9

    def test_a_forbidden_form_never_stands(self) -> None:
        record = replace(TARKHIV, other=("Tarchow",), forbidden=("Tarkhov",))
        text = "They left Tarkhov. They like Tarkhov. They saw Tarkhov. He met them in Tarchow."
        canonical, _, _ = settled(text, record)
        assert canonical.text == "Tarkhiv"

    def test_a_former_name_is_no_other_style(self) -> None:
        record = replace(TARKHIV, other=("Tarkhov",), former=("Leningorsk",))
        (entity,) = linked(
            "They left Tarkhov. It was Leningorsk then.",
            forms="Tarkhov, Leningorsk",
            authority=Authority((record,), digest="former"),
        )
        assert variants([entity]) == {"Tarkhov": ("Tarkhiv", "spelling")}
        assert entity.variants[0].confidence < 0.5

    def test_forms_that_the_authority_allows_mix(self) -> None:
        record = replace(TARKHIV, other=(), allowed=("Old Tarkhiv", "Great Tarkhiv"))
        found = linked(
            "They left Old Tarkhiv. They like Great Tarkhiv.",
            forms="Old Tarkhiv, Great Tarkhiv",
            authority=Authority((record,), digest="allowed"),
        )
        assert variants(found) == {}


def test_acronyms_do_not_compete() -> None:
    record = NameRecord(
        "union", Kind.ORGANISATION, "Union of Dairies", allowed=("UD",), other=("SM", "Dairy Union")
    )
    (entity,) = linked(
        "They met the UD at noon. They left the SM at one.",
        forms="UD, SM", authority=Authority((record,), digest="union"),
    )  # fmt: skip
    assert {variant.form: variant.confidence < 0.5 for variant in entity.variants} == {"SM": True}


def test_two_articles_of_one_feed_are_one_house() -> None:
    texts = ["We met Danylo Kornetsky. Danylo Kornetsky sat. Danylo Kornetsky ate.",
             "They saw Danylo Kornetskiy."]  # fmt: skip
    authority = Authority((KORNETSKY,), digest="kornetsky")
    found = link(documents(texts, FORMS.split(", ")), authority)
    assert variants(found) == {"Danylo Kornetskiy": ("Danylo Kornetsky", "romanization")}
    assert of(found, "Danylo Kornetskiy").canonical.basis is Basis.MAJORITY


def test_cases_of_one_form_are_no_mixture() -> None:
    other = ("Новолуцьк", "Новолуцьке")
    record = NameRecord("nova-luka", Kind.PLACE, "Нова Лука", lang="uk", other=other)
    (entity,) = linked(
        "Вони жили біля Новолуцька. Там стоїть Новолуцьк.",
        forms="Новолуцька, Новолуцьк", lang="uk", authority=Authority((record,), digest="uk"),
    )  # fmt: skip
    assert "Новолуцьк" in {variant.form for variant in entity.variants}
    assert all(variant.confidence < 0.7 for variant in entity.variants)
