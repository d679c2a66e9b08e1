"""The stretch of a source without capitals behind a part of a name."""

import pytest

from audit.link.source_sound import sounding


@pytest.mark.parametrize(
    ("part", "text", "lang", "stretch"),
    [
        ("Nanshan", "昨天钟南山院士在广州发言。", "zh", "南山"),
        ("Hamilton", "ルイス・ハミルトンが優勝した。", "ja", "ハミルトン"),
        ("Pyongyang", "그는 평양에서 연설했다.", "ko", "평양"),
        ("Netanyahu", "בנימין נתניהו נאם אתמול.", "he", "נתניהו"),
        ("Grant", "交通大臣登比（Grant Denby）说。", "zh", "Grant"),
        ("Trent", "交通大臣登比（Grant Denby）说。", "zh", None),
        ("Sapporo", "昨天钟南山院士在广州发言。", "zh", None),
        ("Li", "李说。", "zh", None),
    ],
)
def test_finds_what_sounds_alike(part: str, text: str, lang: str, stretch: str | None) -> None:
    assert sounding(part, text, lang) == stretch


def test_two_equally_near_stretches_tell_nothing() -> None:
    assert sounding("Wang", "王说。汪也说。", "zh") is None
    assert sounding("Wang", "王说。王也说。", "zh") == "王"


def test_japanese_characters_are_not_read_in_mandarin() -> None:
    assert sounding("Dubian", "渡辺さんは来た。", "ja") is None
