"""One pair by itself is judged as if both names stood in one document."""

import pytest

from audit.link.compare_names import How
from audit.link.pair import judge
from audit.model.authority import Authority, NameRecord
from audit.model.names import Kind, VariantKind
from tests.link.feed import NOTHING


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("Kim Jong Un", "Kim Jong-un", How.SAME),
        ("Kim", "Kim Jong Un", How.PART),
        ("Kim Jong Un", "Kim", How.PART),
        ("Kim Jong Un", "Kim Jong Il", None),
    ],
)
def test_judges(first: str, second: str, how: How | None) -> None:
    relation = judge(first, second, NOTHING)
    assert (relation.how if relation else None) is how


def test_an_authority_knows_more() -> None:
    beijing = NameRecord("beijing", Kind.PLACE, "Beijing", other=("Peking",))
    known = Authority((beijing,), digest="beijing")
    assert judge("Beijing", "Peking", NOTHING, kind=Kind.PLACE) is None
    relation = judge("Beijing", "Peking", known, kind=Kind.PLACE)
    assert relation is not None
    assert relation.kind is VariantKind.EXONYM


def test_a_word_amid_a_foreign_name_is_not_its_name_in_another_script() -> None:
    event = "Vibrant Gujarat Global Summit"
    assert judge("Гуджарат", event, NOTHING, lang="uk") is None
    for short, long in (("Вагнер", "Group Wagner"), ("Oleg Бєлков", "Oleg Belkov Junior")):
        relation = judge(short, long, NOTHING, lang="uk")
        assert relation is not None
        assert relation.kind is VariantKind.MIXED_SCRIPT
