"""Findings that somebody let stand are marked so; suppressions that met nothing are told."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from audit.model.finding import Finding, State
from audit.model.report import Note, NoteLevel
from audit.model.suppression import Suppression

MOST_NAMED = 5
"""Suppressions named in one note; the file has them all."""


def suppress(
    findings: Iterable[Finding],
    suppressions: Collection[Suppression],
    documents: Collection[str],
    as_of: str | None = None,
) -> tuple[tuple[Finding, ...], tuple[Note, ...]]:
    """The findings with those suppressed marked, and what is to be said of the suppressions.

    `documents` are the ids of those that were read: a suppression in any other document could not
    meet its finding. `as_of` is the ISO date on which suppressions with an end are judged; without
    it they hold, for the program asks no clock.
    """
    marking = Suppressing(suppressions, as_of)
    marked = tuple(map(marking.marked, findings))
    return marked, marking.notes(documents)


class Suppressing:
    """Marks findings one by one and remembers which suppressions they met."""

    def __init__(self, suppressions: Collection[Suppression], as_of: str | None = None) -> None:
        self._suppressions = suppressions
        self._as_of = as_of
        self._named = {one.fingerprint for one in suppressions}
        self._ended = {
            one.fingerprint for one in suppressions if as_of and one.until and one.until < as_of
        }
        self._met: set[str] = set()

    def marked(self, finding: Finding) -> Finding:
        """The finding, suppressed where that was decided and still holds."""
        if finding.fingerprint not in self._named:
            return finding
        self._met.add(finding.fingerprint)
        if finding.fingerprint in self._ended:
            return finding
        return replace(finding, state=State.SUPPRESSED)

    def notes(self, documents: Collection[str]) -> tuple[Note, ...]:
        """What is to be said of the suppressions, once all findings were marked."""
        unused = [
            one
            for one in self._suppressions
            if one.fingerprint not in self._met
            and (one.document is None or one.document in documents)
        ]
        past = [one for one in self._suppressions if one.fingerprint in self._ended & self._met]
        open_ended = [one for one in self._suppressions if one.until and not self._as_of]
        return tuple(_notes(unused, past, len(open_ended)))


def _notes(unused: list[Suppression], past: list[Suppression], unjudged: int) -> Iterator[Note]:
    if unused:
        message = f"{_counted(len(unused))} met no finding and may be taken out: {_named(unused)}"
        yield Note(NoteLevel.INFO, "suppressions-unused", message)
    if past:
        message = f"{_counted(len(past))} ended, so the findings count again: {_named(past)}"
        yield Note(NoteLevel.WARNING, "suppressions-ended", message)
    if unjudged:
        message = f"{_counted(unjudged)} with a last day, not judged; say today’s with --as-of"
        yield Note(NoteLevel.INFO, "suppressions-until", message)


def _counted(number: int) -> str:
    return "1 suppression" if number == 1 else f"{number} suppressions"


def _named(suppressions: list[Suppression]) -> str:
    """The first few in order of fingerprint, each as `RULE fingerprint`."""
    ordered = sorted(suppressions, key=lambda one: one.fingerprint)
    named = ", ".join(f"{one.rule} {one.fingerprint}" for one in ordered[:MOST_NAMED])
    rest = len(ordered) - MOST_NAMED
    return f"{named} and {rest} more" if rest > 0 else named
