"""SPL002 lower-case-text: a text without a single capital."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import has_end
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

_FEWEST_LETTERS = 30
_FEWEST_WORDS = 6


@document_rule(
    id="SPL002",
    since="0.1",
    mqm=MQM.SPELLING,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="the whole text is in small letters",
    why="Some systems work on small letters; names and heads of sentences were not restored.",
    examples=(
        Bad("⟦the mayor of the town left for the coast on monday.⟧ nobody knows why."),
        Bad("⟦der bürgermeister verließ am montag die stadt.⟧", lang="de"),
        Good("The mayor of the town left for the coast on Monday."),
        Good("see you later"),
        Good("so i should fold the map and take it with me\nor is there another path?"),
        Good("他来了 and the mayor of the town left for the coast", lang="zh"),
    ),
)
def lower_case_text(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report documents of sentences that have letters with case and no capital at all."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)) or not document.segments:
        return
    text = document.text
    if text != text.lower() or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return
    if len(text.split()) < _FEWEST_WORDS or not text.lstrip()[:1].isalpha():
        return
    if not all(has_end(document.cut(block.span)) for block in document.blocks):
        return  # people write messages so
    yield Hit(document=document.id, at=document.segments[0].span, confidence=0.9)
