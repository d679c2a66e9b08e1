"""Writing text into the strings of JSON and PO, and into files that are text as they stand."""

import json
import re

from audit.rewrite.spot import LEAVES_UNIT, Patch, RefusedError, Spot

_IN_JSON = re.compile(r"(?:[^\"\\]|\\.)*+", re.DOTALL)
_IN_PO = re.compile(r"(?:[^\"\\\r\n]|\\.|\"[ \t]*(?:\r\n|\r|\n)[ \t]*\")*")
"""The inside of a string, which may go on in the next line; not possessive, for the reason that
`audit.read.derived` has."""
_PO_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\a": "\\a"} | {
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
}


def write_json(spot: Spot) -> list[Patch]:
    """The inside of a JSON string; a file in ASCII stays in ASCII."""
    if not _IN_JSON.fullmatch(spot.raw):
        raise RefusedError(LEAVES_UNIT)
    quoted = json.dumps(spot.text, ensure_ascii=spot.file.isascii())
    return [Patch(spot.at, quoted[1:-1])]


def write_po(spot: Spot) -> list[Patch]:
    """The inside of a PO string; lines are not wrapped anew."""
    if not _IN_PO.fullmatch(spot.raw):
        raise RefusedError(LEAVES_UNIT)
    return spot.checked("".join(_PO_ESCAPES.get(char, char) for char in spot.text))


def write_plain(spot: Spot) -> list[Patch]:
    """Text as it is."""
    return spot.checked(spot.text)
