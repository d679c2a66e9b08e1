"""Parquet: the documents, entities and findings of a report as three tables, for data programs.

Needs the extra `parquet`. The columns of `findings` are the members of a finding in report.json;
`docs/formats.md` has all three. Same report and same version of pyarrow, same bytes: no clock and
no path is written, and rows are grouped by number alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from audit.errors import MissingExtraError
from audit.model.names import Entity
from audit.model.report import Report
from audit.model.text import Document
from audit.report.json import DECIMALS, entity_tree, finding_tree
from audit.report.json_scores import score_tree
from audit.report.json_text import encodable

if TYPE_CHECKING:
    import pyarrow as pa

TABLES_ID = "mtaudit/tables/1"
"""Version of the tables; within one version columns are added, never changed or taken away."""
ROWS = 10_000
"""Rows of a row group: what is held in memory, and what a reader can skip."""

Row = dict[str, Any]

_DOCUMENTS = {
    "id": "string",
    "path": "string",
    "lang": "string",
    "title": "string",
    "date": "string",
    "publisher": "string",
    "url": "string",
    "words": "int64",
    "evaluated_words": "int64",
    "errors": "int64",
    "points": "double",
    "expected_points": "double",
    "penalty": "double",
    "quality": "double",
    "band": "string",
    "hold": "bool",
}
_ENTITIES = {
    "id": "string",
    "kind": "string",
    "canonical": "string",
    "basis": "string",
    "confidence": "double",
    "because": "string",
    "record": "string",
    "mentions": "int64",
    "forms": [{"text": "string", "count": "int64", "documents": "int64"}],
    "variants": [
        {
            "form": "string",
            "expected": "string",
            "kind": "string",
            "because": "string",
            "confidence": "double",
        }
    ],
}
_FINDINGS = {
    "fingerprint": "string",
    "rule": "string",
    "name": "string",
    "class": "string",
    "severity": "string",
    "confidence": "double",
    "mqm": "string",
    "message": "string",
    "document": "string",
    "start": "int64",
    "end": "int64",
    "line": "int64",
    "column": "int64",
    "text": "string",
    "entity": "string",
    "related": [{"document": "string", "start": "int64", "end": "int64", "text": "string"}],
    "fixes": [{"replacement": "string", "applicability": "string", "because": "string"}],
    "source": {"pair": "int64", "start": "int64", "end": "int64", "text": "string"},
    "state": "string",
}
COLUMNS: Mapping[str, Mapping[str, Any]] = {
    "documents": _DOCUMENTS,
    "entities": _ENTITIES,
    "findings": _FINDINGS,
}
"""The columns of each table: a type of Arrow, a list of such types, or a struct by its fields."""

_SCORED = ("errors", "points", "expected_points", "penalty", "quality", "band", "hold")
"""Members of a score in report.json that are columns of `documents`."""


class ParquetReporter:
    """Writes a report as a folder of three Parquet files.

    Raises `MissingExtraError` where pyarrow is not installed.
    """

    suffix = ""

    def __init__(self) -> None:
        try:
            import pyarrow.parquet  # noqa: F401, PLC0415 - an extra
        except ImportError:
            raise MissingExtraError(
                "reports in Parquet need pyarrow: pip install 'mtaudit[parquet]'"
            ) from None

    def fill(
        self, report: Report, create: Callable[[str], AbstractContextManager[BinaryIO]]
    ) -> None:
        """Write the files of a report, each opened by `create` under its name."""
        rows: Mapping[str, Iterable[Row]] = {
            "documents": _documents(report),
            "entities": map(_entity, report.entities),
            "findings": map(finding_tree, report.findings),
        }
        for name, columns in COLUMNS.items():
            schema = _schema(columns, str(report.signature))
            with create(f"{name}.parquet") as out:
                _write(out, schema, rows[name])


def _write(out: BinaryIO, schema: "pa.Schema", rows: Iterable[Row]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - an extra

    rest = iter(rows)
    with ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rest, ROWS)):
            try:
                batch = pa.RecordBatch.from_pylist(group, schema)
            except UnicodeEncodeError:  # a lone surrogate, which UTF-8 cannot hold
                batch = pa.RecordBatch.from_pylist(encodable(group), schema)
            writer.write_batch(batch)


def _schema(columns: Mapping[str, Any], signature: str) -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    fields = [(name, _type(column)) for name, column in columns.items()]
    return pa.schema(fields, {"schema": TABLES_ID, "signature": signature})


def _type(column: Any) -> "pa.DataType":
    """The type of Arrow that a column of `COLUMNS` means."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if isinstance(column, str):
        return pa.type_for_alias(column)
    if isinstance(column, list):
        return pa.list_(_type(column[0]))
    return pa.struct([(name, _type(field)) for name, field in column.items()])


def _documents(report: Report) -> Iterator[Row]:
    scores = report.scores.documents if report.scores else {}
    for document in report.documents:
        score = score_tree(scores.get(document.id)) or {}
        yield {
            **_facts(document),
            "words": report.words.get(document.id, 0),
            "evaluated_words": score.get("words"),
            **{name: score.get(name) for name in _SCORED},
        }


def _facts(document: Document) -> Row:
    names = ("id", "path", "lang", "title", "date", "publisher", "url")
    return {name: getattr(document, name) for name in names}


def _entity(entity: Entity) -> Row:
    return {
        **entity_tree(entity),
        "because": entity.canonical.because,
        "record": entity.record,
        "mentions": len(entity.mentions),
        "variants": [
            {
                "form": one.form,
                "expected": one.expected,
                "kind": one.kind.value,
                "because": one.because,
                "confidence": round(one.confidence, DECIMALS),
            }
            for one in entity.variants
        ],
    }
