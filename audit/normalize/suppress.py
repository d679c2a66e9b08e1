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
    ended = {one.fingerprint for one in suppressions if as_of and one.until and one.until < as_of}
    holding = {one.fingerprint for one in suppressions} - ended
    marked = tuple(
        replace(one, state=State.SUPPRESSED) if one.fingerprint in holding else one
        for one in findings
    )
    met = {one.fingerprint for one in marked}
    unused = [
        one
        for one in suppressions
        if one.fingerprint not in met and (one.document is None or one.document in documents)
    ]
    past = [one for one in suppressions if one.fingerprint in ended & met]
    open_ended = [one for one in suppressions if one.until and not as_of]
    return marked, tuple(_notes(unused, past, len(open_ended)))


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
