"""Finds the lines of a document that are page residue, all kinds in one pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from audit.detect.residue.lexicon import Entry, Kind, key_of, lexicon
from audit.model.finding import Applicability, Fix, Hit
from audit.model.place import Span
from audit.model.text import Document

LONGEST_LINE = 160
"""Code points; the longest known line (a WordPress comment form) has 116."""

LONGEST_TITLE = 240
"""Code points of a "Read also: title" line; headlines beyond that are paragraphs."""

WRAPPED = 55
"""Code points from which on a line without end punctuation may go on in the next one: plain text
is commonly wrapped at 60 to 80 columns."""

_BREAK = re.compile(r"\n|\r\n?|\u2028|\u2029")
"""Each choice begins with a letter of its own, by which a search skips all others."""
_CRUMB = re.compile(r"\s*(?:[/|›»>→•·]|\s[-–—]\s)\s*")
_CRUMB_SIGNS = "/|›»>→•·-–—"
_ENDS = tuple(".!?:;…。！？：»”\"')")
_LEAD = re.compile(r"\s*[:：]\s*")
_MOST_CRUMBS = 6
_LONGEST_CRUMB = 30
_LONGEST_CREDIT = 60


@dataclass(frozen=True, slots=True)
class Residue:
    """One line of page residue: where it stands, its text, what it was for."""

    span: Span
    text: str
    kind: Kind
    confidence: float


_SURE = 0.97
_IN_COMPANY = 0.9
_WITH_TITLE = 0.9


@lru_cache(maxsize=4)
def residue(text: str, apart: frozenset[int] = frozenset()) -> tuple[Residue, ...]:
    """All lines of `text` that are residue, in order; cached, for several rules ask in turn.

    `apart` are offsets at which a paragraph surely begins, whatever the line before looks like.
    """
    found: list[Residue] = []
    run: list[tuple[Span, str, Entry, float]] = []
    for span, line, wrapped in _lines(text):
        known = None if wrapped and span.start not in apart else _known(line)
        if known:
            run.append((span, line, *known))
            continue
        found.extend(_of_run(run))
        run = []
    found.extend(_of_run(run))
    return tuple(found)


def hits(document: Document, kind: Kind, because: str) -> Iterator[Hit]:
    """The lines of `document` that are residue of this kind, each with the advice to delete it.

    The fix is unsafe, never safe: nobody sees afterwards that a deletion was wrong, and what the
    line introduced (links, a form) may have to go with it.
    """
    for line in residue(document.text, _set_apart(document)):
        if line.kind is kind:
            yield Hit(
                document=document.id,
                at=line.span,
                values=(("line", line.text),),
                fixes=(Fix("", Applicability.UNSAFE, because),),
                confidence=line.confidence,
            )


def _set_apart(document: Document) -> frozenset[int]:
    """Where the paragraphs begin that markup sets apart; those of plain text are only guessed."""
    if not document.origin.content.pieces:
        return frozenset()
    return frozenset(block.span.start for block in document.blocks)


def _of_run(run: list[tuple[Span, str, Entry, float]]) -> Iterator[Residue]:
    """The residue in a run of known lines: weak ones count beside at least one that is not."""
    if all(entry.weak or entry.kind is Kind.CREDIT for _, _, entry, _ in run):
        run = [each for each in run if each[2].kind is Kind.CREDIT and not each[2].weak]
    if not run:
        return
    for span, line, entry, confidence in run:
        sure = min(confidence, _IN_COMPANY) if entry.weak else confidence
        yield Residue(span, line, entry.kind, sure)


def _lines(text: str) -> Iterator[tuple[Span, str, bool]]:
    """Each line that is not blank, trimmed, and whether it goes on from the line before it."""
    at = 0
    before = ""
    for stop in [*(found.span() for found in _BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[at : stop[0]]
        line = raw.strip()
        if line:
            start = at + len(raw) - len(raw.lstrip())
            wrapped = len(before) >= WRAPPED and not before.endswith(_ENDS)
            yield Span(start, start + len(line)), line, wrapped
        before = line
        at = stop[1]


def _known(line: str) -> tuple[Entry, float] | None:
    """What is known of one line as a whole."""
    if len(line) > LONGEST_TITLE:
        return None
    words = lexicon()
    known = len(line) <= LONGEST_LINE and words.may_begin(line)
    entry = words.entry(key_of(line)) if known else None
    if entry:
        return entry, _SURE
    parts = _LEAD.split(line, maxsplit=1) if ":" in line or "：" in line else ()
    if len(parts) == 2 and parts[1] and not parts[1].endswith((".", ";", ",", "。")):
        lead = words.leads.get(key_of(parts[0]))
        if lead and (lead.kind is not Kind.CREDIT or len(parts[1]) <= _LONGEST_CREDIT):
            return lead, _WITH_TITLE
    return (Entry(Kind.NAVIGATE), _WITH_TITLE) if _is_trail(line) else None


def _is_trail(line: str) -> bool:
    """Whether a line is a trail of page names that begins at the home page."""
    if len(line) > LONGEST_LINE or not any(sign in line for sign in _CRUMB_SIGNS):
        return False
    crumbs = [crumb for crumb in _CRUMB.split(line) if crumb]
    if not 2 <= len(crumbs) <= _MOST_CRUMBS or key_of(crumbs[0]) not in lexicon().homes:
        return False
    return all(len(crumb) <= _LONGEST_CRUMB for crumb in crumbs)
