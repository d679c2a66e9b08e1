"""TRM005 term-spelling: a term of the glossary in other capitals, or joined otherwise."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.terms.advice import reason, replacement
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.terms import Concept, Spelling, Term
from audit.model.text import Document, Segment

_CYBER = Concept(id="cybersecurity", terms=(Term("cybersecurity", "en"),))
_DUMA = Concept(id="duma", terms=(Term("State Duma", "en"),), case_sensitive=True)

_WHAT = {Spelling.CASE: "in other capitals", Spelling.JOINED: "joined otherwise"}


@segment_rule(
    id="TRM005",
    since="0.1",
    mqm=MQM.INCONSISTENT_WITH_RESOURCE,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” is “{term}” {what}{reason}",
    why="A term in two spellings is found by half of the searches for it.",
    examples=(
        Bad(
            "The law on ⟦cyber security⟧ passed. ⟦Cyber-security⟧ is dear.",
            fixed="The law on cybersecurity passed. Cybersecurity is dear.",
            glossary=(_CYBER,),
        ),
        Bad("The ⟦state duma⟧ passed it.", fixed="The State Duma passed it.", glossary=(_DUMA,)),
        Good("Cybersecurity is dear. CYBERSECURITY IS DEAR", glossary=(_CYBER,)),
        Good("Deputies of the State Duma left. STATE DUMA VOTES", glossary=(_DUMA,)),
        Good("The cyber unit of the security service was there.", glossary=(_CYBER,)),
    ),
)
def term_spelling(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report accepted terms that are spelled otherwise than the glossary has them."""
    for use in document.term_uses:
        inside = segment.span.start <= use.at.start < segment.span.end
        if not inside or not use.term.status.accepted or use.spelling is Spelling.SAME:
            continue
        yield Hit(
            document=document.id,
            at=use.at,
            values=(
                ("word", document.cut(use.at)),
                ("term", use.term.text),
                ("what", _WHAT[use.spelling]),
                ("reason", reason(use.concept)),
            ),
            fixes=replacement(use, document.cut(use.at)),
            confidence=0.85,
        )
