import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.scripts import main_script, script_of, scripts


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "Latin"), ("é", "Latin"), ("ﬁ", "Latin"), ("Ａ", "Latin"), ("Ⅳ", "Latin"),
        ("K", "Latin"), ("о", "Cyrillic"), ("ґ", "Cyrillic"), ("ω", "Greek"), ("漢", "Han"),
        ("々", "Han"), ("𠀀", "Han"), ("ひ", "Hiragana"), ("カ", "Katakana"), ("ｶ", "Katakana"),
        ("한", "Hangul"), ("ㅎ", "Hangul"), ("ع", "Arabic"), ("پ", "Arabic"), ("ש", "Hebrew"),
        ("न", "Devanagari"), ("ि", "Devanagari"), ("1", "Common"), (" ", "Common"),
        ("ー", "Common"), ("×", "Common"), ("µ", "Common"), ("𝐀", "Common"), ("😀", "Common"),
        ("。", "Common"), ("\u0301", "Inherited"), ("\u064b", "Inherited"),
        ("\ud800", "Common"), ("𐐀", "Unknown"),
    ],
)  # fmt: skip
def test_script_of(char: str, script: str) -> None:
    assert script_of(char) == script


@given(st.characters(categories=["Lu", "Ll"], max_codepoint=0xFFFF))
def test_names_of_cased_letters_agree_with_the_unicode_name(char: str) -> None:
    script = script_of(char)
    first = unicodedata.name(char).split()[0].title()
    if first in {"Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Cherokee"}:
        assert script == first


def test_scripts_of_a_mixed_text() -> None:
    assert scripts("Оmicron ー 1!") == {"Latin", "Cyrillic"}
    assert scripts("12 …") == frozenset()


def test_main_script() -> None:
    assert main_script("Київ (Kyiv)") in {"Cyrillic", "Latin"}
    assert main_script("у Києві (Kyiv)") == "Cyrillic"
    assert main_script("ab где") == "Cyrillic"
    assert main_script("ab гд") == "Cyrillic"
    assert main_script("12:30") == "Common"
