"""Parquet files: rows are documents; columns that are missing, bad files."""

from io import BytesIO
from typing import Any

import pytest

from audit.model.place import Span
from tests.read.conftest import ReadBytes
from tests.rewrite.test_rewrite import exchange

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def parquet(**columns: list[Any]) -> bytes:
    out = BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=2)
    return out.getvalue()


ROWS = parquet(
    id=["a", "b", None, "d"],
    text=["Перший.\n\nДругий абзац.", "Text two.", "Drei.", None],
    lang=["uk", "en-gb", "?", "de"],
    date=["2024-01-02", None, None, None],
    other=[[1], [2], [3], [4]],
)


def test_rows_are_documents(reading: ReadBytes) -> None:
    for name in ("a.parquet", "stdin"):
        (first, second, third), (bad, left) = reading(ROWS, name)
        assert (first.id, first.lang, first.date) == ("a", "uk", "2024-01-02")
        assert (second.text, second.lang, third.id) == ("Text two.", "en-GB", f"{name}#3")
        place = second.place(Span(5, 8))
        assert (place.line, place.column) == (2, 6)
        assert first.place(Span(9, 15)).line == 1
        assert [block.span for block in first.blocks] == [Span(0, 7), Span(9, 22)]
        assert bad.code == "bad-field"
        assert left.message == "not checked: 1 row without text"


def test_columns_that_the_user_names(reading: ReadBytes) -> None:
    data = parquet(nr=[7], Deutsch=["Ja."], Englisch=["Yes."])
    (document,), _ = reading(
        data, "a.parquet", columns={"target": "Englisch", "source": 2, "id": 1}
    )
    assert (document.id, document.text, document.source) == ("7", "Yes.", "Ja.")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (parquet(body=["x"]), "no-column"),
        (parquet(text=[None, " "]), "empty"),
        (parquet(text=[[1, 2]]), "empty"),
        (ROWS[:-8], "bad-parquet"),
        (b"PAR1", "bad-parquet"),
        (ROWS[:8] + bytes(60) + ROWS[68:], "bad-parquet"),
    ],
)
def test_what_cannot_be_read_is_told(reading: ReadBytes, data: bytes, code: str) -> None:
    _, notes = reading(data, "a.parquet")
    assert [note.code for note in notes if note.level == "error"] == [code]


def test_changes_are_refused() -> None:
    done = exchange("a.parquet", ROWS, ("two", "three"))
    assert (done.data, len(done.refused)) == (ROWS, 1)
