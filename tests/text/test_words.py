import pytest

from audit.text.words import count_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He can't go to Saint-Denis.", ["He", "can't", "go", "to", "Saint-Denis"]),
        ("п’ять 5 м'ячів", ["п’ять", "м'ячів"]),
        ("cafe\u0301 à 3 h", ["cafe\u0301", "à", "h"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("'quoted' - and — dashed-", ["quoted", "and", "dashed"]),
        ("m² ½ x_y", ["m", "x", "y"]),
        ("東京 Tower", ["東京", "Tower"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("He can't pay 3.5 million — or 10:30?", "en", 7),
        ("e-mail, and/or U.S.", "en-GB", 3),
        ("Д. Н. Ким — 5 г.", "ru", 5),
        ("他说3.5元 Dr. Wang。", "zh-Hant", 6),
        ("東京タワー", "ja", 5),
        ("김정은 위원장", "ko", 2),
        ("Hello 世界", "und", 3),
        ("हिन्दी में", "hi", 2),
        ("... — !", "en", 0),
    ],
)
def test_count_words(text: str, lang: str, expected: int) -> None:
    assert count_words(text, lang) == expected
