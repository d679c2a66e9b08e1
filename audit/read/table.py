"""Tables: CSV and TSV files with one text a row; which column holds what is said, never guessed.

A header names the columns `target`, `source` and so on; other names, or numbers where there is no
header, are told by the user. Rows of one `document` and one `lang` are one document.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from audit.errors import InputError
from audit.model.place import Syntax, line_starts
from audit.model.report import Note, NoteLevel
from audit.model.text import Document
from audit.read.cells import Cell, OpenQuotationError, rows
from audit.read.joined import Gathered, JoinedText, UnitFile
from audit.read.whole import load
from audit.read.xml_file import language
from audit.text.decode import Decoded, decode

Columns = Mapping[str, str | int]
"""What the user says of columns: role to the name of a column, or to its number from 1."""

TARGET = "target"
ROLES = (TARGET, "source", "reference", "id", "lang", "source_lang", "document")
"""What a column can hold; each is also the name by which a header says so."""
MAX_ROWS = 1_000_000
"""Rows of one table that are read; the largest file that is read has 50 bytes for each then."""
_SHOWN = 80
"""Characters of a first line that a message quotes."""
MAX_ERRORS = 100
"""Bad rows that are told one by one."""


def read_csv(stream: BinaryIO, path: str, columns: Columns) -> Iterator[Document | Note]:
    """Read a file whose cells are parted by commas or semicolons."""
    return _read(stream, path, columns, (Syntax.CSV, Syntax.CSV_SEMICOLON))


def read_tsv(stream: BinaryIO, path: str, columns: Columns) -> Iterator[Document | Note]:
    """Read a file whose cells are parted by tabs; quotation marks are text."""
    return _read(stream, path, columns, (Syntax.TSV,))


def _read(
    stream: BinaryIO, path: str, columns: Columns, syntaxes: Sequence[Syntax]
) -> Iterator[Document | Note]:
    decoded = decode(load(stream, path), path)
    yield from decoded.notes
    table = _Table(decoded, path)
    for syntax in syntaxes:
        if table.settle(syntax, columns):
            break
    else:
        raise table.no_column(columns)
    table.read()
    yield from table.notes
    documents = list(table.documents())
    if not documents and not table.notes:
        raise InputError("empty", path, "the table has no row with a text")
    yield from documents


class _Table:
    """One file on its way to documents."""

    def __init__(self, decoded: Decoded, path: str) -> None:
        self.notes: list[Note] = []
        self._file = decoded.text
        self._encoding = decoded.encoding
        self._path = path
        self._syntax = Syntax.CSV
        self._width = 0
        self._places: Mapping[str, int] = {}
        """Role to the index of its column."""
        self._header = True
        self._texts: dict[tuple[str, str], JoinedText] = {}
        self._source_lang: dict[tuple[str, str], str] = {}
        self._errors = 0

    def settle(self, syntax: Syntax, columns: Columns) -> bool:
        """Find the columns under one syntax; says whether the one of the target is there."""
        first = next(self._rows(syntax), [])
        if any(isinstance(where, int) for where in columns.values()):
            places = {role: int(where) - 1 for role, where in columns.items()}
            self._header = False
        else:
            names = [cell.text(self._file).strip().casefold() for cell in first]
            wanted = {role: str(columns.get(role, role)).strip().casefold() for role in ROLES}
            places = {role: names.index(one) for role, one in wanted.items() if one in names}
            if any(role not in places for role in columns):
                return False
            for role, name in wanted.items():
                if role in places and names.count(name) > 1:
                    message = f"two columns are called {name!r}; name them by number"
                    raise InputError("two-columns", self._path, message, 1)
        if TARGET not in places or max(places.values()) >= len(first):
            return False
        self._syntax, self._places, self._width = syntax, places, len(first)
        return True

    def no_column(self, columns: Columns) -> InputError:
        """The error for a table in which a column is not to be found."""
        first = self._file[: _SHOWN + 1].partition("\n")[0].rstrip("\r")
        found = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
        wanted = ", ".join(f"{role} in {where!r}" for role, where in columns.items()) or TARGET
        message = (
            f"no such column: {wanted}; the first line is {found!r}. Say which columns hold what: "
            "--columns target=NAME,source=NAME, or by number where there is no header: "
            "--columns source=1,target=2"
        )
        return InputError("no-column", self._path, message, 1)

    def read(self) -> None:
        """Read all rows; one that has not as many cells as the first is told and left out."""
        for number, row in enumerate(self._rows(self._syntax)):
            if number == 0 and self._header:
                continue
            if number > MAX_ROWS:
                message = f"the table has more than {MAX_ROWS:,} rows; split it"
                raise InputError("too-large", self._path, message)
            extra = row[self._width :]
            if len(row) < self._width or any(cell.end > cell.start for cell in extra):
                self._bad_row(row)
            else:
                self._add(row)
        if self._errors > MAX_ERRORS:
            message = f"{self._errors - MAX_ERRORS} more rows have another number of cells"
            self.notes.append(Note(NoteLevel.ERROR, "more-errors", message, self._path))

    def documents(self) -> Iterator[Document]:
        """One document for each language and name of a document, in order of first rows."""
        langs = {lang for _, lang in self._texts}
        for (name, lang), text in self._texts.items():
            parts = [part for part in (name, lang if len(langs) > 1 else "") if part]
            yield text.document(
                "#".join((self._path, *parts)),
                UnitFile(self._path, self._file, self._syntax, self._encoding),
                lang or None,
                self._source_lang.get((name, lang)),
            )

    def _rows(self, syntax: Syntax) -> Iterator[list[Cell]]:
        try:
            yield from rows(self._file, syntax)
        except OpenQuotationError as fault:
            line = len(line_starts(self._file[: fault.at]))
            message = (
                "the quotation mark that opens a cell in this line does not close it; expected "
                'a second one at the end of the cell, and "" for one within'
            )
            raise InputError("open-quotation", self._path, message, line) from None

    def _bad_row(self, row: list[Cell]) -> None:
        self._errors += 1
        if self._errors > MAX_ERRORS:
            return
        line = len(line_starts(self._file[: row[0].start]))
        message = f"expected {self._width} cells as in the first row, found {len(row)}; not read"
        self.notes.append(Note(NoteLevel.ERROR, "bad-row", message, self._path, line))

    def _add(self, row: list[Cell]) -> None:
        target = row[self._places[TARGET]].gathered(self._file)
        source = self._text(row, "source")
        if not target.text.strip() and not (source or "").strip():
            return
        lang = self._language(row, "lang")
        key = (self._text(row, "document") or "", lang)
        if source_lang := self._language(row, "source_lang"):
            self._source_lang.setdefault(key, source_lang)
        beside: Gathered | None = None
        if "source" in self._places:
            beside = row[self._places["source"]].gathered(self._file)
        self._texts.setdefault(key, JoinedText()).add(
            target, beside, self._text(row, "reference"), self._text(row, "id")
        )

    def _text(self, row: list[Cell], role: str) -> str | None:
        """What a row says in one of its columns; None where that is nothing."""
        if role not in self._places:
            return None
        return row[self._places[role]].text(self._file) or None

    def _language(self, row: list[Cell], role: str) -> str:
        return language(self._text(row, role), role, self._path, self.notes) or ""
