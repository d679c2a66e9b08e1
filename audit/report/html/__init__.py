"""The HTML report for editors: one self-contained file, or a folder for strict servers."""

from audit.report.html.reporter import HtmlFolderReporter, HtmlReporter

__all__ = ["HtmlFolderReporter", "HtmlReporter"]
