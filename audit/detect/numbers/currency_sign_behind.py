"""NUM006 currency-sign-behind: "100 $" where the sign stands before the number."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.numbers.lexicon import notation
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


@document_rule(
    id="NUM006",
    since="0.1",
    mqm=MQM.CURRENCY_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="the sign stands behind the number in “{text}”",
    why="English puts the sign of a currency before the number, without a blank.",
    languages=frozenset({"en"}),
    references=("Unicode CLDR 46, currency patterns, en and en-GB",),
    examples=(
        Bad("It cost ⟦100 $⟧ or ⟦90€⟧.", fixed="It cost $100 or €90."),
        Bad("They paid ⟦1,500 £⟧ for it.", fixed="They paid £1,500 for it."),
        Good("It cost $100 or €90, some 100 $5 notes."),
        Good("He paid C$100 and 5 A$ coins"),
        Good("Es kostete 100 $.", lang="de"),
    ),
)
def currency_sign_behind(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers with the sign of a currency behind them."""
    signs = notation(document.lang).prefixed
    if not any(sign in document.text for sign in signs):
        return
    for found in _pattern(signs).finditer(document.text):
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]),),
            fixes=(Fix(f"{found['sign']}{found['number']}", Applicability.SAFE, "the sign first"),),
            confidence=0.95,
        )


@cache
def _pattern(signs: str) -> re.Pattern[str]:
    """A number that no sign precedes, and a sign that no number follows."""
    return re.compile(
        rf"(?<![\w.,{signs}-])(?<![{signs}] )(?P<number>\d+(?:[.,]\d+)*)[ \u00a0]?"
        rf"(?P<sign>[{signs}])(?![\w{signs}])(?! ?\d)"
    )
