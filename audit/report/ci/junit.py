"""JUnit XML: a suite for each document, a failed case for each error.

Jenkins, GitLab, Azure and CircleCI read it. An error is a failure; a query or page residue is a
skipped case, which those systems show without failing the build; a remark is a passed case with
its message as output. A document without findings is one passed case, so that clean articles count.
"""

from collections.abc import Iterator
from typing import TextIO
from xml.etree import ElementTree as ET

from audit.model.report import Note, NoteLevel, Report
from audit.model.text import Document
from audit.report.ci.items import Item, Level, new_items
from audit.report.ci.xml_text import write_xml, xml_text


class JunitReporter:
    """Writes JUnit XML as the Jenkins xUnit plugin reads it (its schema `junit-10.xsd`)."""

    suffix = "xml"

    def write(self, report: Report, out: TextIO) -> None:
        """Write one suite a document, and one for input that could not be read."""
        found: dict[str, list[Item]] = {one.id: [] for one in report.documents}
        for item in new_items(report):
            found[item.finding.document].append(item)
        suites = [_suite(one, found[one.id]) for one in report.documents]
        suites += _unread([one for one in report.notes if one.level is NoteLevel.ERROR])
        root = ET.Element("testsuites", name="mtaudit")
        for name in ("tests", "failures", "errors"):
            root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
        root.extend(suites)
        write_xml(root, out)


def _suite(document: Document, found: list[Item]) -> ET.Element:
    cases = [_case(item) for item in found] or [_clean(document)]
    return _suite_of(document.id, cases, document.path)


def _suite_of(name: str, cases: list[ET.Element], path: str | None) -> ET.Element:
    suite = ET.Element("testsuite", name=xml_text(name), tests=str(len(cases)))
    for kind, child in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(kind, str(sum(case.find(child) is not None for case in cases)))
    if path:
        suite.set("file", xml_text(path))
    suite.extend(cases)
    return suite


def _clean(document: Document) -> ET.Element:
    return ET.Element("testcase", name="no findings", classname=xml_text(document.id))


def _case(item: Item) -> ET.Element:
    finding, region = item.finding, item.region
    name = f"{finding.rule} {finding.name} {region.line}:{region.column}"
    case = ET.Element("testcase", name=name, classname=xml_text(finding.document))
    where = f"{item.path}:{region.line}:{region.column}: “{finding.text}”"
    message = xml_text(item.message)
    if item.level is Level.ERROR:
        failure = ET.SubElement(case, "failure", type=item.weight, message=message)
        failure.text = xml_text(where)
    elif item.level is Level.WARNING:
        ET.SubElement(case, "skipped", type=item.weight, message=message).text = xml_text(where)
    else:
        output = ET.SubElement(case, "system-out")
        output.text = xml_text(f"{item.weight}: {item.message}\n{where}")
    return case


def _unread(notes: list[Note]) -> Iterator[ET.Element]:
    """A suite of errors for what could not be read or done; nothing is passed over in silence."""
    if not notes:
        return
    cases = []
    for note in notes:
        case = ET.Element("testcase", name=note.code, classname=xml_text(note.path or "mtaudit"))
        ET.SubElement(case, "error", type=note.code, message=xml_text(note.message))
        cases.append(case)
    yield _suite_of("input", cases, None)
