"""From Arrow to Arrow: however documents are divided, the report is that of `mtaudit check`."""

import io
import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.config.schema import Config
from audit.errors import ConfigError
from audit.report.json import JsonReporter
from audit.run import arrow, audit

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

CONFIG = Config(lang="en", builtin_authority=False)
NAMES = ("Mykhailo Podolyak", "Mykhailo Podoliak", "Kim Jong Un", "Kim Jong-un")
ROWS = [
    {
        "id": f"d{number}",
        "text": f"Crowds saw {NAMES[number % 4]} on the the square.\n{NAMES[number % 3]} left.",
        "lang": "en-GB" if number % 2 else None,
        "rating": number,
    }
    for number in range(12)
]
TABLE = arrow.prepare(CONFIG)


def whole(path: Path) -> str:
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    return written_by(audit([str(path)], CONFIG))


def written_by(report: object) -> str:
    out = io.StringIO()
    JsonReporter().write(report, out)  # type: ignore[arg-type]
    return out.getvalue()


@settings(max_examples=5, deadline=None)
@given(cuts=st.lists(st.integers(0, len(ROWS)), max_size=4))
def test_any_division_gives_the_report_of_check(
    cuts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = [{**row, "path": "feed.parquet", "row": n} for n, row in enumerate(ROWS, start=1)]
    table = pickle.loads(pickle.dumps(TABLE))
    edges = [0, *sorted(cuts), len(rows)]
    batches = [
        pa.RecordBatch.from_pylist(rows[a:b], pa.Table.from_pylist(rows).schema)
        for a, b in pairwise(edges)
    ]
    done = [arrow.examine_batch(table, batch) for batch in batches]
    report = arrow.conclude_batches(table, done)
    assert written_by(report) == whole(tmp_path_factory.mktemp("feed") / "feed.parquet")


def test_a_row_says_what_was_found() -> None:
    done = arrow.examine_batch(TABLE, pa.RecordBatch.from_pylist(ROWS[:2]))
    assert done.schema == arrow.examined_schema()
    first = done.to_pylist()[0]
    assert (first["id"], first["lang"], first["words"], first["segments"]) == ("d0", "en", 11, 2)
    assert [one["text"] for one in first["names"]] == ["Mykhailo Podolyak"] * 2
    hit = next(one for one in first["hits"] if one["text"] == "the the")
    assert ROWS[0]["text"][hit["start"] : hit["end"]] == "the the"  # type: ignore[index]
    assert hit["fixes"][0]["replacement"] == "the"


def test_rows_without_text_are_left_out_and_columns_asked_for() -> None:
    batch = pa.RecordBatch.from_pylist([{"id": "a", "text": None}, {"id": "b", "text": "Text."}])
    assert arrow.examine_batch(TABLE, batch).column("id").to_pylist() == ["b"]
    with pytest.raises(ConfigError, match="needs the column 'text'"):
        arrow.examine_batch(TABLE, pa.RecordBatch.from_pylist([{"id": "a"}]))


def test_two_documents_of_one_id_are_refused() -> None:
    done = arrow.examine_batch(TABLE, pa.RecordBatch.from_pylist(ROWS[:1]))
    with pytest.raises(ConfigError, match="two documents have the id 'd0'"):
        arrow.conclude_batches(TABLE, [done, done])
