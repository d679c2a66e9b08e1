"""WARC archives: pages with their places; packed, cut off, damaged, and bombs."""

import gzip
import zlib

import pytest

from audit.model.place import Span
from tests.read.conftest import ReadBytes
from tests.rewrite.test_rewrite import exchange

PAGE = "<html lang='uk'><p>Перше.\n<p>Друге речення.</html>".encode()


def record(content: bytes, kind: str = "response", uri: str = "https://a.example/1") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <{uri}>\r\n"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def answer(body: bytes, *fields: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    head = "".join(f"{field}\r\n" for field in (f"Content-Type: {kind}; charset=utf-8", *fields))
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


INFO = record(b"software: none\r\n", "warcinfo")
WHOLE = INFO + record(answer(PAGE)) + record(answer(b"x", kind="image/png"))


def test_pages_are_documents_with_places_in_the_archive(reading: ReadBytes) -> None:
    for name in ("a.warc", "stdin"):
        (document,), (note,) = reading(WHOLE, name)
        assert document.text == "Перше.\nДруге речення."
        assert (document.id, document.url) == ("https://a.example/1",) * 2
        assert document.lang == "uk"
        place = document.place(Span(7, 12))
        line = WHOLE.split(b"\n")[place.line - 1].decode()
        assert line[place.column - 1 :].startswith("Друге")
        assert note.message == "not checked: 1 answer that is no page"


CHUNKS = b"10;x=y\r\n" + PAGE[:16] + b"\r\n%x\r\n" % len(PAGE[16:]) + PAGE[16:] + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "packed",
    [
        record(answer(gzip.compress(PAGE), "Content-Encoding: gzip")),
        record(answer(zlib.compress(PAGE), "Content-Encoding: deflate")),
        record(answer(CHUNKS, "Transfer-Encoding: chunked")),
    ],
    ids=["gzip", "deflate", "chunked"],
)
def test_packed_pages_have_places_in_the_page(reading: ReadBytes, packed: bytes) -> None:
    for file in (packed, gzip.compress(INFO) + gzip.compress(packed)):
        (document,), _ = reading(file, "a.warc.gz")
        assert document.text == "Перше.\nДруге речення."
        assert document.place(Span(7, 12)).line == 2


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (WHOLE[:-200], "truncated"),
        (gzip.compress(WHOLE)[:-30], "damaged-archive"),
        (WHOLE + b"junk", "bad-record"),
        (INFO + b"WARC/1.0\r\nContent-Length: x\r\n\r\n", "bad-record"),
        (record(answer(b"zz", "Transfer-Encoding: chunked")), "damaged-answer"),
        (record(answer(b"zz", "Content-Encoding: gzip")), "damaged-answer"),
        (record(answer(PAGE, "Content-Encoding: br")), "empty"),
        (record(answer(PAGE, status="404 Not Found")), "empty"),
        (b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", "too-large"),
        (
            record(answer(gzip.compress(bytes(60 << 20)), "Content-Encoding: gzip")),
            "too-large",
        ),
        (gzip.compress(b"WARC/1.0\r\n" + bytes(60 << 20)), "bad-record"),
        (gzip.compress(b"\n" * (60 << 20)), "bad-record"),
    ],
)
def test_what_is_damaged_is_told(reading: ReadBytes, file: bytes, code: str) -> None:
    _, notes = reading(file, "a.warc")
    assert code in [note.code for note in notes if note.level == "error"]


def test_changes_in_an_archive_are_refused() -> None:
    done = exchange("a.warc", WHOLE, ("Перше", "Друге"))
    assert done.data == WHOLE
    assert len(done.refused) == 1
