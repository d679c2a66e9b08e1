"""Decoding: what is certain is read, what is not is refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import InputError
from audit.text.decode import decode

RUSSIAN = "Президент заявил в понедельник, что переговоры пройдут в столице весной. " * 3


def fault(data: bytes, **options: object) -> InputError:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", **options)  # type: ignore[arg-type]
    assert caught.value.path == "a.txt"
    return caught.value


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text))
def test_every_utf_8_text_is_kept_as_it_is(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"]
)
def test_a_byte_order_mark_decides(encoding: str) -> None:
    text = "Ким 😀\r\nx\r"
    data = text.encode(encoding)
    if encoding.endswith(("le", "be")):
        data = "\ufeff".encode(encoding) + data
    assert decode(data, "a.txt", declared="koi8-r").text == text


def test_a_declaration_goes_before_utf_8() -> None:
    decoded = decode("Привет".encode("cp1251"), "a.html", declared="windows-1251")
    assert (decoded.text, decoded.encoding, decoded.notes) == ("Привет", "cp1251", ())


def test_latin_1_means_windows_1252_as_on_the_web() -> None:
    assert decode(b"\x93x\x94", "a.html", declared="iso-8859-1").text == "“x”"


@pytest.mark.parametrize("declared", ["utf-16", "utf-8", "UTF8"])
def test_a_page_that_declares_unicode_is_utf_8(declared: str) -> None:
    assert decode("Ким".encode(), "a.html", declared=declared).text == "Ким"


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("windows-1251", "wrong-encoding-declared"),
        ("klingon-1", "unknown-encoding"),
        ("base64", "unknown-encoding"),
        ("unicode_escape", "unknown-encoding"),
        ("a\0b", "unknown-encoding"),
    ],
)
def test_a_wrong_declaration_is_told(declared: str, code: str) -> None:
    decoded = decode(RUSSIAN.encode(), "a.html", declared=declared)
    assert decoded.text == RUSSIAN
    assert [(note.level, note.code) for note in decoded.notes] == [("warning", code)]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_a_sure_guess_is_used_and_told(encoding: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding), "a.txt", guess=True)
    assert decoded.text == RUSSIAN
    (note,) = decoded.notes
    assert (note.level, note.code) == ("warning", "guessed-encoding")
    assert encoding.replace("-", "_") in note.message


@pytest.mark.parametrize("data", [b"Caf\xe9 opens.", "Él dijo que mañana no.".encode("cp1252")])
def test_a_doubtful_guess_is_refused(data: bytes) -> None:
    assert fault(data, guess=True).code == "not-utf-8"


def test_nothing_is_guessed_unless_allowed() -> None:
    error = fault(b"one\ntwo \xe9 three")
    assert (error.code, error.line) == ("not-utf-8", 2)
    assert "byte 8 (line 2) is 0xE9" in error.message
    assert "iconv" in error.message


def test_a_character_cut_at_the_end_means_truncation() -> None:
    error = fault("one\nприве".encode()[:-1], guess=True)
    assert (error.code, error.line) == ("truncated", 2)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "DOCX"),
        (b"\x1f\x8b\x08...", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"text\0\1\2\3\0\0\0\0\0", "binary"),
        ("no mark, only zeros".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_binary_files_are_named(data: bytes, kind: str) -> None:
    error = fault(data, guess=True)
    assert error.code == "binary"
    assert kind in error.message


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf\r\n"])
def test_nothing_to_read_is_an_error(data: bytes) -> None:
    assert fault(data).code == "empty"


def test_control_characters_are_kept_and_told() -> None:
    text = "A line of text that is long enough.\n" * 5 + "bell \x07 and zero \0\f"
    decoded = decode(text.encode(), "a.txt")
    assert decoded.text == text
    (note,) = decoded.notes
    assert (note.code, note.line) == ("control-characters", 6)
    assert "2 control characters, first U+0007" in note.message


def test_a_broken_wide_file_is_refused() -> None:
    assert fault(b"\xff\xfea\0b").code == "not-decodable"
