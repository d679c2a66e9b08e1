"""Writing text into the cells of tables."""

import re

from audit.model.place import Span, Syntax
from audit.rewrite.spot import LEAVES_UNIT, Patch, RefusedError, Spot

_DELIMITERS = {Syntax.CSV: ",", Syntax.CSV_SEMICOLON: ";", Syntax.TSV: "\t"}
_IN_QUOTES = re.compile(r"(?:[^\"]|\"\")*+")
_LINE_ENDS = ("\r", "\n")


def write_csv(spot: Spot) -> list[Patch]:
    """A part of a cell; one that now holds what parts cells is put in quotation marks."""
    cell = spot.unit
    if cell is None:
        raise RefusedError(LEAVES_UNIT)
    if spot.file[cell.start - 1 : cell.start] == '"':
        if not _IN_QUOTES.fullmatch(spot.raw):
            raise RefusedError(LEAVES_UNIT)
        return spot.checked(spot.text.replace('"', '""'))
    if _stays_bare(spot):
        return spot.checked(spot.text)
    if '"' in spot.file[cell.start : cell.end]:
        raise RefusedError("its cell has quotation marks in it, but none around it")
    opening, closing = (Patch(Span(at, at), '"') for at in (cell.start, cell.end))
    return [opening, *spot.checked(spot.text.replace('"', '""')), closing]


def write_tsv(spot: Spot) -> list[Patch]:
    """A part of a cell, which can hold neither tabs nor line ends."""
    if spot.unit is None:
        raise RefusedError(LEAVES_UNIT)
    if not _stays_bare(spot):
        raise RefusedError("a cell of a TSV file can hold neither tabs nor line ends")
    return spot.checked(spot.text)


def _stays_bare(spot: Spot) -> bool:
    """Whether a cell without quotation marks can hold the text as it is."""
    signs = [_DELIMITERS[spot.syntax], *_LINE_ENDS]
    if spot.syntax is not Syntax.TSV:
        signs.append('"')
    return not any(sign in spot.text for sign in signs)
