"""NUM012 era-year: a year counted by Japanese era, without the year readers know."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_ERAS = {
    "Meiji": 1868,
    "Taisho": 1912,
    "Taishō": 1912,
    "Showa": 1926,
    "Shōwa": 1926,
    "Heisei": 1989,
    "Reiwa": 2019,
}
"""First years of the eras of modern Japan (Unicode CLDR 46, calendar data)."""

_YEAR = Gated(
    re.compile(rf"\b(?P<era>{'|'.join(_ERAS)}) (?P<year>[1-9]\d?)\b(?![\w,.]\d)"),
    Gate(*(f"{era} " for era in _ERAS)),
)
_KNOWN = re.compile(r"\b(?:18|19|20)\d\d\b")
_NEAR = 12
"""Characters around in which a year of the common era explains the other."""


@document_rule(
    id="NUM012",
    since="0.1",
    mqm=MQM.DATE_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{text}” is {year}",
    why="Readers abroad do not count by the eras of Japan.",
    languages=frozenset(("en", "de", "fr", "es")),
    examples=(
        Bad("The law of ⟦Heisei 30⟧ was changed.", fixed="The law of 2018 was changed."),
        Bad("He was born in ⟦Showa 45⟧.", fixed="He was born in 1970."),
        Good("He was born in Showa 45 (1970), in 1970 (Showa 45)."),
        Good("The Heisei era began in 1989; Showa 100 is a project."),
    ),
)
def era_year(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report years by era with no year of the common era beside them."""
    for found in _YEAR.finditer(document.text):
        around = document.text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        if _KNOWN.search(around):
            continue
        year = str(_ERAS[found["era"]] + int(found["year"]) - 1)
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]), ("year", year)),
            fixes=(Fix(year, Applicability.UNSAFE, "the year of the common era"),),
            confidence=0.85,
        )
