"""The line a finding stands in, cut to fit and marked, for terminals and plain text."""

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len

from audit.model.place import Span
from audit.report.escape import printable, revealed

BEFORE = 40
"""Columns of context kept before the passage; the eye needs some words to find the place."""

WIDTH = 96
"""Columns of the whole excerpt: with its margin it fits a window of 100 columns."""

_LINE_ENDS = "\n\r"
_ELLIPSIS = "…"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage in its line: printable text before, in and after it.

    `mirrored` says that right-to-left letters stand in the line, where a terminal moves letters
    about and a mark on the line below would point at the wrong ones.
    """

    before: str
    passage: str
    after: str
    mirrored: bool


def excerpt(text: str, span: Span) -> Excerpt:
    """The line of `text` in which `span` starts; a passage over several lines is cut at its end."""
    first = max(text.rfind(end, 0, span.start) for end in _LINE_ENDS) + 1
    ends = (text.find(end, span.start) for end in _LINE_ENDS)
    last = min((end for end in ends if end >= 0), default=len(text))
    stop = min(span.end, last)
    # Twice the width is enough of a line a megabyte long: no printable character takes more
    # room than itself, and what is not printable may fill half.
    before = printable(text[max(first, span.start - 2 * BEFORE) : span.start])
    cut_off = span.start - 2 * BEFORE > first
    passage = _cut_end(revealed(text[span.start : min(stop, span.start + 2 * WIDTH)]), WIDTH)
    before = _cut_start(before.lstrip(), BEFORE, cut_off)
    room = max(WIDTH - columns(before) - columns(passage), 0)
    after = _cut_end(printable(text[stop : min(last, stop + 2 * WIDTH)]).rstrip(), room)
    whole = before + passage + after
    mirrored = any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in whole)
    return Excerpt(before, passage, after, mirrored)


def columns(text: str) -> int:
    """Columns that `text` takes in a terminal; East Asian wide letters take two."""
    return cell_len(text)


def _cut_start(text: str, width: int, cut_off: bool) -> str:
    """The end of `text` in at most `width` columns, with a sign that more came before."""
    kept = text
    while columns(kept) > width:
        kept = kept[1:]
    return _ELLIPSIS + kept if cut_off or kept != text else kept


def _cut_end(text: str, width: int) -> str:
    """The start of `text` in at most `width` columns, with a sign that more follows."""
    kept = text
    while columns(kept) > width:
        kept = kept[:-1]
    return kept + _ELLIPSIS if kept != text else kept
