"""SARIF 2.1.0 (OASIS): for GitHub code scanning, GitLab, Jenkins, editors.

GitHub reads a part of the standard only ("SARIF support for code scanning", docs.github.com): the
first location of a result, up to 25,000 results a run of which it shows 5,000, rules with texts
that are not empty, paths inside the checkout. What is written holds to that part; the other forms
of a name are related locations, linked from the message.
"""

from typing import TextIO
from urllib.parse import quote

from audit.model.finding import Applicability, Fix, Reference, State
from audit.model.place import Syntax
from audit.model.report import Note, NoteLevel, Report
from audit.model.text import Document
from audit.report.ci.items import Item, items, relative
from audit.report.ci.sarif_rules import rule_descriptors, taxonomy
from audit.report.escape import printable
from audit.report.json_text import json_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS = 5000
"""Results a run: GitHub shows no more; the worst come first and a notification says the rest."""
RELATED = 100
"""Related locations a result: GitHub shows no more."""
FINGERPRINT = "mtaudit/v1"
"""Key of our fingerprint; GitHub computes its own `primaryLocationLineHash` from the file."""

_STATES = {State.NEW: "new", State.KNOWN: "unchanged", State.SUPPRESSED: "unchanged"}
_LEVELS = {NoteLevel.ERROR: "error", NoteLevel.WARNING: "warning", NoteLevel.INFO: "note"}


class SarifReporter:
    """Writes one run with its rules, the MQM types they stand for, and its results."""

    suffix = "sarif"

    def write(self, report: Report, out: TextIO) -> None:
        """Write the log."""
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
        out.write(json_text(log))


def _run(report: Report) -> dict[str, object]:
    found = items(report)
    shown = found[:RESULTS]
    rules = sorted({*report.rules})
    index = {id_: number for number, id_ in enumerate(rules)}
    documents = {one.id: one for one in report.documents}
    compared = any(one.state is State.KNOWN for one in report.findings)
    notes = [_notification(note) for note in report.notes]
    if len(shown) < len(found):
        notes.append(_left_out(len(found) - len(shown)))
    return {
        "tool": {
            "driver": {
                "name": "mtaudit",
                "semanticVersion": report.signature.version,
                "rules": rule_descriptors([report.rules[one] for one in rules]),
                "supportedTaxonomies": [{"name": "MQM", "index": 0}],
            }
        },
        "taxonomies": [taxonomy()],
        "automationDetails": {"id": "mtaudit/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(
                    one.level is NoteLevel.ERROR for one in report.notes
                ),
                "toolExecutionNotifications": notes,
            }
        ],
        "properties": {"signature": str(report.signature)},
        "results": [_result(one, index, documents, compared) for one in shown],
    }


def _result(
    item: Item, index: dict[str, int], documents: dict[str, Document], compared: bool
) -> dict[str, object]:
    finding = item.finding
    related = [
        (number, one, documents[one.document])
        for number, one in enumerate(finding.related[:RELATED], start=1)
        if one.document in documents
    ]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": item.level.value,
        "message": {"text": _message(item, [(number, one) for number, one, _ in related])},
        "locations": [_location(item)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "rank": round(finding.confidence * 100, 1),
        "properties": {
            "class": finding.finding_class.value,
            "severity": finding.severity.value,
            "mqm": finding.mqm.value,
            "document": finding.document,
        },
    }
    if item.document.url:
        result["hostedViewerUri"] = quote(item.document.url, safe=_URL_SAFE, errors="replace")
    if related:
        result["relatedLocations"] = [
            _related(number, one, document) for number, one, document in related
        ]
    if fixes := _fixes(item):
        result["fixes"] = fixes
    if compared:
        result["baselineState"] = _STATES[finding.state]
    if finding.state is State.SUPPRESSED:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


_PATH_SAFE = "/~!$&'()*+,;=@-._"
_URL_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


def _message(item: Item, related: list[tuple[int, Reference]]) -> str:
    """The message; what it is held against is linked to its place."""
    text = _plain(item.message)
    links = [f"[{_plain(one.text)}]({number})" for number, one in related[:3]]
    return f"{text}. See {', '.join(links)}." if links else text


def _plain(text: str) -> str:
    """Text of strangers in a message: no embedded link, on one line (SARIF 3.11.6)."""
    return printable(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(item: Item) -> dict[str, object]:
    region = item.region
    return _physical(
        item.path,
        {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "snippet": {"text": item.finding.text},
        },
    )


def _physical(path: str, region: dict[str, object]) -> dict[str, object]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    """A relative reference; an absolute path outside the checkout becomes a file URI."""
    text = quote(path.removeprefix("./"), safe=_PATH_SAFE, errors="replace")
    return f"file://{text}" if path.startswith("/") else text


def _related(number: int, one: Reference, document: Document) -> dict[str, object]:
    place = _physical(relative(document.path), {"startLine": document.origin.line(one.start)})
    return {"id": number, **place, "message": {"text": _plain(one.text) or "another passage"}}


def _fixes(item: Item) -> list[dict[str, object]]:
    """What a program may put in place, where the file is the text as it stands."""
    if item.document.origin.syntax is not Syntax.PLAIN:
        return []
    return [
        _fix(item, one)
        for one in item.finding.fixes
        if one.applicability is not Applicability.DISPLAY
    ]


def _fix(item: Item, fix: Fix) -> dict[str, object]:
    region = item.region
    return {
        "description": {"text": _plain(fix.because)},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(item.path)},
                "replacements": [
                    {
                        "deletedRegion": {
                            "startLine": region.line,
                            "startColumn": region.column,
                            "endLine": region.end_line,
                            "endColumn": region.end_column,
                        },
                        "insertedContent": {"text": fix.replacement},
                    }
                ],
            }
        ],
    }


def _notification(note: Note) -> dict[str, object]:
    told: dict[str, object] = {
        "descriptor": {"id": note.code},
        "level": _LEVELS[note.level],
        "message": {"text": _plain(note.message)},
    }
    if note.path:
        place: dict[str, object] = {"artifactLocation": {"uri": _uri(relative(note.path))}}
        if note.line:
            place["region"] = {"startLine": note.line}
        told["locations"] = [{"physicalLocation": place}]
    return told


def _left_out(count: int) -> dict[str, object]:
    text = f"{count:,} lighter findings are left out here; the other reports have them all"
    return {"descriptor": {"id": "results-left-out"}, "level": "warning", "message": {"text": text}}
