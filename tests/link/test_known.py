"""The authority in linking: ambiguous forms need evidence, records never mix, who has the say."""

from dataclasses import replace

import pytest

from audit.link import link
from audit.model.authority import Authority, NameRecord
from audit.model.names import Basis, Kind
from tests.link.feed import documents, linked, of, together, variants

STATION = NameRecord(
    "khasan", Kind.PLACE, "Khasan",
    other=("Hasan",), near_only=("Hasan",), near=("Vladivostok", "Primorsky"),
)  # fmt: skip
KYIV = NameRecord(
    "kyiv", Kind.PLACE, "Kyiv", other=("Kiev",), except_phrases=("chicken Kiev",),
    note="decided in 2019",
)  # fmt: skip
HASAN = Authority((STATION,), digest="hasan")


def authority(*records: NameRecord) -> Authority:
    return Authority(records, digest="/".join(f"{one.id}:{one.layer}" for one in records))


class TestAmbiguousForm:
    def test_with_evidence_it_is_the_place(self) -> None:
        found = linked(
            "From Vladivostok to Khasan. It reached Hasan.",
            forms="Khasan, Hasan, Vladivostok", authority=HASAN,
        )  # fmt: skip
        assert of(found, "Hasan").record == "khasan"
        assert variants(found) == {"Hasan": ("Khasan", "romanization")}
        assert "Vladivostok" in of(found, "Hasan").canonical.because

    def test_without_it_it_is_somebody_else(self) -> None:
        found = linked(
            "From there to Khasan. Hasan smiled.", forms="Khasan, Hasan", authority=HASAN
        )
        assert of(found, "Hasan").record is None
        assert variants(found) == {}

    def test_the_evidence_of_one_document_says_nothing_of_another(self) -> None:
        found = linked(
            "Ali Hasan sang. People like Hasan.", "From Vladivostok to Hasan.",
            forms="Ali Hasan, Hasan, Vladivostok", authority=HASAN,
        )  # fmt: skip
        assert frozenset({"Ali Hasan", "Hasan"}) in together(found)
        (place,) = [one for one in found if one.record == "khasan"]
        assert [mention.document for mention in place.mentions] == ["d1"]


class TestRecords:
    def test_two_records_never_join_however_alike(self) -> None:
        two = authority(
            NameRecord("a", Kind.PLACE, "Korbeevo"), NameRecord("b", Kind.PLACE, "Korbeyevo")
        )
        text, forms = "They like Korbeevo. They left Korbeyevo.", "Korbeevo, Korbeyevo"
        assert len(linked(text, forms=forms)) == 1
        assert len(linked(text, forms=forms, authority=two)) == 2

    def test_one_record_joins_what_no_comparison_would(self) -> None:
        beijing = authority(NameRecord("b", Kind.PLACE, "Beijing", other=("Peking",)))
        text, forms = "They like Beijing. They left Peking.", "Beijing, Peking"
        assert len(linked(text, forms=forms)) == 2
        assert variants(linked(text, forms=forms, authority=beijing)) == {
            "Peking": ("Beijing", "exonym")
        }

    def test_a_known_name_is_no_part_of_a_longer_one(self) -> None:
        israel = authority(NameRecord("il", Kind.PLACE, "Israel"))
        text, forms = "Israel Katz spoke. He left Israel.", "Israel Katz, Israel"
        assert len(linked(text, forms=forms, authority=israel)) == 2

    def test_the_kind_is_that_of_the_record(self) -> None:
        found = linked("From Vladivostok to Hasan.", forms="Hasan", authority=HASAN)
        assert found[0].kind is Kind.PLACE

    def test_a_record_of_another_language_says_nothing(self) -> None:
        found = linked("Vladivostok. Hasan.", forms="Hasan", authority=HASAN, lang="fr")
        assert found[0].record is None

    def test_a_set_phrase_is_left_alone(self) -> None:
        found = linked(
            "They left Kyiv. Chicken Kiev is a dish.", forms="Kyiv, Kiev", authority=authority(KYIV)
        )
        assert variants(found) == {}


