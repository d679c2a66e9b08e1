"""NUM003 foreign-abbreviation: mln, mlrd, hrn and other abbreviations of the source."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.numbers.lexicon import notation
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


@document_rule(
    id="NUM003",
    since="0.1",
    mqm=MQM.MEASUREMENT_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is an abbreviation of another language; “{word}” stands here",
    why="Abbreviations of scale words and units were copied from the source; readers of English"
    " do not know them.",
    languages=frozenset({"en"}),
    references=("The Associated Press Stylebook, “millions, billions”",),
    examples=(
        Bad(
            "It cost 5 ⟦mln⟧ euros and 3⟦mlrd⟧ yen.",
            fixed="It cost 5 million euros and 3 billion yen.",
        ),
        Bad("A plant of 20 ⟦MVt⟧ was built.", fixed="A plant of 20 MW was built."),
        Good("It cost 5 million euros, or $5bn, or 5m."),
        Good("The MLN network and the Mio device"),
    ),
)
def foreign_abbreviation(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report known abbreviations behind a number."""
    words = notation(document.lang).abbreviations
    for found in _pattern(document.lang).finditer(document.text):
        gap = "" if document.text[found.start() - 1].isspace() else " "
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]), ("word", words[found["short"]])),
            fixes=(Fix(gap + words[found["short"]], Applicability.SAFE, "the English word"),),
            confidence=0.92,
        )


@cache
def _pattern(lang: str) -> Gated:
    """An abbreviation directly behind a digit or a digit and a blank."""
    habits = notation(lang)
    shorts = habits.alternatives(tuple(habits.abbreviations))
    pattern = re.compile(rf"(?:(?<=\d)|(?<=\d[ \u00a0]))(?P<short>{shorts})\b(?:\.(?=[ ][a-z]))?")
    return Gated(pattern, Trace(rf"\d[ \u00a0]?(?:{shorts})\b"))
