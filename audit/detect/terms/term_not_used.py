"""TRM001 term-not-used: the source has a term, the target none that the glossary accepts for it."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.terms.advice import reason
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.terms import Concept, Term, TermFate, TermStatus, TermType
from audit.model.text import Aligned, Document

_COUNCIL = Concept(
    id="security-council",
    terms=(
        Term("Security Council", "en"),
        Term("Sicherheitsrat", "de"),
        Term("安全理事会", "zh"),
        Term("Совет Безопасности", "ru"),
        Term("Совбез", "ru", TermStatus.ADMITTED, TermType.SHORT),
    ),
)
_DRONE = Concept(
    id="drone",
    terms=(
        Term("drone", "en"),
        Term("unmanned aerial vehicle", "en", TermStatus.ADMITTED),
        Term("безпілотник", "uk"),
    ),
)


@pair_rule(
    id="TRM001",
    since="0.1",
    mqm=MQM.INCONSISTENT_WITH_RESOURCE,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the source has “{source}”, but {what}{reason}",
    why="A term of the glossary that comes out otherwise looks like another thing to the reader.",
    examples=(
        Bad(
            "⟦The Safety Board met on Monday.⟧",
            source=("Совет Безопасности собрался в понедельник.", "ru"),
            glossary=(_COUNCIL,),
        ),
        Bad(
            "⟦A pilotless plane fell on the roof.⟧",
            source=("На дах упав безпілотник.", "uk"),
            glossary=(_DRONE,),
        ),
        Bad(
            "The ⟦council on security⟧ met.",
            source=("安全理事会开会了。", "zh"),
            glossary=(_COUNCIL,),
        ),
        Good(
            "Three drones and an unmanned aerial vehicle were found.",
            source=("Знайшли чотири безпілотники.", "uk"),
            glossary=(_DRONE,),
        ),
        Good(
            "Mitglieder des UN-Sicherheitsrats stimmten zu.",
            lang="de",
            source=("Члены Совбеза согласились.", "ru"),
            glossary=(_COUNCIL,),
        ),
        Good(
            "The Security Council met.\nThe council agreed.",
            source=("Собрался Совет Безопасности.\nСовет Безопасности согласился.", "ru"),
            glossary=(_COUNCIL,),
        ),
    ),
)
def term_not_used(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the terms of the source of which the target has nothing, or only the words."""
    for one in document.term_renderings:
        lost = one.fate in (TermFate.MISSING, TermFate.REORDERED)
        if one.source.pair != pair.number or not lost or not one.concept.translate:
            continue
        if one.fate is TermFate.MISSING:
            what, verdict = f"nothing here is “{one.expected}”", FindingClass.QUERY
        else:
            what = f"“{document.cut(one.at)}” is not “{one.expected}”"
            verdict = FindingClass.INFO
        yield Hit(
            document=document.id,
            at=one.at,
            values=(
                ("source", one.source.text),
                ("what", what),
                ("reason", reason(one.concept)),
            ),
            confidence=one.confidence,
            finding_class=verdict,
            source=one.source,
        )
