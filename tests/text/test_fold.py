"""Folding: case, marks and punctuation go, letters of their own stay, and folding twice is once."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.fold import bare, parts, roman, squeeze


class TestBare:
    @pytest.mark.parametrize(
        ("name", "folded"),
        [
            ("Cézanne", "cezanne"),
            ("Kılıç", "kilic"),
            ("Łódź", "lodz"),
            ("Guðbjörg", "gudbjorg"),
            ("Strauß", "strauss"),
            ("Đoković", "dokovic"),
        ],
    )
    def test_takes_marks_off_latin_letters(self, name: str, folded: str) -> None:
        assert bare(name) == folded

    def test_keeps_cyrillic_letters_that_only_look_marked(self) -> None:
        assert bare("Зеленський") == "зеленський"
        assert bare("Їжак") != bare("Ижак")
        assert bare("Орёл") != bare("Орел")

    @given(st.text())
    def test_does_not_mind_how_marks_are_encoded(self, text: str) -> None:
        assert bare(unicodedata.normalize("NFD", text)) == bare(unicodedata.normalize("NFC", text))

    @given(st.text())
    def test_twice_is_once(self, text: str) -> None:
        assert bare(bare(text)) == bare(text)


class TestParts:
    @pytest.mark.parametrize(
        "name", ["Kim Jong-un", "Kim Jong\u2011un", "Kim  Jong\u2010un", " Kim\u00a0Jong-un "]
    )
    def test_divides_at_blanks_and_every_kind_of_hyphen(self, name: str) -> None:
        assert parts(name) == ("Kim", "Jong", "un")

    def test_an_apostrophe_divides_nothing(self) -> None:
        assert parts("Сар'ян О’Браян") == ("Сар'ян", "О’Браян")

    @given(st.text())
    def test_no_part_can_be_divided_again(self, text: str) -> None:
        assert all(parts(part) == (part,) for part in parts(text))


class TestSqueeze:
    def test_makes_spacing_variants_equal(self) -> None:
        assert squeeze("Kim Jong Un") == squeeze("Kim Jong-un") == squeeze("KIM JONGUN")
        assert squeeze("Sar'yan") == squeeze("Sar’yan") == squeeze("Saryan")

    def test_leaves_other_letters_apart(self) -> None:
        assert squeeze("Kim Jong Un") != squeeze("Kim Jong Il")

    @given(st.text())
    def test_twice_is_once(self, text: str) -> None:
        assert squeeze(squeeze(text)) == squeeze(text)


class TestRoman:
    @pytest.mark.parametrize(
        ("name", "latin"),
        [
            ("Хасан", "khasan"),
            ("Щербак", "shcherbak"),
            ("Сар'ян", "saryan"),
            ("Cézanne", "cezanne"),
            ("Κνωσός", "knosos"),
        ],
    )
    def test_reads_a_name_in_any_script(self, name: str, latin: str) -> None:
        assert roman(name) == latin

    @given(st.text())
    def test_is_small_ascii_and_twice_is_once(self, text: str) -> None:
        once = roman(text)
        assert once.isascii()
        assert once == once.lower()
        assert roman(once) == once
