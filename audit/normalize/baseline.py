"""Findings that a baseline knows are marked so; what it knows and nobody finds is told."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from audit.model.baseline import ChangedLines, KnownFinding
from audit.model.finding import Finding, State
from audit.model.report import Note, NoteLevel
from audit.model.text import Document

MOST_NAMED = 5
"""Stale entries named in one note; `mtaudit baseline show` has them all."""


def mark_known(
    findings: Iterable[Finding], baseline: Collection[KnownFinding], documents: Collection[str]
) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """The findings with those known marked, and a note on entries that met none.

    A suppressed finding stays suppressed. `documents` are the ids of those that were read.
    """
    marking = Knowing(baseline)
    marked = tuple(map(marking.marked, findings))
    return marked, marking.notes(documents)


class Knowing:
    """Marks findings one by one and remembers which entries of the baseline they met."""

    def __init__(self, baseline: Collection[KnownFinding]) -> None:
        self._baseline = baseline
        self._fingerprints = {one.fingerprint for one in baseline}
        self._met: set[str] = set()

    def marked(self, finding: Finding) -> Finding:
        """The finding, known where the baseline has it; a suppressed one stays suppressed."""
        if finding.fingerprint not in self._fingerprints:
            return finding
        self._met.add(finding.fingerprint)
        return replace(finding, state=State.KNOWN) if finding.state is State.NEW else finding

    def notes(self, documents: Collection[str]) -> tuple[Note, ...]:
        """A note on entries that met none, once all findings were marked."""
        gone = _unmet(self._met, self._baseline, documents)
        if not gone:
            return ()
        named = ", ".join(f"{one.rule} {one.fingerprint}" for one in gone[:MOST_NAMED])
        rest = f" and {len(gone) - MOST_NAMED:,} more" if len(gone) > MOST_NAMED else ""
        entries = "1 entry" if len(gone) == 1 else f"{len(gone):,} entries"
        message = (
            f"{entries} of the baseline met no finding ({named}{rest}); "
            "`mtaudit baseline prune` takes them out"
        )
        return (Note(NoteLevel.INFO, "baseline-stale", message),)


def mark_unchanged(
    findings: Iterable[Finding],
    documents: Mapping[str, Document],
    changes: Mapping[str, ChangedLines],
) -> tuple[Finding, ...]:
    """The findings with those on lines that did not change marked as known.

    `changes` are by path of a file.
    """

    def is_new(finding: Finding) -> bool:
        document = documents[finding.document]
        region = document.origin.region(finding.span)
        return changes[document.path].touch(region.line, region.end_line)

    return tuple(
        replace(one, state=State.KNOWN) if one.state is State.NEW and not is_new(one) else one
        for one in findings
    )


def stale(
    findings: Iterable[Finding], baseline: Collection[KnownFinding], documents: Collection[str]
) -> list[KnownFinding]:
    """The entries that met no finding, in order; those of documents not read are not judged."""
    return _unmet({one.fingerprint for one in findings}, baseline, documents)


def _unmet(
    met: Collection[str], baseline: Collection[KnownFinding], documents: Collection[str]
) -> list[KnownFinding]:
    read = {" ".join(one.split()) for one in documents} if baseline else set()
    return sorted(one for one in baseline if one.fingerprint not in met and one.document in read)
