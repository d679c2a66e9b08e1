"""NAM013: one organisation with two acronyms."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.names.expansions import expansions, same_expansion
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_BRACKETED = re.compile(r"\s?[(（]([^\W\d_a-zа-яёіїєґ]{2,8})[)）]")
CONFIDENCE = 0.75


@document_rule(
    id="NAM013",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{long}” is abbreviated {found} here and {other} elsewhere",
    why="The acronym of the source language was kept in one place and translated in another.",
    examples=(
        Bad(
            "The World Health Organization (WHO) met on Monday.\n"
            "The World Health Organization (⟦OMS⟧) will meet again."
        ),
        Bad(
            "L'Organisation des Nations unies (ONU) se tait.\n"
            "L'Organisation des Nations unies (⟦UNO⟧) répond.",
            lang="fr",
        ),
        Good(
            "The World Health Organization (WHO) met on Monday.\n"
            "The World Trade Organization (WTO) will meet again."
        ),
        Good("The World Health Organization (WHO) met. The World Health Organization (WHO) left."),
    ),
)
def two_acronyms(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each acronym that differs from the first one of the same long form."""
    known = [one for one in expansions(document)]  # noqa: C416 - read twice
    for one in known:
        earlier = next(o for o in known if same_expansion(o.long, one.long, document.lang))
        if earlier is not one:
            continue
        for found in re.finditer(re.escape(one.long) + _BRACKETED.pattern, document.text):
            short = found[1]
            at = Span(found.start(1), found.end(1))
            if short != one.short and at.start > one.short_at.start:
                yield Hit(
                    document=document.id,
                    at=at,
                    values=(("long", one.long), ("found", short), ("other", one.short)),
                    related=(Related(document.id, one.short_at, one.short),),
                    confidence=CONFIDENCE,
                )
