"""Look-alikes: shown with a probability, never joined, never within one entity."""

from dataclasses import replace

import pytest

from audit.link.entities import Entities
from audit.link.gather import forms_of
from audit.link.kept import forgetful
from audit.link.known import KnownForms
from audit.link.linker import joined
from audit.link.lookalikes import SHOWN_FROM, lookalikes, parts_of, probability
from audit.link.traits import Traits, traits
from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind
from tests.link.feed import NOTHING, documents, linked


def alike(text: str, forms: str, lang: str = "en") -> dict[str, str]:
    found = linked(text, forms=forms, lang=lang)
    return {one.part: one.other_part for entity in found for one in entity.lookalikes}


def test_a_surname_alone_is_shown_beside_the_full_name_it_resembles() -> None:
    text = "Coach Mirela Pelorin rested. In May Perin won the cup."
    assert alike(text, "Mirela Pelorin, Perin") == {"Perin": "Pelorin"}


def test_the_rarer_spelling_is_the_one_pointed_at() -> None:
    text = "Perin won. Perin laughed. Mirela Pelorin rested."
    assert alike(text, "Mirela Pelorin, Perin") == {"Pelorin": "Perin"}


def test_beside_a_form_that_itself_departs_the_right_one_is_expected() -> None:
    """Retin departs from the record, so the unknown Retina is not sent there."""
    record = NameRecord("recin", Kind.PERSON, "Mira Recin", short=("Recin",), other=("Retin",))
    text = "They met Dorina Retina. Retin had left."
    found = linked(text, forms="Dorina Retina, Retin", authority=Authority((record,)))
    (one,) = [one for entity in found for one in entity.lookalikes]
    assert (one.part, one.other_part, one.expected) == ("Retina", "Retin", "Recin")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("They met Elon Musk. Then Elon Musk left. Nobody knew Ilon Musk.", "Elon Musk, Ilon Musk"),
        ("Iran and Iraq signed it.", "Iran, Iraq"),
        ("Mirela Pelorin won. Later Petru Vasile spoke.", "Mirela Pelorin, Petru Vasile"),
        ("Anna Petrova came. Inna Petrova left.", "Anna Petrova, Inna Petrova"),
    ],
)
def test_names_that_are_one_or_plainly_two_are_not_shown(text: str, forms: str) -> None:
    assert alike(text, forms) == {}


def test_what_looks_alike_in_two_documents_is_not_compared() -> None:
    found = linked("Mirela Pelorin rested.", "Perin won.", forms="Mirela Pelorin, Perin")
    assert not any(entity.lookalikes for entity in found)


def test_of_two_entities_with_one_id_the_one_that_holds_the_mention_is_told() -> None:
    here, there = "Coach Mirela Pelorin rested. In May Perin won the cup.", "Perin slept."
    given = documents((here, there), ("Mirela Pelorin", "Perin"))
    found = joined(given, NOTHING)
    apart = Entities(forms_of(given, KnownForms(NOTHING)).table)
    for entity in found:
        for number in range(len(entity.mentions)):
            apart.add(replace(entity, mentions=entity.mentions[number : number + 1]))
    apart.in_order().noting(lookalikes(given, apart, forgetful()))
    assert any(entity.lookalikes for entity in apart)
    for entity in apart:
        assert all(one.mention in entity.mentions for one in entity.lookalikes)


def test_confidence_is_the_probability_and_never_below_what_is_worth_showing() -> None:
    text = "Coach Mirela Pelorin rested. In May Perin won the cup."
    (one,) = [
        each for entity in linked(text, forms="Mirela Pelorin, Perin") for each in entity.lookalikes
    ]
    assert SHOWN_FROM <= one.confidence <= 1


def test_likeness_of_letters_speaks_for_one_name_and_common_words_against() -> None:
    nothing = Traits(*[0.0] * len(Traits._fields))
    alike = nothing._replace(near_start=0.95, near=0.9)
    assert probability(nothing) < probability(alike)
    assert probability(alike._replace(both_common=1.0)) < probability(alike)


def test_marks_tell_which_of_two_look_alikes_is_pointed_at() -> None:
    text = "Peturs won. Peturs laughed. Þóra and Péturš Helgar rested."
    assert alike(text, "Péturš Helgar, Peturs, Þóra").get("Péturš") is None


@pytest.mark.parametrize(
    ("text", "introduced"),
    [
        ("Minister Audra Belan spoke. Later Belang left.", 1.0),
        ("Belang left. Later minister Audra Belan spoke.", 0.0),
        ("Minister Audra Belan spoke. Belan laughed. Later Belang left.", 0.0),
        ("Minister Audra Belan spoke. Later Stellan Belang left.", 0.0),
    ],
)
def test_a_person_is_introduced_in_full_and_then_named_alone(text: str, introduced: float) -> None:
    forms = ["Audra Belan", "Stellan Belang", "Belang", "Belan"]
    (document,) = documents([text], forms)
    entities = joined([document], NOTHING)
    owner = {mention: entity for entity in entities for mention in entity.mentions}
    found = {part.text: part for part in parts_of(document, owner)}
    assert traits(found["Belan"], found["Belang"], "en").introduced == introduced
