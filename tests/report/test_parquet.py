"""Reports in Parquet: the same values as report.json, the same bytes each time."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit.errors import ConfigError, MissingExtraError
from audit.model.report import Report
from audit.report import parquet
from audit.report.base import Target, emit, reporter
from audit.report.json import as_tree
from tests.builders import document, report
from tests.report.test_json import full

pq = pytest.importorskip("pyarrow.parquet")

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"


def tables(value: Report, folder: Path) -> dict[str, list[dict[str, Any]]]:
    emit(value, [Target(reporter("parquet"), str(folder))])
    return {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in parquet.COLUMNS}


def test_the_tables_hold_what_report_json_holds(tmp_path: Path) -> None:
    value = full()
    found = tables(value, tmp_path)
    tree: Any = json.loads(json.dumps(as_tree(value)))
    assert found["findings"] == tree["findings"]
    for row, told in zip(found["documents"], tree["documents"], strict=True):
        score = told.pop("score")
        assert told.items() <= row.items()
        assert (row["quality"], row["hold"], row["evaluated_words"]) == (
            score["quality"],
            score["hold"],
            score["words"],
        )
    kim, lee = found["entities"]
    assert tree["entities"][0].items() <= kim.items()
    assert [one["form"] for one in kim["variants"]] == ["Kim Jong-un"]
    assert (kim["mentions"], lee["mentions"], lee["canonical"]) == (3, 1, "Lee")


def test_every_row_is_in_some_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 1)
    assert len(tables(full(), tmp_path)["findings"]) == 2
    assert pq.ParquetFile(tmp_path / "findings.parquet").num_row_groups == 2


@pytest.mark.parametrize("value", [full(), report([])], ids=["full", "empty"])
def test_same_report_same_bytes(value: Report, tmp_path: Path) -> None:
    tables(value, tmp_path / "a")
    tables(value, tmp_path / "b")
    for name in parquet.COLUMNS:
        first, second = (tmp_path / one / f"{name}.parquet" for one in "ab")
        assert first.read_bytes() == second.read_bytes()
        schema = pq.read_schema(first)
        assert schema.names == list(parquet.COLUMNS[name])
        assert schema.metadata[b"schema"] == parquet.TABLES_ID.encode()
        assert schema.metadata[b"signature"] == str(value.signature).encode()


def test_a_lone_surrogate_is_replaced(tmp_path: Path) -> None:
    one = replace(document("Text."), path="a\udcff.txt")
    assert tables(report([one]), tmp_path)["documents"][0]["path"] == "a\ufffd.txt"


def test_all_columns_are_documented() -> None:
    told = DOCS.read_text(encoding="utf-8").partition("## Reports in Parquet")[2]
    for name, columns in parquet.COLUMNS.items():
        assert f"`{name}.parquet`" in told
        assert not [one for one in columns if f"`{one}`" not in told]


def test_without_pyarrow_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'mtaudit\[parquet\]'"):
        reporter("parquet")


def test_it_needs_a_folder() -> None:
    with pytest.raises(ConfigError, match="parquet:FOLDER"):
        Target(reporter("parquet"))
