"""The HTML report: one self-contained file for editors; `HtmlReporter` writes it."""

from audit.report.html.reporter import HtmlReporter

__all__ = ["HtmlReporter"]
