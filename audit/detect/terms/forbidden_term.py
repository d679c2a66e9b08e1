"""TRM002 forbidden-term: a term that the glossary forbids, or has put another in the place of."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.terms.advice import reason, replacement
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.terms import Concept, Term, TermStatus
from audit.model.text import Document, Segment

SURE = 0.8
"""Confidence from which on it is an error: the concept is meant, or nothing says it is not."""

_FIGHTER = Concept(
    id="fighter-jet",
    terms=(
        Term("fighter jet", "en"),
        Term("destroyer plane", "en", TermStatus.FORBIDDEN),
        Term("истребитель", "ru"),
    ),
)
_LAUNCHER = Concept(
    id="launcher",
    terms=(
        Term("launcher", "en"),
        Term("installation", "en", TermStatus.FORBIDDEN),
        Term("пусковая установка", "ru"),
    ),
)
_GENERAL = Concept(
    id="prosecutor-general",
    terms=(
        Term("prosecutor general", "en"),
        Term("general prosecutor", "en", TermStatus.SUPERSEDED),
    ),
    reference="House style",
)


@segment_rule(
    id="TRM002",
    since="0.1",
    mqm=MQM.WRONG_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” is {status}{advice}{reason}",
    why="The glossary of this publication says that the term is wrong for what is meant.",
    examples=(
        Bad(
            "Two ⟦destroyer planes⟧ took off. A ⟦destroyer plane⟧ landed.",
            fixed="Two fighter jets took off. A fighter jet landed.",
            glossary=(_FIGHTER,),
        ),
        Bad(
            "The ⟦installation⟧ was hit.",
            source=("Пусковая установка поражена.", "ru"),
            fixed="The launcher was hit.",
            glossary=(_LAUNCHER,),
        ),
        Bad(
            "⟦General prosecutor⟧ resigns", fixed="Prosecutor general resigns", glossary=(_GENERAL,)
        ),
        Good("Two destroyers and a plane were seen.", glossary=(_FIGHTER,)),
        Good("He spoke in general. Prosecutors did not.", glossary=(_GENERAL,)),
        Good("The destroyer’s plane landed; a fighter jet did not.", glossary=(_FIGHTER,)),
    ),
)
def forbidden_term(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each use of a term that is not accepted."""
    for use in document.term_uses:
        if use.term.status.accepted or not _within(segment, use.at.start):
            continue
        superseded = use.term.status is TermStatus.SUPERSEDED
        sure = use.confidence >= SURE and not superseded
        yield Hit(
            document=document.id,
            at=use.at,
            values=(
                ("word", document.cut(use.at)),
                ("status", "no longer in use" if superseded else "not to be used"),
                ("advice", f"; write “{use.preferred}”" if use.preferred else ""),
                ("reason", reason(use.concept)),
            ),
            fixes=replacement(use, document.cut(use.at)),
            confidence=use.confidence,
            finding_class=FindingClass.ERROR if sure else FindingClass.QUERY,
        )


def _within(segment: Segment, at: int) -> bool:
    return segment.span.start <= at < segment.span.end
