"""The words on how two spellings differ name the letters and the scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.link.explain import because, by_schemes
from audit.model.names import VariantKind

ROMANIZATION, SPELLING = VariantKind.ROMANIZATION, VariantKind.SPELLING


@pytest.mark.parametrize(
    ("kind", "found", "expected", "says"),
    [
        (ROMANIZATION, "Hasan", "Khasan", "h/kh: BGN/PCGN"),
        (ROMANIZATION, "Khasan", "Hasan", "kh/h: BGN/PCGN"),
        (ROMANIZATION, "Podoliak", "Podolyak", "ia/ya"),
        (ROMANIZATION, "Gostomel", "Hostomel", "Ukrainian"),
        (SPELLING, "Korbeyavo", "Korbeevo", "("),
        (VariantKind.HYPHENATION, "Kim Jong-un", "Kim Jong Un", "hyphen"),
        (VariantKind.HYPHENATION, "Zhongnanshan", "Zhong Nanshan", "joined and divided"),
        (VariantKind.HYPHENATION, "Mcdonald", "McDonald", "capitals"),
        (VariantKind.EXONYM, "Mao Tse-tung", "Mao Zedong", "Mao Tse-tung Wade-Giles"),
        (VariantKind.EXONYM, "Peking", "Beijing", "two established names"),
        (VariantKind.DIACRITICS, "Cezanne", "Cézanne", "e/é"),
    ],
)
def test_the_reason_is_named(kind: VariantKind, found: str, expected: str, says: str) -> None:
    assert says in because(kind, found, expected)


def test_the_source_word_names_the_schemes() -> None:
    said = by_schemes("Hasan", "Khasan", {"хасан"}, "ru")
    assert said is not None
    assert "Khasan by BGN/PCGN (1947)" in said
    assert "Hasan by ISO 9 (1995)" in said
    assert by_schemes("Hassan", "Khasan", {"хасан"}, "ru") is None


@given(st.sampled_from(VariantKind), st.text(max_size=12), st.text(max_size=12))
def test_there_is_a_reason_for_anything(kind: VariantKind, found: str, expected: str) -> None:
    assert because(kind, found, expected)