class TestWhoHasTheSay:
    TEXT = "They left Kiev. They like Kiev. They saw Kyiv."
    FORMS = "Kyiv, Kiev"

    def test_nobody_but_the_majority(self) -> None:
        text = "They left Tolmeran. They like Tolmerran. They saw Tolmerran."
        canonical = linked(text, forms="Tolmeran, Tolmerran")[0].canonical
        assert (canonical.text, canonical.basis) == ("Tolmerran", Basis.MAJORITY)
        assert 0.5 < canonical.confidence < 0.9
        assert "what is usual" in canonical.because

    @pytest.mark.parametrize(
        ("layer", "basis"),
        [
            ("built-in", Basis.AUTHORITY),
            ("profile:ap", Basis.STYLE),
            ("names.toml", Basis.STYLE),
        ],
    )
    def test_a_record_goes_before_the_majority(self, layer: str, basis: Basis) -> None:
        records = authority(replace(KYIV, layer=layer))
        canonical = linked(self.TEXT, forms=self.FORMS, authority=records)[0].canonical
        assert (canonical.text, canonical.basis) == ("Kyiv", basis)
        assert "decided in 2019" in canonical.because
        assert layer.removeprefix("profile:") in canonical.because

    def test_the_stronger_layer_stands_first_and_wins(self) -> None:
        publisher = NameRecord(
            "kyiv", Kind.PLACE, "Kiev", other=("Kyiv",), layer="house.toml"
        )  # fmt: skip
        records = authority(publisher, KYIV)
        canonical = linked(self.TEXT, forms=self.FORMS, authority=records)[0].canonical
        assert (canonical.text, canonical.basis) == ("Kiev", Basis.STYLE)

    def test_a_lone_other_form_is_worth_knowing_only(self) -> None:
        (entity,) = linked("They left Kiev.", forms="Kiev", authority=authority(KYIV))
        assert entity.variants[0].confidence < 0.5

    def test_a_publisher_s_decision_holds_for_a_lone_form_too(self) -> None:
        house = authority(replace(KYIV, layer="house.toml"))
        (entity,) = linked("They left Kiev.", forms="Kiev", authority=house)
        assert entity.variants[0].confidence >= 0.9

    def test_an_accepted_form_is_no_variant(self) -> None:
        records = authority(replace(KYIV, other=(), allowed=("Kiev",)))
        assert variants(linked(self.TEXT, forms=self.FORMS, authority=records)) == {}


class TestDates:
    @pytest.mark.parametrize(
        ("date", "departs"),
        [("2015-03-01", False), ("2015", False), ("2019-08-13T23:00", False),
         ("2019-08-14", True), ("2024", True), (None, True), ("yesterday", True)],
    )  # fmt: skip
    def test_an_article_has_the_name_of_its_day(self, date: str | None, departs: bool) -> None:
        record = authority(replace(KYIV, since="2019-08-14"))
        (plain,) = documents(["They left Kyiv. They like Kyiv. They saw Kiev."], ["Kyiv", "Kiev"])
        found = link((replace(plain, date=date),), record)
        assert bool(variants(found)) is departs

    def test_the_reason_names_the_date(self) -> None:
        record = authority(replace(KYIV, since="2019-08-14"))
        (entity,) = linked("They left Kiev.", forms="Kiev", authority=record)
        assert "from 2019-08-14" in entity.canonical.because


class TestMajority:
    def test_each_part_is_spelled_as_most_write_it(self) -> None:
        text = "Ivan Monteith sang. Moneith left. Moneith sat. Moneith ate."
        found = linked(text, forms="Ivan Monteith, Moneith")
        entity = of(found, "Moneith")
        assert entity.canonical.text == "Ivan Moneith"
        assert variants(found) == {"Ivan Monteith": ("Ivan Moneith", "spelling")}

    def test_the_earlier_form_wins_a_draw(self) -> None:
        found = linked(
            "We met Ivan Monteith. Ivan Moneith left.", forms="Ivan Monteith, Ivan Moneith"
        )
        assert found[0].canonical.text == "Ivan Monteith"
