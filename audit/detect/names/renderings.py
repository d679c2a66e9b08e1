"""The passages at which a name of the source went wrong: what three rules look at."""

from collections.abc import Iterator

from audit.detect.names.departures import class_of
from audit.model.finding import Applicability, Fix, Hit
from audit.model.renderings import Fate, Rendering
from audit.model.text import Document


def hits(document: Document, fate: Fate) -> Iterator[Hit]:
    """A hit at each rendering of the document that met with `fate`."""
    for one in document.renderings:
        if one.fate is fate:
            yield _hit(document, one)


def _hit(document: Document, rendering: Rendering) -> Hit:
    usual = rendering.expected[0] if rendering.expected else ""
    values = (
        ("found", document.cut(rendering.at)),
        ("source", rendering.source or "a word"),
        ("expected", f" ({usual})" if usual else ""),
        ("because", rendering.because),
    )
    fixes: tuple[Fix, ...] = ()
    if usual and rendering.fate is Fate.REPLACED:
        because = f"{usual} is what {rendering.source} is called here"
        fixes = (Fix(usual, Applicability.DISPLAY, because),)
    return Hit(
        document=document.id,
        at=rendering.at,
        values=values,
        fixes=fixes,
        confidence=rendering.confidence,
        finding_class=class_of(rendering.confidence),
    )
