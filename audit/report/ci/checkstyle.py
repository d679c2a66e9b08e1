"""Checkstyle XML: read by Jenkins' warnings plugin, reviewdog and many others."""

from typing import TextIO
from xml.etree import ElementTree as ET

from audit.model.report import Report
from audit.report.ci.items import Level, new_items
from audit.report.ci.xml_text import write_xml, xml_text

_SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "info"}


class CheckstyleReporter:
    """Writes findings file by file, as Checkstyle's XMLLogger does."""

    suffix = "xml"

    def write(self, report: Report, out: TextIO) -> None:
        """Write one `error` for each new finding."""
        root = ET.Element("checkstyle", version="8.0")
        files: dict[str, ET.Element] = {}
        for item in sorted(new_items(report), key=lambda one: (one.path, one.region)):
            if item.path not in files:
                files[item.path] = ET.SubElement(root, "file", name=xml_text(item.path))
            ET.SubElement(
                files[item.path],
                "error",
                line=str(item.region.line),
                column=str(item.region.column),
                severity=_SEVERITIES[item.level],
                message=xml_text(f"{item.message} [{item.weight}]"),
                source=f"mtaudit.{item.finding.rule}",
            )
        write_xml(root, out)
