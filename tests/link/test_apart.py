"""Names that share no document are joined by the matcher where it is all but certain."""

import pytest

from tests.link.feed import linked, together, variants


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("Pelageya Dolibyuk", "Pelageya Dolibuk"),
        ("Nikolay Larenov", "Nikolai Larenov"),
        ("Faddei Orlinghausen", "Fadey Orlinghausen"),
    ],
)
def test_one_name_in_two_articles(usual: str, other: str) -> None:
    found = linked(
        f"We met {usual}. Then {usual} left.", f"He is {other}.", forms=f"{usual}, {other}"
    )
    assert together(found) == {frozenset({usual, other})}
    assert len(set(variants(found)) & {usual, other}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lin Hao", "Lin Zhouping"),
        ("Tran Minh Dung", "Tran Minh Thanh"),
        ("Oleg Ivanov", "Oleg Ivashov"),
        ("Anna Petrova", "Inna Petrova"),
        ("Louis XIV Bourbon", "Louis XVI Bourbon"),
    ],
)
def test_two_names_in_two_articles(one: str, other: str) -> None:
    assert len(linked(f"We met {one}.", f"He is {other}.", forms=f"{one}, {other}")) == 2


def test_a_departure_over_the_feed_is_a_question() -> None:
    found = linked(
        "We met Pelageya Dolibyuk. Pelageya Dolibyuk left.", "He is Pelageya Dolibuk.",
        forms="Pelageya Dolibyuk, Pelageya Dolibuk",
    )  # fmt: skip
    (variant,) = found[0].variants
    assert 0.7 <= variant.confidence < 0.8


def test_words_that_inflect_are_left_alone() -> None:
    found = linked(
        "Ми бачили Сергій Долібюк.", "Це Сергій Долібук.",
        forms="Сергій Долібюк, Сергій Долібук", lang="uk",
    )  # fmt: skip
    assert len(found) == 2
