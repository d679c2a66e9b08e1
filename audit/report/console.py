"""The console summary: what was found, worst first, and what to do next.

Every text that comes from an input goes through `printable` and reaches rich as `Text`, which is
never read as markup.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from audit.model.finding import SEVERITIES, Finding, FindingClass, State
from audit.model.names import Entity
from audit.model.report import Note, NoteLevel, Report
from audit.model.text import Document
from audit.report.class_words import CLASS_WORDS, counted
from audit.report.escape import printable, revealed
from audit.report.excerpt import columns, excerpt
from audit.report.note_words import note_line
from audit.report.score_words import hold_line, score_line

LIMIT = 50
"""Findings shown unless all are asked for: more are better read in the HTML report."""

PLAIN_WIDTH = 100
"""Columns where there is no terminal to ask: the width of a CI log."""

FORMS_SHOWN = 6
"""Spellings shown for one name; the report files have all."""

_MARGIN = "    "
_BAR = "  | "
"""Stands before quoted text: a CI log that met `::` first in a line would obey it as a command."""
_CLASSES = tuple(CLASS_WORDS)
_CLASS_STYLES = {
    FindingClass.ERROR: "bold red",
    FindingClass.QUERY: "bold yellow",
    FindingClass.CHROME: "bold cyan",
    FindingClass.INFO: "bold",
}
_LEVEL_STYLES = {NoteLevel.ERROR: "bold red", NoteLevel.WARNING: "bold yellow"}
_BASIS_WORDS = {
    "style": "house style",
    "authority": "names authority",
    "source": "source text",
    "evidence": "what the text shows",
    "majority": "met most often",
    "undecided": "undecided",
}


@dataclass(frozen=True, slots=True)
class ConsoleReporter:
    """Writes the summary that a person reads in a terminal or a CI log.

    `colour` None means colours where `out` is a terminal. `limit` is the number of findings and
    of names to show, None for all. `written` are the report files that the same run has written.
    """

    colour: bool | None = None
    limit: int | None = LIMIT
    written: tuple[str, ...] = ()
    suffix: str = "txt"

    def write(self, report: Report, out: TextIO) -> None:
        """Write the summary of `report` to `out`.

        It is made whole first: rich would end the process where the reader of a pipe goes away.
        """
        made = io.StringIO()
        self._print(report, _console(made, out.isatty(), self.colour))
        out.writelines(f"{line.rstrip()}\n" for line in made.getvalue().splitlines())

    def _print(self, report: Report, console: Console) -> None:
        counts = Counter(one.finding_class for one in _new(report))
        _headline(console, report, counts)
        worst = _worst(_new(report), self.limit)
        told, prints = set(worst), {one.fingerprint for one in worst}
        shown = [one for one in _new(report) if one.fingerprint in prints and one in told]
        _findings(console, report.documents, shown)
        if len(told) < counts.total():
            rest = counted(counts.total() - len(told), "more finding", "more findings")
            _line(console, f"… and {rest}; --verbose shows all.", "italic")
            _blank(console)
        _names(console, [one for one in report.entities if one.variants], self.limit)
        _notes(console, report.notes)
        _next(console, worst, self.written)


def _new(report: Report) -> Iterator[Finding]:
    """The findings to show; there may be more than memory holds."""
    return (one for one in report.findings if one.state is State.NEW)


def _console(out: TextIO, terminal: bool, colour: bool | None) -> Console:
    styled = terminal if colour is None else colour
    return Console(
        file=out,
        force_terminal=styled,
        color_system="standard" if styled else None,
        no_color=not styled,
        width=None if terminal else PLAIN_WIDTH,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=False,
    )


def _line(console: Console, text: str | Text, style: str | None = None) -> None:
    """One line, left to the terminal to wrap: a path stays in one piece for other programs."""
    console.print(text, style=style, soft_wrap=True, end="\n")


def _blank(console: Console) -> None:
    console.print()


def _headline(console: Console, report: Report, counts: Counter[FindingClass]) -> None:
    """What was read and how much was found, in words."""
    words = sum(report.words.get(one.id, 0) for one in report.documents)
    read = counted(len(report.documents), "document", "documents")
    _line(console, f"{read}, {counted(words, 'word', 'words')}", "bold")
    found = [counted(counts[one], *CLASS_WORDS[one]) for one in _CLASSES if counts[one]]
    _line(console, ", ".join(found) if found else "No findings", "bold")
    if any(note.level is NoteLevel.ERROR for note in report.notes):
        text = "Not everything was checked: see the errors below"
        _line(console, text, _LEVEL_STYLES[NoteLevel.ERROR])
    variants = sum(bool(one.variants) for one in report.entities)
    if variants:
        _line(console, f"{counted(variants, 'name', 'names')} spelled in more than one way")
    hidden = Counter(one.state for one in report.findings)
    known, suppressed = hidden[State.KNOWN], hidden[State.SUPPRESSED]
    if known or suppressed:
        _line(console, f"Not shown: {known:,} known, {suppressed:,} suppressed")
    _score(console, report)
    _blank(console)


def _score(console: Console, report: Report) -> None:
    """The score of the inputs together, and whether to hold."""
    if report.scores is None or not report.scores.documents:
        return
    _line(console, score_line(report.scores.feed))
    hold = hold_line(report.scores)
    if hold:
        _line(console, hold, "bold yellow")


def _worst(findings: Iterable[Finding], limit: int | None) -> list[Finding]:
    """Errors before queries, heavy before light, sure before unsure; else in their order."""

    def gravity(one: Finding) -> tuple[int, int, float]:
        weight = SEVERITIES.index(one.severity)
        return _CLASSES.index(one.finding_class), -weight, -one.confidence

    if limit is None:
        return sorted(findings, key=gravity)
    return nsmallest(limit, findings, key=gravity)


def _findings(console: Console, documents: Sequence[Document], findings: Sequence[Finding]) -> None:
    """The findings of each document, in order of place."""
    by_document: dict[str, list[Finding]] = {}
    for one in findings:
        by_document.setdefault(one.document, []).append(one)
    for document in documents:
        for one in by_document.get(document.id, ()):
            _finding(console, document, one)


def _finding(console: Console, document: Document, finding: Finding) -> None:
    """Place, rule, class and message; the passage in its line; the proposal."""
    singular, _ = CLASS_WORDS[finding.finding_class]
    heavy = finding.finding_class is not FindingClass.INFO
    weight = f"{finding.severity} {singular}" if heavy else singular
    place = f"{printable(document.path)}:{finding.place.line}:{finding.place.column}"
    _line(
        console,
        Text.assemble(
            (place, "bold"),
            " ",
            (finding.rule, "cyan"),
            " ",
            (weight, _CLASS_STYLES[finding.finding_class]),
            " ",
            printable(finding.message),
        ),
    )
    for row in _excerpt_rows(document, finding):
        _line(console, row)
    if finding.fixes:
        fix = finding.fixes[0]
        change = f"write “{revealed(fix.replacement)}”" if fix.replacement else "take it out"
        _line(
            console,
            Text.assemble(_MARGIN, (change, "green"), f" ({printable(fix.because)})"),
        )
    _blank(console)


def _excerpt_rows(document: Document, finding: Finding) -> list[Text]:
    """The line with its passage underlined: by signs below it, which need no colour.

    Where letters run from right to left the passage is put between brackets instead.
    """
    if finding.span.end > len(document.text):
        return []
    cut = excerpt(document.text, finding.span)
    style = "underline " + _CLASS_STYLES[finding.finding_class]
    if cut.mirrored:
        marked = Text.assemble(_BAR, cut.before, "⟦", (cut.passage, style), "⟧", cut.after)
        return [marked]
    line = Text.assemble(_BAR, cut.before, (cut.passage, style), cut.after)
    marks = " " * columns(cut.before) + "^" * max(columns(cut.passage), 1)
    return [line, Text(_BAR + marks, style=_CLASS_STYLES[finding.finding_class])]


def _names(console: Console, entities: Sequence[Entity], limit: int | None) -> None:
    """The table of names that are spelled in several ways."""
    if not entities:
        return

    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 3, 0, 0))
    for heading in ("Name", "Also written", "Basis"):
        table.add_column(heading, overflow="fold", header_style="bold")
    for entity in entities[:limit]:
        counts = {form.text: form.count for form in entity.forms}
        name = entity.canonical.text
        also = [one.form for one in entity.variants]
        table.add_row(
            Text(_counted(name, counts.get(name, 0))),
            Text(_listed([_counted(form, counts.get(form, 0)) for form in also])),
            Text(_BASIS_WORDS[entity.canonical.basis.value]),
        )
    console.print(table)
    if limit is not None and len(entities) > limit:
        rest = counted(len(entities) - limit, "more name", "more names")
        _line(console, f"… and {rest}; --verbose shows all.", "italic")
    _blank(console)


def _counted(form: str, count: int) -> str:
    """A form with how often it was met."""
    # No name holds `::`, and at the start of a line a CI log would obey it.
    return f"{revealed(form).replace('::', ': :')} ({count:,})"


def _listed(forms: Sequence[str]) -> str:
    rest = len(forms) - FORMS_SHOWN
    return ", ".join(forms[:FORMS_SHOWN]) + (f" and {rest:,} more" if rest > 0 else "")


def _notes(console: Console, notes: Sequence[Note]) -> None:
    for note in notes:
        _line(console, note_line(note), _LEVEL_STYLES.get(note.level))
    if notes:
        _blank(console)


def _next(console: Console, worst: Sequence[Finding], written: Sequence[str]) -> None:
    """What a reader may do now."""
    for path in written:
        _line(console, f"Report written: {printable(path)}")
    if not worst:
        return
    steps = [f"`mtaudit explain {worst[0].rule}` says why"]
    if not written:
        steps.append("add `--report html:report.html` to work through the findings")
    _line(console, f"Next: {'; '.join(steps)}.")
