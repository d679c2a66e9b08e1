"""What surrounds a passage, and where the paragraphs of its text are."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from audit.model.place import Span
from audit.model.text import Block, BlockKind, Document

MARGIN = 160
"""Code points of context at most on either side of a passage: about two lines of a wide page."""

RTL_LANGUAGES = frozenset({"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "pnb", "ps", "sd",
                           "syr", "ug", "ur", "yi"})  # fmt: skip
"""Languages whose usual script runs from right to left (CLDR likely subtags)."""

RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})
"""ISO 15924 codes of right-to-left scripts, as they may stand in a language tag."""


def direction(lang: str) -> str:
    """The `dir` of text in `lang`: "ltr", "rtl", or "auto" where the language is not known."""
    primary, *rest = lang.lower().split("-")
    if primary == "und":
        return "auto"
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in RTL_SCRIPTS else "ltr"
    return "rtl" if primary in RTL_LANGUAGES else "ltr"


def paragraphs(document: Document) -> tuple[Block, ...]:
    """The blocks of a document in order, every gap between them that holds text filled in.

    A document without blocks is cut at its line ends. Blocks never overlap in what is returned.
    """
    blocks: list[Block] = []
    at = 0
    for block in sorted(document.blocks, key=lambda b: b.span):
        start = max(block.span.start, at)
        if block.span.end <= start:
            continue
        blocks += _lines(document.text, at, start)
        blocks.append(Block(Span(start, block.span.end), block.kind))
        at = block.span.end
    return (*blocks, *_lines(document.text, at, len(document.text)))


def _lines(text: str, start: int, end: int) -> list[Block]:
    """The lines of `text[start:end]` that are not blank, as paragraphs."""
    found: list[Block] = []
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            found.append(Block(Span(start, start + len(line.rstrip("\r\n"))), BlockKind.PARAGRAPH))
        start += len(line)
    return found


@dataclass(frozen=True)
class Surroundings:
    """One document, made ready for looking up what stands around its spans."""

    document: Document

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs of the document."""
        return paragraphs(self.document)

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        """Starts and ends of the sentences, or of the paragraphs where none were cut."""
        spans = [s.span for s in self.document.segments] or [b.span for b in self.blocks]
        return [span.start for span in spans], [span.end for span in spans]

    def sentence(self, span: Span) -> Span:
        """The sentences that `span` touches, cut to `MARGIN` at a blank on either side."""
        starts, ends = self._sentences
        first = bisect_right(ends, span.start)
        last = bisect_left(starts, span.end) - 1
        start = min(starts[first], span.start) if first < len(starts) else span.start
        end = max(ends[last], span.end) if last >= 0 else span.end
        return self._trim(Span(start, end), span)

    def _trim(self, wide: Span, span: Span) -> Span:
        """Cut `wide` to `MARGIN` on either side of `span`, at a blank if there is one."""
        text, start, end = self.document.text, wide.start, wide.end
        if span.start - start > MARGIN:
            start = span.start - MARGIN
            blank = text.find(" ", start, span.start)
            start = blank + 1 if blank >= 0 else start
        if end - span.end > MARGIN:
            end = span.end + MARGIN
            blank = text.rfind(" ", span.end, end)
            end = blank if blank >= 0 else end
        return Span(start, end)

    @cached_property
    def _inverse(self) -> tuple[list[int], list[int]]:
        """Origins and text offsets of the copied pieces, by origin."""
        copied = [p for p in self.document.origin.content.pieces if p.length == p.width]
        copied.sort(key=lambda piece: piece.origin)
        return [piece.origin for piece in copied], [piece.text for piece in copied]

    def find(self, start: int, end: int, text: str) -> Span | None:
        """The span whose `Place` is `start`..`end`, None where it does not hold `text`."""
        origins, texts = self._inverse
        if self.document.origin.content.pieces:
            at = bisect_right(origins, start) - 1
            if at < 0:
                return None
            start, end = texts[at] + start - origins[at], texts[at] + end - origins[at]
        if not 0 <= start <= end or self.document.text[start:end] != text:
            return None
        return Span(start, end)
