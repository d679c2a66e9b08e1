"""NUM005 decimal-mark: a decimal comma in English, a decimal point where a comma belongs."""

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
    id="NUM005",
    since="0.1",
    mqm=MQM.NUMBER_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” has the decimal mark of another language",
    why="Comma and point change their parts between languages; the wrong one can make a number a"
    " thousand times larger.",
    languages=frozenset(("en", "de", "fr", "cs", "sk", "pl", "uk", "ru", "hr", "it", "nl", "pt")),
    references=("Unicode CLDR 46, number symbols",),
    examples=(
        Bad("Prices rose by ⟦3,5⟧ percent.", fixed="Prices rose by 3.5 percent."),
        Bad(
            "Die Preise stiegen um ⟦3.5⟧ Prozent.",
            lang="de",
            fixed="Die Preise stiegen um 3,5 Prozent.",
        ),
        Bad("Ціни зросли на ⟦3.5⟧%.", lang="uk", fixed="Ціни зросли на 3,5%."),
        Good("Prices rose by 3.5 percent in rooms 3,5 and 7."),
        Good("Um 20.15 Uhr stieg es um 3,5 Prozent in Version 3.5.", lang="de"),
        Good("Es waren 3.500 Euro.", lang="de"),
    ),
)
def decimal_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report quantities, told by the unit behind them, with the other decimal mark."""
    right = notation(document.lang).decimal
    for found in _pattern(document.lang).finditer(document.text):
        number = found["number"]
        yield Hit(
            document=document.id,
            at=Span(*found.span("number")),
            values=(("text", number),),
            fixes=(
                Fix(re.sub("[.,]", right, number), Applicability.SAFE, "the mark of this language"),
            ),
            confidence=0.92,
        )


@cache
def _pattern(lang: str) -> Gated:
    """A number with the other mark and one or two places, and a unit behind it."""
    habits = notation(lang)
    wrong = r"\." if habits.decimal == "," else ","
    words = habits.alternatives(tuple(unit for unit in habits.units if unit[-1].isalpha()))
    signs = habits.alternatives(tuple(unit for unit in habits.units if not unit[-1].isalpha()))
    unit = rf"[ \u00a0\u202f-]?(?:(?:{words})\b|(?:{signs}))"
    pattern = re.compile(rf"(?<![\w.,:/])(?P<number>\d{{1,3}}{wrong}\d{{1,2}}){unit}")
    return Gated(pattern, Trace(rf"\d{wrong}\d{{1,2}}{unit}"))
