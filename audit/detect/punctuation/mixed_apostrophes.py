"""PUN008 mixed-apostrophes: straight and typographic apostrophes in one document."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WITH = re.compile(r"(?<![^\W\d_])[^\W\d_]+(['’])[^\W\d_]+")
_FEWEST = 2
"""Words of either kind."""


@document_rule(
    id="PUN008",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="straight and typographic apostrophes stand in one document",
    why="Either kind is a house style; both in one article show that its parts were not edited"
    " together.",
    languages=frozenset(("en", "fr", "it", "uk", "ca")),
    examples=(
        Bad("He’s here, she’s there, they’re away; ⟦isn't⟧ it? Don't ask."),
        Bad("L’an passé, l’hiver et l’été; ⟦l'eau⟧ et l'air.", lang="fr"),
        Good("He's here, she's there, they're away; isn't it? Don't ask."),
        Good("He’s here, she’s there, they’re away; the user rock'n wrote."),
    ),
)
def mixed_apostrophes(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first word with the rarer apostrophe, once a document."""
    if "'" not in document.text or "’" not in document.text:
        return
    straight: list[re.Match[str]] = []
    curly: list[re.Match[str]] = []
    for found in _WITH.finditer(document.text):
        (straight if found[1] == "'" else curly).append(found)
    if min(len(straight), len(curly)) < _FEWEST:
        return
    rare, common = (curly, straight) if len(curly) < len(straight) else (straight, curly)
    first, other = rare[0], common[0]
    right = first[0].replace(first[1], other[1])
    yield Hit(
        document=document.id,
        at=Span(*first.span()),
        related=(Related(document.id, Span(*other.span()), other[0]),),
        fixes=(Fix(right, Applicability.SAFE, "the apostrophe that most of the document has"),),
        confidence=0.9,
    )
