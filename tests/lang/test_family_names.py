"""Family names at the head of a name."""

import pytest

from audit.lang.family_names import written_family


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
