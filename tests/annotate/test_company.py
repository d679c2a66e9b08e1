"""Where a name begins amid capitals, by what stands beside it."""

import pytest

from tests.annotate.names_in import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Art Director Benjamin Hale there.", "Benjamin Hale"),
        ("They met CB Marco Hale there.", "Marco Hale"),
        ("They met IR-inger Marco Hale there.", "Marco Hale"),
        ("They met Mount Hale there.", "Mount Hale"),
        ("They saw GHT-UBD Arena there.", "GHT-UBD Arena"),
        ("They saw Pantsir-S1 there.", "Pantsir-S1"),
        ("They knew that Marco Hale'll come.", "Marco Hale"),
        ("They knew that Sa'd Hale would come.", "Sa'd Hale"),
    ],
)
def test_a_role_before_a_person_is_no_part_of_the_name(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


def test_a_name_ends_where_the_script_changes() -> None:
    assert names("Вони бачили Huawei Олену Гриценко.", "uk") == ["Huawei", "Олену Гриценко"]


def test_a_hyphen_between_two_scripts_parts_words() -> None:
    assert names("Вони бачили Hale-монету вчора.", "uk") == ["Hale"]


def test_initials_in_another_script_stay() -> None:
    assert names("Вони бачили J. Гриценко вчора.", "uk") == ["J. Гриценко"]
