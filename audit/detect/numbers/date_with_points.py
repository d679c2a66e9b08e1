"""NUM002 date-with-points: 12.02.2023 in a language that writes dates in words or with strokes."""

import re
from collections.abc import Iterator
from datetime import date

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate
from audit.detect.scripts.plain_words import words_only
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_DATE = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)"
)
_YEARS = Gate(".19", ".20")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


@document_rule(
    id="NUM002",
    since="0.1",
    mqm=MQM.DATE_FORMAT,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{text}” is a date of another language's form",
    why="English writes the month in words, or divides by strokes; points leave readers to guess"
    " which number is the month.",
    languages=frozenset({"en"}),
    references=("Unicode CLDR 46, dates, en and en-GB", "The Associated Press Stylebook, “dates”"),
    examples=(
        Bad("It opened on ⟦12.02.2023⟧ in Kyiv.", fixed="It opened on February 12, 2023 in Kyiv."),
        Bad("He left on ⟦1.10.1999⟧.", fixed="He left on October 1, 1999."),
        Good("Version 1.2.2023.4 and the file 12.02.2023-a"),
        Good("It opened on 12/02/2023 at 12.02."),
        Good("Er kam am 12.02.2023.", lang="de"),
    ),
)
def date_with_points(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report day, month and year divided by points."""
    if not _YEARS.lets(document.text):
        return
    for found in _DATE.finditer(words_only(document.text)):
        day, month, year = (int(found[part]) for part in ("day", "month", "year"))
        try:
            date(year, month, day)
        except ValueError:
            continue
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]),),
            fixes=(
                Fix(
                    f"{_MONTHS[month - 1]} {day}, {year}",
                    Applicability.UNSAFE,
                    "the day first, as where points are used",
                ),
            ),
            confidence=0.95,
        )
