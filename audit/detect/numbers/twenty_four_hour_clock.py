"""NUM007 twenty-four-hour-clock: 17:30 in a language whose news have a clock of twelve hours."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.numbers.lexicon import notation
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_LATE = Gated(
    re.compile(
        r"\b(?:at|from|until|till|by|around|after|before|about|to) "
        r"(?P<time>(?P<hour>1[3-9]|2[0-3]):(?P<minute>[0-5]\d))\b(?!:| ?[ap]\.?m)"
    ),
    Trace(r"[12]\d:[0-5]\d"),
)


@document_rule(
    id="NUM007",
    since="0.1",
    mqm=MQM.TIME_FORMAT,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{text}” is a time of the 24-hour clock",
    why="News in English tell the time by twelve hours; this is a matter of house style.",
    languages=frozenset({"en"}),
    references=("The Associated Press Stylebook, “times”",),
    examples=(
        Bad("The train left at ⟦17:30⟧.", fixed="The train left at 5:30 p.m."),
        Bad(
            "It rained from ⟦14:00⟧ on, until 16:00.",
            fixed="It rained from 2:00 p.m. on, until 16:00.",
        ),
        Good("The train left at 5:30 p.m. and won 21:15."),
        Good("He ran it in 14:30."),
        Good("Der Zug fuhr um 17:30 Uhr.", lang="de"),
    ),
)
def twenty_four_hour_clock(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first afternoon time of the 24-hour clock, once a document."""
    if not notation(document.lang).twelve_hours:
        return
    found = next(_LATE.finditer(document.text), None)
    if found is None:
        return
    point = "" if document.text[found.end() : found.end() + 1] == "." else "."
    right = f"{int(found['hour']) - 12}:{found['minute']} p.m{point}"
    yield Hit(
        document=document.id,
        at=Span(*found.span("time")),
        values=(("text", found["time"]),),
        fixes=(Fix(right, Applicability.SAFE, "the clock of twelve hours"),),
        confidence=0.9,
    )
