"""Files packed by gzip: read as what is in them, within bounds, never written back."""

import gzip
import json
import os
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.model.place import Span
from audit.model.report import Note
from audit.read import read
from audit.read import unpacked as module
from audit.run import Willingness, fix
from tests.read.conftest import ReadBytes

LINES = b'{"id": "a", "text": "One the the two."}\n{"id": "b", "text": "Three."}\n'
NEWS = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc>
<news:news><news:title>Ice stops the ferries</news:title></news:news></url></urlset>"""


@pytest.mark.parametrize("name", ["feed.jsonl.gz", "FEED.JSONL.GZ", "feed.jsonl", "stdin"])
def test_a_packed_feed_is_read_with_its_places(name: str, reading: ReadBytes) -> None:
    (first, second), notes = reading(gzip.compress(LINES), name)
    assert (first.id, second.id, notes) == ("a", "b", [])
    place = second.place(Span(0, 5))
    assert (place.line, first.path) == (2, name)


def test_a_sitemap_is_read(reading: ReadBytes) -> None:
    (only,), _ = reading(gzip.compress(NEWS), "sitemap.xml.gz")
    assert (only.id, only.text) == ("https://a.example/1", "Ice stops the ferries")


def test_several_members_are_one_text(reading: ReadBytes) -> None:
    lines = LINES.splitlines(True)
    packed = b"".join(map(gzip.compress, lines)) + b"\0" * 9
    assert [one.id for one in reading(packed, "a.jsonl.gz")[0]] == ["a", "b"]


def test_what_was_unpacked_on_the_way_is_read_by_the_name_of_the_packed(
    reading: ReadBytes,
) -> None:
    assert [one.id for one in reading(LINES, "a.jsonl.gz")[0]] == ["a", "b"]


def test_folders_hold_packed_files(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.jsonl.gz").write_bytes(gzip.compress(LINES))
    (folder / "in" / "b.tar.gz").write_bytes(gzip.compress(b"no text"))
    skipped, first, second = read(["in"])
    assert isinstance(skipped, Note)
    assert (skipped.code, "b.tar.gz" in skipped.message) == ("skipped-files", False)
    assert [one.path for one in (first, second)] == ["in/a.jsonl.gz"] * 2


def test_a_bomb_is_told_early(reading: ReadBytes) -> None:
    packed = gzip.compress(b" " * 50_000_000)
    documents, (note,) = reading(packed, "a.jsonl.gz")
    assert (documents, note.code) == ([], "too-large")
    assert "unpacks to over 100 times its size" in note.message


def test_there_is_an_end_to_every_size(reading: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 1_500_000)
    line = json.dumps({"id": "x", "text": os.urandom(500_000).hex()}).encode()
    documents, (note,) = reading(gzip.compress(line + b"\n" + line), "a.jsonl.gz")
    assert (len(documents), note.code) == (1, "too-large")


@pytest.mark.parametrize("spoilt", ["cut", "changed"])
def test_a_damaged_file_is_told_behind_what_could_be_read(spoilt: str, reading: ReadBytes) -> None:
    many = b"".join(
        json.dumps({"id": n, "text": os.urandom(400).hex()}).encode() + b"\n" for n in range(900)
    )
    packed = gzip.compress(many)
    half = len(packed) // 2
    data = packed[:half] if spoilt == "cut" else packed[:half] + b"\xff" * 99 + packed[half + 99 :]
    documents, notes = reading(data, "a.jsonl.gz")
    assert 100 < len(documents) < 900
    assert notes[-1].code == "damaged-gzip"
    assert notes[-1].level == "error"


def test_a_packed_file_is_not_written_back(folder: Path) -> None:
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(LINES))
    fixed = fix(["a.jsonl.gz"], Config(lang="en", select=("REP",)), Willingness())
    assert fixed.files == ()
    ((name, refusal),) = fixed.refused
    assert (name, refusal.because) == ("a.jsonl.gz", "the file is packed; unpack it first")
