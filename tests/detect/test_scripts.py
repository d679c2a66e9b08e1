"""Encodings are undone exactly, look-alikes are look-alikes."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audit.detect import load
from audit.detect.scripts.encodings import as_utf8
from audit.detect.scripts.homoglyphs import look_alike
from tests.detect import engine

MOJIBAKE = load()["SCR003"]
MIXED = load()["SCR001"]
WORDS = ("Привіт", "Київ", "Здравствуйте", "Zürich", "Łódź", "naïveté", "дощ—сніг", "日本語")


def _read_wrongly(text: str, codec: str) -> str:
    """UTF-8 bytes read as an 8-bit code page, undefined bytes as browsers show them."""
    chars = []
    for byte in text.encode():
        try:
            chars.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            chars.append(chr(byte))
    return "".join(chars)


@pytest.mark.parametrize("word", WORDS)
def test_wrongly_read_words_are_repaired(word: str) -> None:
    broken = _read_wrongly(word, "cp1252")
    document = engine.document(f"Before {broken} after.", "en")
    hits = engine.run(MOJIBAKE, [document])
    assert engine.fixed(document.text, hits) == f"Before {word} after."


def test_short_words_between_are_repaired_with_them() -> None:
    broken = _read_wrongly("Київ і Львів", "cp1252")
    document = engine.document(f"Before {broken} after.", "en")
    hits = engine.run(MOJIBAKE, [document])
    assert [document.cut(hit.at) for hit in hits] == [broken]
    assert hits[0].fixes[0].replacement == "Київ і Львів"


def test_text_broken_twice_is_repaired() -> None:
    broken = _read_wrongly(_read_wrongly("Київ і Львів", "cp1252"), "cp1252")
    document = engine.document(f"Before {broken} after.", "en")
    hits = engine.run(MOJIBAKE, [document])
    assert engine.fixed(document.text, hits) == "Before Київ і Львів after."


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщьюяіїєґ", min_size=2, max_size=20))
def test_a_repair_is_the_reverse_of_the_fault(word: str) -> None:
    assert as_utf8(_read_wrongly(word, "cp1252"), "cp1252") == word


@given(
    st.text(
        alphabet="абвгдежзийклмнопрстуфхцчшщыьэюяіїєґАБВГДЕЖЗИЇЄҐ «»—…’“”\u00a0.,!?", max_size=60
    )
)
def test_sound_cyrillic_is_left_alone(text: str) -> None:
    assume(text.strip())
    assert not engine.run(MOJIBAKE, [engine.document(text, "uk")])


@given(
    st.text(alphabet="abcdefghàâäçéèêëîïôöùûüßáíóúñěščřžýÉÈÀÁÍŽŠ «»—…’“”„\u00a0.,!?", max_size=60)
)
def test_sound_latin_is_left_alone(text: str) -> None:
    assume(text.strip() and not re.search("[À-ÿ]{5}", text))
    assert not engine.run(MOJIBAKE, [engine.document(text, "fr")])


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_look_alikes_go_both_ways(lang: str) -> None:
    for letter in "acopexyABCEHKMOPTX":
        cyrillic = look_alike(letter, "Cyrillic", lang)
        assert cyrillic is not None
        assert unicodedata.name(cyrillic).startswith("CYRILLIC")
        assert look_alike(cyrillic, "Latin", lang) == letter


def test_russian_has_no_decimal_i() -> None:
    assert look_alike("i", "Cyrillic", "ru") is None
    assert look_alike("i", "Cyrillic", "uk") == "і"


def test_a_mended_word_is_in_order() -> None:
    document = engine.document("Про це пише гaзeта.", "uk")
    mended = engine.fixed(document.text, engine.run(MIXED, [document]))
    assert not engine.run(MIXED, [engine.document(mended, "uk")])
