"""NUM011 hours-with-h: 17h30, as French and Portuguese write the time."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_TIME = Gated(
    re.compile(r"(?<![\w.:-])(?P<hour>[01]?\d|2[0-3])h(?P<minute>[0-5]\d)(?![\w:-])"),
    Trace(r"\dh[0-5]\d"),
)


@document_rule(
    id="NUM011",
    since="0.1",
    mqm=MQM.TIME_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is a time of another language's form",
    why="The letter h between hours and minutes is French and Portuguese; here it is a colon.",
    languages=frozenset(("en", "de", "ru", "uk", "pl", "cs", "it", "nl")),
    references=("Unicode CLDR 46, time formats",),
    examples=(
        Bad("The train left at ⟦17h30⟧.", fixed="The train left at 17:30."),
        Bad("Der Zug fuhr um ⟦9h05⟧ ab.", lang="de", fixed="Der Zug fuhr um 9:05 ab."),
        Good("The train left at 17:30 and took 2h 30m."),
        Good("Le train part à 17h30.", lang="fr"),
        Good("The Boeing 17h30x took 12h."),
    ),
)
def hours_with_h(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report times with the letter h between hour and minute."""
    for found in _TIME.finditer(document.text):
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]),),
            fixes=(
                Fix(f"{found['hour']}:{found['minute']}", Applicability.SAFE, "a colon between"),
            ),
            confidence=0.92,
        )
