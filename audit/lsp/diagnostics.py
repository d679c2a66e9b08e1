"""Findings as the Language Server Protocol says them: diagnostics and quick fixes."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from audit.model.finding import Applicability, Finding, FindingClass, State
from audit.model.place import Region, Syntax
from audit.model.report import Note, NoteLevel, Report

SOURCE = "mtaudit"

_SEVERITIES = {
    FindingClass.ERROR: lsp.DiagnosticSeverity.Error,
    FindingClass.QUERY: lsp.DiagnosticSeverity.Warning,
    FindingClass.CHROME: lsp.DiagnosticSeverity.Warning,
    FindingClass.INFO: lsp.DiagnosticSeverity.Information,
}
_LEVELS = {
    NoteLevel.ERROR: lsp.DiagnosticSeverity.Error,
    NoteLevel.WARNING: lsp.DiagnosticSeverity.Warning,
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding where an editor shows it, with the replacements it can make by itself."""

    finding: Finding
    diagnostic: lsp.Diagnostic
    replacements: tuple[str, ...]


def marked(report: Report, lines: Sequence[str], codec: PositionCodec) -> list[Marked]:
    """The new findings of a report on one file whose lines are `lines`.

    Places are in the units that the editor counts in (UTF-16 unless it asked for others). Only a
    file that is its text offers replacements: elsewhere what is put in must be written otherwise.
    """
    documents = {one.id: one for one in report.documents}
    found = []
    for finding in report.findings:
        if finding.state is not State.NEW:
            continue
        origin = documents[finding.document].origin
        place = _range(origin.region(finding.span), lines, codec)
        plain = origin.syntax is Syntax.PLAIN
        replacements = tuple(
            fix.replacement
            for fix in finding.fixes
            if plain and fix.applicability is not Applicability.DISPLAY
        )
        found.append(Marked(finding, _diagnostic(finding, place), replacements))
    return found


def told(notes: Sequence[Note]) -> list[lsp.Diagnostic]:
    """What could not be read or done, at the line it is about or at the head of the file."""
    return [
        lsp.Diagnostic(
            range=_line((note.line or 1) - 1),
            message=note.message,
            severity=_LEVELS[note.level],
            source=SOURCE,
            code=note.code,
        )
        for note in notes
        if note.level in _LEVELS
    ]


def quick_fixes(uri: str, found: Sequence[Marked], within: lsp.Range) -> list[lsp.CodeAction]:
    """The replacements offered by the findings that touch the range `within`."""
    return [
        lsp.CodeAction(
            title=_title(one.finding, replacement),
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[one.diagnostic],
            is_preferred=number == 0,
            edit=lsp.WorkspaceEdit({uri: [lsp.TextEdit(one.diagnostic.range, replacement)]}),
        )
        for one in found
        if _touch(one.diagnostic.range, within)
        for number, replacement in enumerate(one.replacements)
    ]


def _title(finding: Finding, replacement: str) -> str:
    return f"Write “{replacement}”" if replacement else f"Take out “{finding.text}”"


def _diagnostic(finding: Finding, place: lsp.Range) -> lsp.Diagnostic:
    advice = f" Write “{finding.fixes[0].replacement}”." if finding.fixes else ""
    return lsp.Diagnostic(
        range=place,
        message=f"{finding.message}.{advice}",
        severity=_SEVERITIES[finding.finding_class],
        code=finding.rule,
        source=SOURCE,
        data=finding.fingerprint,
    )


def _range(region: Region, lines: Sequence[str], codec: PositionCodec) -> lsp.Range:
    """A region of the file in the editor's units."""
    start = lsp.Position(region.line - 1, region.column - 1)
    end = lsp.Position(region.end_line - 1, region.end_column - 1)
    return codec.range_to_client_units(list(lines), lsp.Range(start, end))


def _line(number: int) -> lsp.Range:
    return lsp.Range(lsp.Position(number, 0), lsp.Position(number + 1, 0))


def _touch(one: lsp.Range, other: lsp.Range) -> bool:
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: lsp.Position) -> tuple[int, int]:
    return (position.line, position.character)
