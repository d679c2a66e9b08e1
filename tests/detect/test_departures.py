"""What replaces a departing form fits its place: its case, its capitals."""

from dataclasses import replace

import pytest

from audit.detect import load
from audit.detect.names.departures import departures
from audit.model.finding import Applicability, Fix
from audit.model.names import Basis, VariantKind
from tests import builders as make
from tests.link.feed import linked


def fixes(text: str, forms: str, lang: str) -> dict[str, Fix]:
    """The first fix of each departing form."""
    found = linked(text, forms=forms, lang=lang)
    hits = (hit for entity in found for kind in VariantKind for hit in departures(entity, kind))
    return {text[hit.at.start : hit.at.end]: hit.fixes[0] for hit in hits}


def test_the_case_of_the_place_is_kept_where_the_nominative_is_proved() -> None:
    text = "Тассалін спав. Тассаліну снилося море. З Тассаліном ішли. Казали Тассіліну."
    (fix,) = fixes(text, "Тассалін, Тассаліну, Тассаліном, Тассіліну", "uk").values()
    assert (fix.replacement, fix.applicability) == ("Тассаліну", Applicability.UNSAFE)


def test_where_the_case_cannot_be_told_the_form_is_a_hint() -> None:
    text = "Кайел спав. Кайел їв. Бачили Кейла."
    (fix,) = fixes(text, "Кайел, Кейла", "uk").values()
    assert (fix.replacement, fix.applicability) == ("Кайел", Applicability.DISPLAY)


def test_a_headline_stays_in_capitals() -> None:
    text = "HALVARN WINS. Halvern won. Halvern sang. Halvern left."
    assert fixes(text, "HALVARN, Halvern", "en")["HALVARN"].replacement == "HALVERN"


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("id_", [id_ for id_, one in load().items() if one.of_variants])
def test_rules_of_variants_say_nothing_of_a_name_without(id_: str, basis: Basis) -> None:
    rule = load()[id_]
    document = make.document("Mirela Pelorin slept. Pelorin left. Mirela Pelorin won.")
    mentions = make.mentions([document], "Mirela Pelorin", "Pelorin")
    entity = make.entity("Mirela Pelorin", mentions, basis=basis, record="pelorin")
    rivals = replace(entity.canonical, rivals=("Perin",))
    for one in (entity, replace(entity, canonical=rivals)):
        assert list(rule.check(one, rule.options())) == []
