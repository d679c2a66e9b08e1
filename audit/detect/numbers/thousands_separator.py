"""NUM004 thousands-separator: groups of digits divided by the mark of another language."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.numbers.lexicon import Notation, notation
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_ZEROS = re.compile(r"[,.]\d?00$")
"""A number of three decimal places hardly ends in noughts."""


@document_rule(
    id="NUM004",
    since="0.1",
    mqm=MQM.NUMBER_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” divides its thousands as another language does",
    why="A comma is a decimal mark in most of Europe and a blank divides numbers in English, so"
    " readers may take the number for another.",
    languages=frozenset(("en", "de", "fr", "cs", "sk", "pl", "uk", "ru", "hr", "it", "nl", "pt")),
    references=("Unicode CLDR 46, number symbols",),
    examples=(
        Bad("The plan costs ⟦175 000⟧ euros.", fixed="The plan costs 175,000 euros."),
        Bad("Es waren ⟦175,000⟧ Menschen.", lang="de", fixed="Es waren 175.000 Menschen."),
        Bad("Було ⟦1,234,567⟧ людей.", lang="uk", fixed="Було 1\u00a0234\u00a0567 людей."),
        Good("Call +38 044 123 456 or 800 555 35 35, room 12 345."),
        Good("In 2019 300 people came, and on page 12 100 names stand."),
        Good("Es waren 1,234 Kilometer und 175.000 Menschen.", lang="de"),
        Good("Їх було 175 000 і 1,25 відсотка.", lang="uk"),
    ),
)
def thousands_separator(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers in groups of three that this language divides by another mark."""
    habits = notation(document.lang)
    for found in _pattern(document.lang).finditer(document.text):
        number = found["number"]
        several = len(re.findall(r"[, .\u00a0]", number)) > 1
        if habits.decimal == "," and not (several or _ZEROS.search(number)):
            continue
        yield Hit(
            document=document.id,
            at=Span(*found.span("number")),
            values=(("text", number),),
            fixes=(_fix(number, habits),),
            confidence=0.92,
        )


def _fix(number: str, habits: Notation) -> Fix:
    """The same digits with the first mark of this language."""
    mark = "\u00a0" if habits.group[0] == " " else habits.group[0]
    right = re.sub(r"[, \u00a0.]", mark, number)
    return Fix(right, Applicability.UNSAFE, "the mark of this language")


@cache
def _pattern(lang: str) -> Gated:
    """Groups of three digits; in English with a noun behind, for telephone numbers have none."""
    if notation(lang).decimal == ".":
        nouns = (
            "people|euros|dollars|rubles|hryvnias|yuan|yen|pounds|soldiers|residents|tons|tonnes"
        )
        behind = rf"(?= (?:{nouns}|square|cubic|meters|metres|km|hectares|[a-z]+s)\b|€|%| ?\$)"
        pattern = re.compile(
            rf"(?:(?<=[\w,)] )|(?<=[$€£(])|^)(?<!\d )(?<!page )(?<!room )(?<!No\. )"
            rf"(?P<number>[1-9]\d{{0,2}}(?:[ \u00a0]\d{{3}})+){behind}",
            re.MULTILINE,
        )
        return Gated(pattern, Trace(rf"\d[ \u00a0]\d{{3}}{behind}"))
    pattern = re.compile(r"(?<![\w.,:/+-])(?P<number>[1-9]\d{0,2}(?:,\d{3})+)(?![\w/]|[.,:-]\d)")
    return Gated(pattern, Trace(r"\d,\d{3}"))
