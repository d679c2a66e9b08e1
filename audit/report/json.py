"""report.json: the report for programs, in the versioned form `mtaudit/report/1`.

Its JSON Schema lies in `schema/report-1.json`; within one version keys are added, never changed or
taken away.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import TextIO

from audit.model.finding import Finding, FindingClass, Severity, SourcePassage, State
from audit.model.names import Entity
from audit.model.report import Note, Report
from audit.model.score import Score
from audit.model.text import Document
from audit.report.json_metrics import comparison_tree
from audit.report.json_scores import score_tree, summary_scores
from audit.report.json_text import object_text

SCHEMA_ID = "mtaudit/report/1"
"""Version of the form. 1: first form (0.1)."""

DECIMALS = 4
"""Decimals of a confidence: finer than any calibration, coarser than the last bits in which the
arithmetic of two machines differs."""


class JsonReporter:
    """Writes a report as JSON: UTF-8, keys in fixed order, same report, same bytes."""

    suffix = "json"

    def write(self, report: Report, out: TextIO) -> None:
        """Write `report` to `out`, one document, entity or finding at a time."""
        out.writelines(object_text(_members(report)))


def schema_text() -> str:
    """The JSON Schema of report.json, as committed."""
    return (files("audit.report") / "schema" / "report-1.json").read_text("utf-8")


def as_tree(report: Report) -> dict[str, object]:
    """The whole report as the values of report.json."""
    return {
        name: list(value) if isinstance(value, Iterator) else value
        for name, value in _members(report).items()
    }


def _members(report: Report) -> dict[str, object]:
    """The members of report.json; lists come one by one, since they may be longer than memory."""
    scores = report.scores.documents if report.scores else {}
    return {
        "schema": SCHEMA_ID,
        "signature": str(report.signature),
        "summary": _summary(report),
        "notes": [_note(note) for note in report.notes],
        "documents": (_document(one, report.words, scores.get(one.id)) for one in report.documents),
        "entities": (entity_tree(one) for one in _listed(report)),
        "findings": (finding_tree(one) for one in report.findings),
    }


def _summary(report: Report) -> dict[str, object]:
    """Counts over the whole report; suppressed and known findings are among them."""
    found = report.findings
    rules = dict.fromkeys(sorted({*report.rules, *(one.rule for one in found)}), 0)
    return {
        "documents": len(report.documents),
        "words": sum(report.words.get(one.id, 0) for one in report.documents),
        "entities": len(report.entities),
        "entities_with_variants": sum(bool(one.variants) for one in report.entities),
        "findings": {
            "total": len(found),
            "by_class": _counts(FindingClass, (one.finding_class for one in found)),
            "by_severity": _counts(Severity, (one.severity for one in found)),
            "by_rule": rules | dict(sorted(Counter(one.rule for one in found).items())),
            "by_state": _counts(State, (one.state for one in found)),
        },
        "score": summary_scores(report.scores),
        "metrics": comparison_tree(report.comparison) if report.comparison else None,
    }


def _counts(kind: type[StrEnum], values: Iterable[StrEnum]) -> dict[str, int]:
    """How often each member of `kind` is met, those never met included."""
    met = Counter(values)
    return {member.value: met[member] for member in kind}


def _listed(report: Report) -> Iterable[Entity]:
    """The entities worth listing: written in more than one way, or with a finding."""
    spoken_of = {one.entity for one in report.findings}
    return (one for one in report.entities if len(one.forms) > 1 or one.id in spoken_of)


def _note(note: Note) -> dict[str, object]:
    return {
        "level": note.level.value,
        "code": note.code,
        "message": note.message,
        "path": note.path,
        "line": note.line,
    }


def _document(
    document: Document, words: Mapping[str, int], score: Score | None
) -> dict[str, object]:
    return {
        "id": document.id,
        "path": document.path,
        "lang": document.lang,
        "words": words.get(document.id, 0),
        "score": score_tree(score),
    }


def entity_tree(entity: Entity) -> dict[str, object]:
    """One entity as report.json has it."""
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "canonical": entity.canonical.text,
        "basis": entity.canonical.basis.value,
        "confidence": round(entity.canonical.confidence, DECIMALS),
        "forms": [
            {"text": form.text, "count": form.count, "documents": form.documents}
            for form in entity.forms
        ],
    }


def finding_tree(finding: Finding) -> dict[str, object]:
    """One finding as report.json has it."""
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "name": finding.name,
        "class": finding.finding_class.value,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, DECIMALS),
        "mqm": finding.mqm.value,
        "message": finding.message,
        "document": finding.document,
        "start": finding.place.start,
        "end": finding.place.end,
        "line": finding.place.line,
        "column": finding.place.column,
        "text": finding.text,
        "entity": finding.entity,
        "related": [
            {"document": one.document, "start": one.start, "end": one.end, "text": one.text}
            for one in finding.related
        ],
        "fixes": [
            {
                "replacement": fix.replacement,
                "applicability": fix.applicability.value,
                "because": fix.because,
            }
            for fix in finding.fixes
        ],
        "source": _source(finding.source),
        "state": finding.state.value,
    }


def _source(passage: SourcePassage | None) -> dict[str, object] | None:
    if passage is None:
        return None
    return {
        "pair": passage.pair,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }
