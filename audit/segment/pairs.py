"""Which stretch of a document renders which stretch of its source.

A source that came as one text is aligned with the target: line by line where both have the same
lines, otherwise sentence by sentence throughout; and within lines that render each other, sentence
by sentence where that is clear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.lang.identify import identify
from audit.lang.lengths import Expansion, expansion, letters
from audit.lang.tags import normalise_tag
from audit.model.place import Span, line_starts
from audit.model.text import Document, Pair
from audit.segment.anchors import anchors
from audit.segment.beads import Bead, Passage, beads
from audit.segment.sentences import sentences
from audit.segment.sound import FITS, sound

_BREAK = re.compile(r"[\r\n]")

PAIRED_LINES = 0.8
"""Share of lines whose lengths must fit for lines to be taken as pairs by their numbers alone."""
FEW_LINES = 1
"""Lines up to which nothing but their number is asked."""
LEAST_PAIRED = 0.6
"""Share of the letters that must find a counterpart for an alignment to be used at all."""


def pairs(document: Document, lang: str, source_lang: str) -> tuple[Pair, ...]:
    """The pairs of `document`, in `lang`: its own, or those of a `source` that came as one text.

    What cannot be aligned surely is in no pair. A pair with an empty span is a sentence of the
    source that was left out, one with an empty source has been added.
    """
    if document.pairs or not document.source or not document.source.strip():
        return document.pairs
    if not document.text.strip():
        return (Pair(Span(0, 0), document.source),)
    lengths = expansion(source_lang, lang) or _as_it_is(document.source, document.text)
    ours = _Side(document.text, lang, tuple(_lines(document.text)))
    theirs = _Side(document.source, source_lang, tuple(_lines(document.source)))
    return tuple(_made(theirs, ours, lengths))


def share_paired(document: Document) -> float:
    """The share, 0..1, of the letters of a document that stand in a pair with a source."""
    whole = letters(document.text)
    paired = sum(letters(document.cut(pair.span)) for pair in document.pairs if pair.source.strip())
    return paired / whole if whole else 1.0


def source_language(document: Document) -> str | None:
    """The language of the source: as given, otherwise as it reads; None without a source."""
    if document.source_lang:
        return normalise_tag(document.source_lang)
    sources = [pair.source for pair in document.pairs] or [document.source or ""]
    text = "\n".join(sources)
    return identify(text).lang if text.strip() else None


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two texts with the lines of it that are looked at."""

    text: str
    lang: str
    lines: tuple[Span, ...]

    def cut(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def sentences(self) -> tuple[list[Span], list[bool]]:
        """The sentences of the lines, and whether each is the last of its line."""
        spans, last = [], []
        for line in self.lines:
            found = sentences(self.cut(line), self.lang)
            spans += [Span(line.start + start, line.start + end) for start, end in found]
            last += [number == len(found) - 1 for number in range(len(found))]
        return spans, last


def _as_it_is(source: str, target: str) -> Expansion:
    """The lengths of two languages of which nothing is known, if the texts are complete."""
    return Expansion(max(1, letters(target)) / max(1, letters(source)))


def _made(theirs: _Side, ours: _Side, lengths: Expansion) -> Iterator[Pair]:
    if _same_lines(theirs, ours, lengths):
        for here, there in zip(ours.lines, theirs.lines, strict=True):
            yield from _of_line(
                _Side(theirs.text, theirs.lang, (there,)),
                _Side(ours.text, ours.lang, (here,)),
                lengths,
            )
        return
    found = tuple(_of_sentences(theirs, ours, lengths))
    paired = sum(letters(ours.cut(one.span)) for one in found if one.source)
    if paired >= LEAST_PAIRED * letters(ours.text):
        yield from found


def _same_lines(theirs: _Side, ours: _Side, lengths: Expansion) -> bool:
    """Whether the lines of two texts render each other one by one."""
    if len(ours.lines) != len(theirs.lines):
        return False
    fits = [
        abs(lengths.departure(letters(theirs.cut(there)) + 1, letters(ours.cut(here)) + 1)) < FITS
        for here, there in zip(ours.lines, theirs.lines, strict=True)
    ]
    return len(fits) <= FEW_LINES or sum(fits) >= PAIRED_LINES * len(fits)


def _of_line(theirs: _Side, ours: _Side, lengths: Expansion) -> Iterator[Pair]:
    """The sentences of a line beside those of its source where all are clear, else the line."""
    here, there = ours.sentences()[0], theirs.sentences()[0]
    if 1 in (len(here), len(there)):
        found: tuple[Bead, ...] = ()
    else:
        found = beads(_passages(theirs, there), _passages(ours, here), lengths)
    if len(found) < 2 or any(bead.one_sided or abs(bead.departure) > FITS for bead in found):
        whole = not _BREAK.search(ours.text) and not _BREAK.search(theirs.text)
        if whole:  # a text of one line is a passage as it stands, blank ends included
            yield Pair(Span(0, len(ours.text)), theirs.text)
        else:
            yield Pair(ours.lines[0], theirs.cut(theirs.lines[0]))
        return
    for bead in found:
        yield _pair(bead, theirs, there, here)


def _of_sentences(theirs: _Side, ours: _Side, lengths: Expansion) -> Iterator[Pair]:
    """The sentences of two whole texts beside each other, as far as they are clear."""
    here, ours_last = ours.sentences()
    there, theirs_last = theirs.sentences()
    source = _passages(theirs, there, theirs_last)
    target = _passages(ours, here, ours_last)
    for bead in sound(beads(source, target, lengths), source, target, lengths):
        yield _pair(bead, theirs, there, here)


def _passages(
    side: _Side, spans: Sequence[Span], last: Sequence[bool] | None = None
) -> list[Passage]:
    ends = last or [False] * len(spans)
    texts = [side.cut(span) for span in spans]
    return [
        Passage(letters(text), anchors(text), end) for text, end in zip(texts, ends, strict=True)
    ]


def _pair(bead: Bead, theirs: _Side, there: Sequence[Span], here: Sequence[Span]) -> Pair:
    """The pair of a bead; an empty span stands behind the sentence before it."""
    source = ""
    if bead.source_start < bead.source_end:
        first, last = there[bead.source_start], there[bead.source_end - 1]
        source = theirs.text[first.start : last.end]
    if bead.target_start < bead.target_end:
        return Pair(Span(here[bead.target_start].start, here[bead.target_end - 1].end), source)
    at = here[bead.target_start - 1].end if bead.target_start else 0
    return Pair(Span(at, at), source)


def _lines(text: str) -> Iterator[Span]:
    """The lines of `text` that are not blank, without their blank ends."""
    starts = line_starts(text)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        line = text[start:end]
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            yield Span(left, start + len(line.rstrip()))
