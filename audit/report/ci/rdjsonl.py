"""reviewdog's diagnostic format, one JSON object a line (`reviewdog -f=rdjsonl`).

Its columns count bytes of UTF-8 in the line of the file ("Position" in reviewdog.proto). Where a
document is not the plain text of its file, the bytes of that line are not known here: the line is
given alone, and no suggestion, which must name its columns.
"""

from typing import TextIO

from audit.model.report import Report
from audit.report.ci.items import Item, Level, new_items
from audit.report.json_text import json_text

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


class RdjsonlReporter:
    """Writes one diagnostic a line."""

    suffix = "jsonl"

    def write(self, report: Report, out: TextIO) -> None:
        """Write one diagnostic for each new finding."""
        out.writelines(
            json_text(_diagnostic(item), indent=False) + "\n" for item in new_items(report)
        )


def _diagnostic(item: Item) -> dict[str, object]:
    finding = item.finding
    place = _range(item)
    diagnostic: dict[str, object] = {
        "message": f"{finding.message} [{item.weight}]",
        "location": {"path": item.path, "range": place},
        "severity": _SEVERITIES[item.level],
        "source": {"name": "mtaudit"},
        "code": {"value": f"{finding.rule} {finding.name}"},
    }
    if finding.fixes and "column" in place["start"]:
        diagnostic["suggestions"] = [
            {"range": place, "text": fix.replacement} for fix in finding.fixes
        ]
    return diagnostic


def _range(item: Item) -> dict[str, dict[str, int]]:
    region = item.region
    start, end = {"line": region.line}, {"line": region.end_line}
    if item.document.origin.is_plain:
        text, span = item.document.text, item.finding.span
        start["column"] = _byte_column(text, span.start, region.column)
        end["column"] = _byte_column(text, span.end, region.end_column)
    return {"start": start, "end": end}


def _byte_column(text: str, at: int, column: int) -> int:
    """The 1-based column in bytes of the place `at`, which is in column `column` of its line."""
    line = text[at - (column - 1) : at]
    return len(line.encode("utf-8", "surrogatepass")) + 1
