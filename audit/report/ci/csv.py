"""CSV for spreadsheets: every finding a row, whatever its state."""

import csv
from typing import TextIO

from audit.model.report import Report
from audit.report.ci.items import items

COLUMNS = (
    *("rule", "name", "class", "severity", "confidence", "state"),
    *("document", "path", "line", "column", "text", "message", "replacement", "fingerprint"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


class CsvReporter:
    """Writes one header row and one row for each finding (RFC 4180)."""

    suffix = "csv"

    def write(self, report: Report, out: TextIO) -> None:
        """Write all findings, worst first, known and suppressed ones too."""
        table = csv.writer(out, lineterminator="\r\n")
        table.writerow(COLUMNS)
        for item in items(report):
            one = item.finding
            table.writerow(
                _harmless(str(value))
                for value in (
                    *(one.rule, one.name, one.finding_class, one.severity),
                    *(f"{one.confidence:.2f}", one.state, one.document, item.path),
                    *(item.region.line, item.region.column, one.text, one.message),
                    *(one.fixes[0].replacement if one.fixes else "", one.fingerprint),
                )
            )


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
