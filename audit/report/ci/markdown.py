"""Markdown summary: what a merge request or the summary page of a CI run shows.

GitHub cuts a step's summary at 1 MiB; this one ends earlier, at a whole row, and says so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from audit.model.finding import Finding, State
from audit.model.report import NoteLevel, Report
from audit.report.ci.items import Item, new_items
from audit.report.class_words import CLASS_WORDS, counted
from audit.report.escape import revealed
from audit.report.note_words import note_line
from audit.report.score_words import hold_line, score_line

ROWS = 200
"""Findings listed: more are better read in the HTML report; 200 long rows are under 200 kB."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]#!|<>~&@$])")
"""What Markdown, or GitHub on top of it, would not show as it stands inside a line."""


class MarkdownReporter:
    """Writes a summary in GitHub-flavoured Markdown."""

    suffix = "md"

    def write(self, report: Report, out: TextIO) -> None:
        """Write counts, score, names with several spellings and the worst findings."""
        found = new_items(report)
        for part in (_head(report, found), _names(report), _findings(found), _notes(report)):
            if part:
                out.write("\n".join(part) + "\n\n")


def _head(report: Report, found: Sequence[Item]) -> list[str]:
    counts = Counter(item.finding.finding_class for item in found)
    told = [counted(counts[kind], *CLASS_WORDS[kind]) for kind in CLASS_WORDS if counts[kind]]
    documents = counted(len(report.documents), "document", "documents")
    words = f"{sum(report.words.values()):,} words"
    lines = [
        "## mtaudit",
        "",
        f"**{', '.join(told) or 'Nothing new found'}** in {documents}, {words}.",
    ]
    if aside := _aside(report.findings):
        lines += ["", aside]
    if report.scores is not None:
        lines += ["", f"{score_line(report.scores.feed)}."]
        if hold := hold_line(report.scores):
            lines += ["", f"**{hold}.**"]
    return lines


def _aside(findings: Iterable[Finding]) -> str:
    states = Counter(one.state for one in findings)
    told = []
    if states[State.KNOWN]:
        told.append(f"{states[State.KNOWN]:,} known to the baseline")
    if states[State.SUPPRESSED]:
        told.append(f"{states[State.SUPPRESSED]:,} suppressed")
    return f"Not counted: {', '.join(told)}." if told else ""


def _names(report: Report) -> list[str]:
    entities = [one for one in report.entities if one.variants][:ROWS]
    if not entities:
        return []
    rows = ["| Name to write | Also written |", "| --- | --- |"]
    for entity in entities:
        also = ", ".join(_text(variant.form) for variant in entity.variants)
        rows.append(f"| {_text(entity.canonical.text)} | {also} |")
    return ["### Names spelled in several ways", "", *rows]


def _findings(found: Sequence[Item]) -> list[str]:
    if not found:
        return []
    rows = ["| | Rule | Place | Finding |", "| --- | --- | --- | --- |"]
    rows += [_row(item) for item in found[:ROWS]]
    if len(found) > ROWS:
        rows += ["", f"… and {len(found) - ROWS:,} more; the worst are shown."]
    return ["### Findings", "", *rows]


def _row(item: Item) -> str:
    finding = item.finding
    place = f"{_text(item.path)}:{item.region.line}:{item.region.column}"
    said = _text(item.message)
    return f"| {item.weight} | {finding.rule} {finding.name} | {place} | {said} |"


def _notes(report: Report) -> list[str]:
    told = [one for one in report.notes if one.level is not NoteLevel.INFO]
    return ["### Notes", "", *(f"- {_text(note_line(one))}" for one in told)] if told else []


def _text(text: str) -> str:
    """Text of strangers that Markdown shows as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", revealed(text))
