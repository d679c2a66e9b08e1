"""Which part of a name is the family's."""

import pytest

from audit.lang.name_order import Order, name_order, patronymic_langs, written_family


@pytest.mark.parametrize(
    ("name", "order", "family"),
    [
        ("Kim Jong-un", Order.FAMILY_FIRST, "Kim"),
        ("Xi Jinping", Order.FAMILY_FIRST, "Xi"),
        ("Nguyễn Phú Trọng", Order.FAMILY_FIRST, "Nguyễn"),
        ("Nguyen Phu Trong", Order.FAMILY_FIRST, "Nguyen"),
        ("Shinzo Abe", Order.FAMILY_LAST, "Abe"),
        ("Abe Shinzo", Order.FAMILY_FIRST, "Abe"),
        ("Orbán Viktor", Order.FAMILY_FIRST, "Orbán"),
        ("Viktor Orbán", Order.FAMILY_LAST, "Orbán"),
        ("Guðbjörg Jóna Bjarnadóttir", Order.PATRONYMIC_LAST, None),
        ("Olafur Sigurdarson", Order.PATRONYMIC_LAST, None),
        ("Sergey Ivanovich Sorokin", Order.PATRONYMIC_AMID, "Sorokin"),
        ("Олена Іванівна Гриценко", Order.PATRONYMIC_AMID, "Гриценко"),
    ],
)
def test_order(name: str, order: Order, family: str | None) -> None:
    parts = tuple(name.split())
    found = name_order(parts)
    assert found is not None
    assert found.order is order
    assert (parts[found.family] if found.family is not None else None) == family


@pytest.mark.parametrize("name", ["Kim", "Marco Hale", "Michael Jackson", "Henrik Larsson", ""])
def test_nothing_is_said_where_nothing_is_known(name: str) -> None:
    assert name_order(tuple(name.split())) is None


def test_two_family_names_leave_the_order_open() -> None:
    assert name_order(("Kim", "Park")) is None


def test_a_word_that_is_all_ending_is_no_patronymic() -> None:
    assert patronymic_langs("Son") == ()


@pytest.mark.parametrize(
    ("text", "lang", "size"),
    [
        ("习近平", "zh", 1),
        ("佐々木希", "ja", 3),
        ("김보라", "ko", 1),
        ("北京", "zh", 0),
        ("任命", "zh", 0),
        ("", "ja", 0),
    ],
)
def test_family_names_in_their_own_scripts(text: str, lang: str, size: int) -> None:
    assert written_family(text, lang) == size
