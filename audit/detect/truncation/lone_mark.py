"""OMI004 lone-mark: a line with a mark and nothing else, where a sentence should stand."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_LONE = re.compile(r"^[ \t\u00a0]*([.,;:?!。，]|[\"“”']{1,2}[.,]?)[ \t\u00a0]*$", re.MULTILINE)


@document_rule(
    id="OMI004",
    since="0.1",
    mqm=MQM.OMISSION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="nothing but “{mark}” stands in this line",
    why="The words of a sentence are gone and only its mark is left.",
    examples=(
        Bad("The mayor left.\n⟦.⟧\nNobody knows why."),
        Bad("⟦,⟧"),
        Good("The mayor left.\n* * *\nNobody knows why."),
        Good("The mayor left.\n...\nNobody knows why."),
    ),
)
def lone_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report lines of a single mark."""
    for found in _LONE.finditer(document.text):
        yield Hit(
            document=document.id,
            at=Span(*found.span(1)),
            values=(("mark", found[1]),),
            confidence=0.9,
        )
