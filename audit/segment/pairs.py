"""Which stretch of a document renders which stretch of its source."""

from collections.abc import Iterator

from audit.lang.identify import identify
from audit.lang.tags import normalise_tag
from audit.model.place import Span, line_starts
from audit.model.text import Document, Pair


def pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of `document`: its own, or those of a `source` that came as one text.

    A source in one text is laid beside the target line by line, where both have as many lines that
    are not blank; otherwise there are no pairs.
    """
    if document.pairs or not document.source:
        return document.pairs
    theirs = [document.source[at.start : at.end] for at in _lines(document.source)]
    ours = list(_lines(document.text))
    if len(ours) != len(theirs):
        return ()
    return tuple(Pair(at, source) for at, source in zip(ours, theirs, strict=True))


def source_language(document: Document) -> str | None:
    """The language of the source: as given, otherwise as it reads; None without a source."""
    if document.source_lang:
        return normalise_tag(document.source_lang)
    sources = [pair.source for pair in document.pairs] or [document.source or ""]
    text = "\n".join(sources)
    return identify(text).lang if text.strip() else None


def _lines(text: str) -> Iterator[Span]:
    """The lines of `text` that are not blank, without their blank ends."""
    starts = line_starts(text)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        line = text[start:end]
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            yield Span(left, start + len(line.rstrip()))
