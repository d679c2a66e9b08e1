"""GitLab Code Quality: a JSON list that a merge request shows beside its changes.

The form is that of "Code Quality report format" (docs.gitlab.com): a severity out of five, a path
without `./`, and fingerprints of which each may stand once only.
"""

from typing import TextIO

from audit.model.finding import FindingClass, Severity
from audit.model.report import Report
from audit.report.ci.items import Item, new_items
from audit.report.json_text import json_text

_ERRORS = {
    Severity.CRITICAL: "blocker",
    Severity.MAJOR: "critical",
    Severity.MINOR: "major",
    Severity.NEUTRAL: "minor",
}
_OTHERS = {FindingClass.QUERY: "minor", FindingClass.CHROME: "minor", FindingClass.INFO: "info"}


class GitlabReporter:
    """Writes the artifact of the kind `codequality`."""

    suffix = "json"

    def write(self, report: Report, out: TextIO) -> None:
        """Write one entry for each new finding."""
        out.write(json_text([_entry(item) for item in new_items(report)]))


def _entry(item: Item) -> dict[str, object]:
    finding = item.finding
    return {
        "description": f"{item.message} [{item.weight}]",
        "check_name": f"{finding.rule} {finding.name}",
        "fingerprint": finding.fingerprint,
        "severity": _severity(item),
        "location": {
            "path": item.path.removeprefix("./"),
            "lines": {"begin": item.region.line, "end": item.region.end_line},
        },
    }


def _severity(item: Item) -> str:
    """GitLab's five steps: errors by their severity, everything else below them."""
    finding = item.finding
    return _OTHERS.get(finding.finding_class) or _ERRORS[finding.severity]
