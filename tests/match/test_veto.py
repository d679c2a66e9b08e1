"""Contradictions part names however alike they are, and only contradictions do."""

import pytest

from audit.match import match
from audit.model.names import Kind

PERSON, PLACE, ORGANISATION = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION


@pytest.mark.parametrize(
    ("first", "second", "kind", "says"),
    [
        ("Louis XIV", "Louis XVI", PERSON, "number"),
        ("Alexander I of Russia", "Alexander III of Russia", PERSON, "number"),
        ("12 Repair Plant", "21 Repair Plant", ORGANISATION, "number"),
        ("First Guards Army", "Second Guards Army", ORGANISATION, "number"),
        ("John Doe Jr.", "John Doe Sr.", PERSON, "number"),
        ("Andrei Sidorov", "Anton Sidorov", PERSON, "given name"),
        ("John A. Smith", "John B. Smith", PERSON, "initials"),
        ("East Timor", "West Timor", PLACE, "east"),
        ("Upper Austria", "Lower Austria", PLACE, "upper"),
        ("Mauritius", "Mauritania", PLACE, "authority"),
        ("Sidorov", "Sidorova", PERSON, "woman"),
        ("Lugovskoy", "Lugovskaya", PERSON, "woman"),
    ],
)
def test_a_contradiction_outweighs_all_likeness(
    first: str, second: str, kind: Kind, says: str
) -> None:
    for found in (match(first, second, kind), match(second, first, kind)):
        assert found.veto is not None
        assert says in found.veto
        assert found.probability == 0
        assert found.reason == found.veto


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Louis XIV", "Louis-XIV", PERSON),
        ("Northern Ireland", "North Ireland", PLACE),
        ("Yulia Sidorov", "Yulia Sidorova", PERSON),
        ("Sidorova", "Sidorowa", PERSON),
        ("Aleksandr Sidorov", "Alexander Sidorov", PERSON),
        ("Helen Sidorova", "Elena Sidorova", PERSON),  # translated
        ("Alex Sidorov", "Aleksei Sidorov", PERSON),
        ("John Smith", "John B. Smith", PERSON),
        ("1st Guards Army", "First Guards Army", ORGANISATION),
        ("Vi Thanh", "Vy Thanh", PLACE),
    ],
)
def test_what_contradicts_nothing_is_no_veto(first: str, second: str, kind: Kind) -> None:
    assert match(first, second, kind).veto is None
