"""Holds the names of the two sides of a bilingual document against each other."""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from audit.annotate.bilingual.comparison import Comparison
from audit.annotate.bilingual.concepts import concepts
from audit.annotate.bilingual.side import Side
from audit.lang import identify
from audit.model.authority import Authority
from audit.model.place import Span
from audit.model.renderings import Rendering
from audit.model.text import Document

NEIGHBOURS = 2
"""Passages before and after one, in which a name may stand instead: translators move names."""


def renderings(document: Document, authority: Authority) -> tuple[Rendering, ...]:
    """What went wrong with the names of a document that brings its source; empty without one."""
    pairs = [(pair.span, pair.source) for pair in document.pairs if pair.source.strip()]
    if not pairs and document.source:
        pairs = [(Span(0, len(document.text)), document.source)]
    if not pairs:
        return ()
    text = " ".join(source for _, source in pairs)
    source_lang = (document.source_lang or identify(text).lang).partition("-")[0]
    target_lang = document.lang.partition("-")[0]
    if source_lang == target_lang:
        return ()
    known = concepts(authority, source_lang, target_lang)
    ours = [Side(document.cut(span), target_lang) for span, _ in pairs]
    theirs = [Side(normalize("NFKC", source), source_lang) for _, source in pairs]  # ＥＵ
    found = list[Rendering]()
    for number, (span, _) in enumerate(pairs):
        compared = Comparison(
            theirs[number], ours[number], _beside(theirs, number), _beside(ours, number), known
        )
        found += _placed(compared.renderings(), span)
    return tuple(found)


def _beside(sides: Sequence[Side], number: int) -> list[Side]:
    """The passages around one."""
    first = max(0, number - NEIGHBOURS)
    return [*sides[first:number], *sides[number + 1 : number + NEIGHBOURS + 1]]


def _placed(found: Iterator[Rendering], span: Span) -> Iterator[Rendering]:
    """Renderings with their places in the passage turned into places in the document."""
    for one in found:
        at = Span(span.start + one.at.start, span.start + one.at.end)
        yield Rendering(one.fate, at, one.source, one.expected, one.because, one.confidence)
