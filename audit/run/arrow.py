"""Examining documents as a function from Arrow to Arrow, for jobs on Spark, Ray Data and the like.

    table = prepare(Config(lang="en"))
    examined = [examine_batch(table, batch) for batch in batches]   # anywhere, in any division
    report = conclude_batches(table, examined)                      # in one place

`examine_batch` looks at each document by itself; `conclude_batches` does what needs all of them: it
links names, applies the rules on the feed, makes findings and scores. The same documents in the
same order give the same report however they were divided. Needs pyarrow, the extra `parquet`;
`docs/speed.md` has the columns.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from audit import detect
from audit.config.schema import Config
from audit.detect.apply import RuleHit
from audit.errors import ConfigError, InputError
from audit.model.report import Note, Report
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.parquet import ROLES, TEXT, cell_text, document_of_row
from audit.run.conclude import conclude, set_aside
from audit.run.examine import Bench, Examined, prepare
from audit.run.feed import Feed
from audit.run.packed import pack, unpack
from audit.run.past import Past

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["conclude_batches", "examine_batch", "examined_schema", "prepare"]

PATH, ROW = "path", "row"
"""Columns that say where a document is from; `row` is the line that its findings get."""
NO_PATH = "batch"
"""The path of documents that name none."""

Row = Mapping[str, Any]


def examine_batch(table: Bench, batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Examine a batch of documents: a row of `examined_schema` for each row that has a text.

    The columns are those of a Parquet file that `mtaudit check` reads (`id`, `text`, and what else
    is known), and `path` and `row`; all others are passed over. Raises `ConfigError` where `id` or
    `text` is missing.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    missing = [name for name in ("id", "text") if name not in batch.schema.names]
    if missing:
        raise ConfigError(f"a batch of documents needs the column {missing[0]!r}")
    known = (*ROLES, "text", PATH, ROW)
    given = batch.select([name for name in batch.schema.names if name in known])
    rows = [_examined(table, row) for row in given.to_pylist()]
    found = [row for row in rows if row is not None]
    return pa.RecordBatch.from_pylist(found, examined_schema())


def examined_schema() -> "pa.Schema":
    """The columns of what `examine_batch` gives; `examined` is for `conclude_batches` alone."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    passage = [("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]
    texts = {
        name: [(field, pa.string()) for field in fields]
        for name, fields in {
            "fix": ("replacement", "applicability", "because"),
            "note": ("level", "code", "message"),
        }.items()
    }
    hit = [
        ("rule", pa.string()),
        ("class", pa.string()),
        ("severity", pa.string()),
        ("confidence", pa.float64()),
        ("message", pa.string()),
        *passage,
        ("fixes", pa.list_(pa.struct(texts["fix"]))),
    ]
    return pa.schema(
        [
            ("id", pa.string()),
            ("lang", pa.string()),
            ("words", pa.int64()),
            ("segments", pa.int64()),
            ("names", pa.list_(pa.struct([*passage, ("kind", pa.string())]))),
            ("hits", pa.list_(pa.struct(hit))),
            ("notes", pa.list_(pa.struct(texts["note"]))),
            ("examined", pa.binary()),
        ]
    )


def conclude_batches(table: Bench, batches: Iterable["pa.RecordBatch"]) -> Report:
    """The report on all documents of `batches`, which `examine_batch` gave in the order of input.

    Raises `ConfigError` for two documents of one id, and for a suppressions or baseline file that
    cannot be used.
    """
    feed = Feed()
    notes: list[Note] = []
    for batch in batches:
        for data in batch.column("examined").to_pylist():
            one = unpack(data)
            if one.document.id in feed.by_id:
                raise ConfigError(f"two documents have the id {one.document.id!r}")
            feed.add(one)
            notes += one.notes
    return conclude(feed, table, set_aside(table.config), Past(()), notes)


def _examined(table: Bench, row: Row) -> Row | None:
    """One row examined; None where it has no text."""
    notes: list[Note] = []
    document = _document(row, table.config, notes)
    if document is None:
        return None
    found = table.examine(document)
    found = replace(found, notes=(*notes, *found.notes))
    return {
        "id": found.document.id,
        "lang": found.document.lang,
        "words": found.words.all,
        "segments": len(found.document.segments),
        "names": [
            {"start": one.span.start, "end": one.span.end, "text": one.text, "kind": one.kind.value}
            for one in found.document.mentions
        ],
        "hits": [_hit(found, one) for one in found.hits],
        "notes": [
            {"level": one.level.value, "code": one.code, "message": one.message}
            for one in found.notes
        ],
        "examined": pack(found),
    }


def _document(row: Row, config: Config, notes: list[Note]) -> Document | None:
    said = {name: cell_text(row.get(name)) for name in ROLES}
    path, line = cell_text(row.get(PATH)) or NO_PATH, row.get(ROW)
    said[TEXT] = cell_text(row.get("text"))
    number = line if isinstance(line, int) and line > 0 else 1
    try:
        document = document_of_row(said, number, path, notes)
    except InputError as error:
        raise ConfigError(f"document {said['id']!r}: {error.message}") from error
    if document is None:
        return None
    known = document.lang != UNKNOWN_LANGUAGE
    return replace(
        document,
        lang=document.lang if known else config.lang or UNKNOWN_LANGUAGE,
        source_lang=document.source_lang or config.source_lang,
    )


def _hit(found: Examined, one: RuleHit) -> Row:
    """A hit in words; what normalizing adds (overlaps, fingerprints, states) is not in it."""
    id_, hit = one
    rule = detect.load()[id_]
    return {
        "rule": id_,
        "class": (hit.finding_class or rule.finding_class).value,
        "severity": rule.severity.value,
        "confidence": hit.confidence,
        "message": rule.says.format_map(dict(hit.values)),
        "start": hit.at.start,
        "end": hit.at.end,
        "text": found.document.cut(hit.at),
        "fixes": [
            {
                "replacement": fix.replacement,
                "applicability": fix.applicability.value,
                "because": fix.because,
            }
            for fix in hit.fixes
        ],
    }
