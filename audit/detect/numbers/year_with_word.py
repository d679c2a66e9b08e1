"""NUM010 year-with-word: "in 2023 year", as Slavic and East Asian languages say it."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_YEAR = re.compile(
    r"\b(?:in|of|since|from|until|by|for|In|Since|By)(?: the)? "
    r"(?P<text>(?P<year>(?:1[5-9]|20)\d\d) year)\b"
    r"(?![ -](?:old|end|plan|book|round|anniversary|mark|history|period|budget))"
)


@document_rule(
    id="NUM010",
    since="0.1",
    mqm=MQM.DATE_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}”: the number alone is the year",
    why="Other languages put the word “year” behind the number; English leaves it out.",
    languages=frozenset({"en"}),
    examples=(
        Bad("He left in ⟦2019 year⟧.", fixed="He left in 2019."),
        Bad("The events of the ⟦1991 year⟧ are known.", fixed="The events of the 1991 are known."),
        Good("He left in the year 2019 for the 2020 year-end sale."),
        Good("They kept the records of 1000 years."),
    ),
)
def year_with_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report years with the word behind them."""
    if " year" not in document.text:
        return
    for found in _YEAR.finditer(document.text):
        yield Hit(
            document=document.id,
            at=Span(*found.span("text")),
            values=(("text", found["text"]),),
            fixes=(Fix(found["year"], Applicability.UNSAFE, "the number alone"),),
            confidence=0.92,
        )
