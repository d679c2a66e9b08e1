"""Parquet files: a row is a document, its columns are what an article in JSON has as keys.

Needs the extra `parquet`. A place is the number of the row and the column within its text.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from audit.errors import InputError
from audit.lang.tags import tag_of
from audit.model.place import Origin
from audit.model.report import Note
from audit.model.text import UNKNOWN_LANGUAGE, Document
from audit.read.lines import blocks_of
from audit.read.whole import MAX_COLLECTION_BYTES, load, too_large
from audit.read.xml_file import language, left_out
from audit.text.decode import MAX_DOCUMENT_BYTES

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

Columns = Mapping[str, str | int]
"""What the user says of columns: role to the name of a column, or to its number from 1."""

TEXT = "target"
"""The role of the column with the text; without a word from the user it is called `text`, too."""
ROLES = ("id", "title", "lang", "source", "source_lang", "reference", "date", "publisher", "url")
"""What else a row may say of its text."""
_FAULTS = (KeyError, NotImplementedError, OSError, ValueError)
"""What pyarrow raises for files that are damaged, or hold what it does not know."""
_ROWS = 32
"""Rows taken at a time; each may be as long as a document can be."""
MAX_RATIO = 100
"""How many times longer than the file its text may be: a text that recurs is written once."""
_EXPECTED = 1024 * 1024
"""Up to this length of text the ratio is not looked at."""


def read_parquet(stream: BinaryIO, path: str, columns: Columns) -> Iterator[Document | Note]:
    """Read one file row by row; rows without a text are counted."""
    data = load(stream, path, MAX_COLLECTION_BYTES)
    most = min(MAX_COLLECTION_BYTES, max(_EXPECTED, MAX_RATIO * len(data)))
    file = _opened(data, path)
    names = _names(file.schema_arrow.names, columns, path)
    size = sum(
        file.metadata.row_group(number).total_byte_size
        for number in range(file.metadata.num_row_groups)
    )
    if size > MAX_COLLECTION_BYTES:
        raise too_large(path, MAX_COLLECTION_BYTES)
    counts: Counter[str] = Counter()
    notes: list[Note] = []
    row = length = 0
    try:
        for batch in file.iter_batches(_ROWS, columns=list(dict.fromkeys(names.values()))):
            for values in batch.to_pylist():
                row += 1
                said = {role: cell_text(values[name]) for role, name in names.items()}
                length += sum(len(text) for text in said.values() if text)
                if length > most:
                    message = f"its text is more than {MAX_RATIO} times as long as the file"
                    raise InputError("too-large", path, message, row)
                if document := document_of_row(said, row, path, notes):
                    yield document
                else:
                    counts["row without text"] += 1
    except _FAULTS as fault:
        raise InputError("bad-parquet", path, f"cannot be read: {fault}", row + 1) from None
    yield from notes
    yield from left_out(counts, path)
    if counts.total() == row:
        raise InputError("empty", path, "the file has no row with a text")


def _opened(data: bytes, path: str) -> "ParquetFile":
    try:
        from pyarrow import BufferReader  # noqa: PLC0415 - an extra
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra
    except ImportError:
        message = "Parquet files are read with the extra `parquet`: pip install 'mtaudit[parquet]'"
        raise InputError("no-parquet", path, message) from None
    try:
        return ParquetFile(BufferReader(data))
    except _FAULTS as fault:
        message = f"not a whole Parquet file: {fault}"
        raise InputError("bad-parquet", path, message) from None


def _names(found: list[str], columns: Columns, path: str) -> dict[str, str]:
    """The names of the columns that are read, by role; there must be one with a text."""
    names = {role: role for role in ROLES if role in found}
    names[TEXT] = "text" if "text" in found else TEXT
    for role, column in columns.items():
        is_number = isinstance(column, int)
        known = is_number and 0 < int(column) <= len(found)
        names[role] = found[int(column) - 1] if known else str(column)
    missing = next((name for name in names.values() if name not in found), None)
    if missing is not None:
        message = f"found no column {missing!r}; the file has {', '.join(found)}"
        raise InputError("no-column", path, message)
    return names


def cell_text(value: object) -> str | None:
    """A cell as text; what is neither text nor a number nor a date says nothing."""
    if value is None or isinstance(value, bool | bytes | dict | list):
        return None
    return str(value) or None


def document_of_row(
    said: Mapping[str, str | None], row: int, path: str, notes: list[Note]
) -> Document | None:
    """The document that the cells of a row make, by role; None where they hold no text.

    What is to be told goes to `notes`. Raises `InputError` for a text over the cap.
    """
    text = said[TEXT]
    if text is None or not text.strip():
        return None
    if len(text) > MAX_DOCUMENT_BYTES:
        raise too_large(path, line=row)
    source_lang = said.get("source_lang")
    return Document(
        id=said.get("id") or f"{path}#{row}",
        path=path,
        text=text,
        origin=Origin(first_line=row),
        lang=language(said.get("lang"), "lang", path, notes) or UNKNOWN_LANGUAGE,
        title=said.get("title"),
        source_lang=tag_of(source_lang) if source_lang else None,
        source=said.get("source"),
        reference=said.get("reference"),
        date=said.get("date"),
        publisher=said.get("publisher"),
        url=said.get("url"),
        blocks=blocks_of(text),
    )
