"""Files that stay below the bounds on their size, and would still cost far more than it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from audit.errors import InputError
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read import read
from audit.read.whole import MAX_COLLECTION_BYTES, load
from tests.read.conftest import ReadBytes


def test_equal_ids_are_told_apart_at_once(reading: ReadBytes) -> None:
    count = 20_000
    documents, _ = reading(
        '{"id": "1", "text": "A."}\n' * count + '{"id": "1#2", "text": "B."}', "a.jsonl"
    )
    assert [one.id for one in documents[:3]] == ["1", "1#2", "1#3"]
    assert documents[-1].id == "1#2#2"
    assert len({one.id for one in documents}) == count + 1


def test_a_page_of_nothing_but_tags_is_refused(
    reading: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.read.html.MAX_TOKENS", 100)
    assert len(reading("<p>a" * 50, "a.html")[0]) == 1
    documents, (note,) = reading("<p>a" * 51, "a.html")
    assert (documents, note.code, note.path) == ([], "too-large", "a.html")


@pytest.mark.parametrize("broken", ["", "& "])
def test_a_feed_of_nothing_but_references_is_refused(
    reading: ReadBytes, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    for module in ("xml_events", "xml_mended"):
        monkeypatch.setattr(f"audit.read.{module}.MAX_EVENTS", 1000)
    feed = "<rss><channel><item><title>{}</title></item></channel></rss>"
    assert len(reading(feed.format(broken + "&#65;" * 900), "a.rss")[0]) == 1
    documents, notes = reading(feed.format(broken + "&#65;" * 1100), "a.rss")
    assert (documents, notes[-1].code) == ([], "too-large")


def test_rows_that_repeat_one_text_end_where_they_outgrow_the_file(reading: ReadBytes) -> None:
    text = "Word word. " * 1_000
    column = pyarrow.DictionaryArray.from_arrays([0] * 2_000, [text])
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"text": column}), out)
    documents, (note,) = reading(out.getvalue(), "a.parquet")
    assert note.code == "too-large"
    assert "times as long as the file" in note.message
    assert 0 < sum(len(one.text) for one in documents) < MAX_COLLECTION_BYTES // 100


def test_a_table_has_so_many_rows(reading: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.read.table.MAX_ROWS", 3)
    assert len(reading("source,target\n" + "a,b\n" * 3, "a.csv")[0]) == 1
    documents, (note,) = reading("source,target\n" + "a,b\n" * 4, "a.csv")
    assert (documents, note.code) == ([], "too-large")


def test_markdown_has_a_bound_of_its_own(
    reading: ReadBytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.read.markdown.MAX_BYTES", 10)
    assert len(reading("Ten bytes.", "a.md")[0]) == 1
    assert reading("Eleven byte", "a.md")[1][0].code == "too-large"


def test_a_reader_that_fails_leaves_the_other_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(stream: object, path: str) -> Iterator[Note]:
        yield Note(NoteLevel.INFO, "begun", "Begun.", path)
        raise KeyError("x")

    monkeypatch.setattr("audit.read.plain.read_plain", failing)
    (folder / "a.txt").write_text("Text.")
    (folder / "b.md").write_text("Text.")
    _, failed, document = read(["."])
    assert isinstance(document, Document)
    assert isinstance(failed, Note)
    assert (failed.level, failed.code) == (NoteLevel.ERROR, "reading-failed")
    assert "KeyError" in failed.message
    assert failed.path is not None


def test_a_short_file_takes_little_room() -> None:
    class Stream(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 <= size <= 1024 * 1024
            return super().read(size)

    assert load(Stream(b"x" * 3_000_000), "a", MAX_COLLECTION_BYTES) == b"x" * 3_000_000
    with pytest.raises(InputError):
        load(Stream(b"x" * 101), "a", 100)
