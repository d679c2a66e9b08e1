"""Rows and cells of CSV (RFC 4180) and TSV files, with their exact places.

The standard library's reader tells no places, and reads on where a quotation mark never closes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.model.place import Syntax
from audit.read.joined import Gathered

DELIMITERS = {Syntax.CSV: ",", Syntax.CSV_SEMICOLON: ";", Syntax.TSV: "\t"}
_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r"\"((?:[^\"]++|\"\")*+)\"")
_BARE = {
    syntax: re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    for syntax, delimiter in DELIMITERS.items()
}


class OpenQuotationError(ValueError):
    """A quotation mark that opens a cell and does not close it; `at` is where it stands."""

    def __init__(self, at: int) -> None:
        super().__init__("a quotation mark opens a cell and does not close it")
        self.at = at


@dataclass(slots=True)
class Cell:
    """One cell: its content stands at `[start, end)`, its quotation marks left out."""

    start: int
    end: int
    quoted: bool

    def gathered(self, file: str) -> Gathered:
        """The text of the cell with its places; a doubled quotation mark is one."""
        gathered = Gathered(self.start)
        at = self.start
        while self.quoted and (mark := file.find('""', at, self.end)) >= 0:
            if at < mark:
                gathered.add(file[at:mark], at, mark)
            gathered.add('"', mark, mark + 2)
            at = mark + 2
        if at < self.end:
            gathered.add(file[at : self.end], at, self.end)
        return gathered

    def text(self, file: str) -> str:
        """The text of the cell."""
        raw = file[self.start : self.end]
        return raw.replace('""', '"') if self.quoted else raw


def rows(file: str, syntax: Syntax) -> Iterator[list[Cell]]:
    """The rows of a file that are not empty; raises `OpenQuotationError`."""
    delimiter, bare = DELIMITERS[syntax], _BARE[syntax]
    row: list[Cell] = []
    at = 0
    while at <= len(file):
        quoted = _QUOTED.match(file, at) if syntax is not Syntax.TSV else None
        if quoted:
            cell, end = Cell(*quoted.span(1), True), quoted.end()
        else:
            found = bare.match(file, at)
            end = found.end() if found else at
            cell = Cell(at, end, False)
        if syntax is not Syntax.TSV and file.startswith('"', at):
            closed = quoted is not None and file[end : end + 1] in ("", delimiter, "\r", "\n")
            if not closed:
                raise OpenQuotationError(at)
        row.append(cell)
        if file.startswith(delimiter, end):
            at = end + 1
            continue
        if len(row) > 1 or row[0].quoted or row[0].end > row[0].start:
            yield row
        row = []
        line_end = _LINE_END.match(file, end)
        if line_end is None:
            return
        at = line_end.end()
        if at == len(file):
            return
