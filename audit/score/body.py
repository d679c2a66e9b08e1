"""The body of a document: its text without the lines that belong to the page."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from audit.model.place import Span
from audit.model.text import Document
from audit.score.resample import draw_words
from audit.text.words import count_words

_BREAKS = "\n\r\u2028\u2029"
_BREAK = re.compile(f"[{_BREAKS}]")
_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Words:
    """How many words a document has in all, each of its segments, and its resamples.

    `drawn` are the words of all segments as `draw_words` gives them. `key` is a digest of all that
    scoring looks at in the document.
    """

    all: int
    segments: tuple[int, ...]
    drawn: bytes
    key: bytes


def words_of(document: Document) -> Words:
    """The words of `document`, counted."""
    lang = document.lang
    segments = tuple(count_words(segment.text, lang) for segment in document.segments)
    seed = seed_of(document)
    spans = [(segment.span.start, segment.span.end) for segment in document.segments]
    looked_at = repr((lang, spans, segments)) + seed
    key = blake2b(looked_at.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()
    return Words(count_words(document.text, lang), segments, draw_words(seed, segments), key)


def seed_of(document: Document) -> str:
    """What sets the variates of a document's resamples."""
    return f"{document.id}\0{document.text}"


@dataclass(frozen=True)
class Body:
    """One document, its lines of page residue (in order, disjoint), and its words outside them."""

    document: Document
    chrome: tuple[Span, ...]
    words: int
    chrome_words: int

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.chrome]

    def holds(self, span: Span) -> bool:
        """Whether `span` touches no line of page residue."""
        if not self.chrome:
            return True
        index = bisect_right(self._starts, span.start)
        near = self.chrome[max(0, index - 1) : index + 1]
        return not any(line.overlaps(span) for line in near)


def body(document: Document, words: int, chrome: Iterable[Span]) -> Body:
    """The body of `document`, which has `words` words in all and findings of chrome at `chrome`.

    The whole line of such a finding is left out, as the tool takes only whole lines for residue.
    """
    lines = tuple(sorted({_line(document.text, span) for span in chrome}))
    disjoint = _joined(lines)
    inside = sum(count_words(document.cut(line), document.lang) for line in disjoint)
    return Body(document, disjoint, max(0, words - inside), inside)


def _line(text: str, span: Span) -> Span:
    """The lines that `span` touches, from line break to line break."""
    start = 1 + max(text.rfind(mark, 0, span.start) for mark in _BREAKS)
    end = _BREAK.search(text, span.end)
    return Span(start, end.start() if end else len(text))


def _joined(lines: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans, those that overlap made one."""
    joined: list[Span] = []
    for line in lines:
        if joined and line.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, line.end))
        else:
            joined.append(line)
    return tuple(joined)
