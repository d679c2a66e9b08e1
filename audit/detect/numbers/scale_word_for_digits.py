"""NUM001 scale-word-for-digits: "175 thousand" where this language writes all digits."""

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
    id="NUM001",
    since="0.1",
    mqm=MQM.NUMBER_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is not how English writes this number",
    why="Russian and Chinese put scale words behind digits; English writes thousands in digits and"
    " has no word for ten thousand or a hundred million.",
    languages=frozenset({"en"}),
    references=("The Associated Press Stylebook, “numerals”",),
    examples=(
        Bad("Some ⟦175 thousand⟧ people came.", fixed="Some 175,000 people came."),
        Bad("It cost $⟦2.5 thousand⟧ a year.", fixed="It cost $2,500 a year."),
        Bad("The city has ⟦3.2 hundred million⟧ trees."),
        Good("A thousand people and two thousand dogs came."),
        Good("It sold 175 million copies over 1 thousand-year reigns."),
        Good("The film is called 10 Thousand Lakes."),
    ),
)
def scale_word_for_digits(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report digits with a scale word that does not follow digits in this language."""
    text = document.text
    scales = notation(document.lang).scales
    if not any(scale in text for scale in scales):
        return
    for found in _pattern(document.lang).finditer(text):
        value = float(found["number"].replace(",", "")) * scales[found["scale"]]
        fixes: tuple[Fix, ...] = ()
        if value == int(value) and value < 1_000_000:
            fixes = (Fix(f"{int(value):,}", Applicability.SAFE, "the number in digits"),)
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]),),
            fixes=fixes,
            confidence=0.92,
        )


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """A number and a scale word."""
    habits = notation(lang)
    scales = habits.alternatives(tuple(habits.scales))
    return re.compile(
        rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})*(?:\.\d{{1,2}})?)"
        rf"[ \u00a0](?P<scale>{scales})\b(?!-)"
    )
