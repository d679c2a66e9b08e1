"""Files that stay below the bounds on their size, and would still cost far more than it."""

import io

import pyarrow
import pyarrow.parquet
import pytest

from audit.read.whole import MAX_COLLECTION_BYTES
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
