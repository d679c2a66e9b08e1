"""Every report for CI of one report, as text."""

import io

from audit.model.report import Report
from audit.report.base import FilesReporter, FolderReporter, reporter

FORMATS = ("checkstyle", "csv", "github", "gitlab", "junit", "markdown", "rdjsonl", "sarif")


def written(report: Report, name: str) -> str:
    """What the reporter of the format `name` writes."""
    made = reporter(name)
    assert not isinstance(made, FolderReporter | FilesReporter)
    out = io.StringIO()
    made.write(report, out)
    return out.getvalue()
