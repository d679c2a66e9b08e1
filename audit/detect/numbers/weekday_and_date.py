"""NUM008 weekday-and-date: a weekday on which the date beside it does not fall."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.lang import data
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_EARLIEST = 1924
"""Year from which all countries with these languages count by the Gregorian calendar."""

_NEAR = timedelta(days=200)
"""How far a date without a year may lie from the date of the document."""


@document_rule(
    id="NUM008",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{text}”: this date was a {weekday}",
    why="Weekday and date contradict each other, so one of them is wrong.",
    examples=(
        Bad("It opened on ⟦Monday, June 6, 2023⟧."),
        Bad("It opened on ⟦Monday, 6 June 2023⟧ in Kyiv."),
        Bad("Es begann am ⟦Montag, 6. Juni 2023⟧.", lang="de"),
        Bad("Це сталося в ⟦понеділок, 6 червня 2023⟧ року.", lang="uk"),
        Good("It opened on Tuesday, June 6, 2023, and on Monday, June 5."),
        Good("He was born on Monday, June 6, 1066, they say."),
        Good("Es begann am Dienstag, 6. Juni 2023.", lang="de"),
        Good("By Monday, June 31, 2023 will be forgotten."),
        Good("会议于 6 6月 2023 举行。", lang="zh"),
    ),
)
def weekday_and_date(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report weekdays that contradict the date behind them, where its year is known."""
    pattern = _pattern(document.lang)
    if pattern is None:
        return
    known = data(document.lang)
    places = _weekdays(document.lang).finditer(document.text)
    for found in filter(None, (pattern.match(document.text, at.start()) for at in places)):
        day = int(found["day"] or found["day2"])
        named = (found["month"] or found["month2"]).lower()
        month = next(n for n, words in enumerate(known.months, 1) if _holds(words, named))
        claimed = {
            n for n, words in enumerate(known.weekdays) if _holds(words, found["weekday"].lower())
        }
        when = _date(day, month, found["year"] or found["year2"], document.date)
        if when is None or when.weekday() in claimed:
            continue
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]), ("weekday", _WEEKDAYS[when.weekday()])),
            confidence=0.85,
        )


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _holds(words: frozenset[str], word: str) -> bool:
    return any(word == each.lower() for each in words)


def _date(day: int, month: int, year: str | None, published: str | None) -> date | None:
    """The date meant; without a year, the one nearest to the day of publication."""
    try:
        if year:
            return date(int(year), month, day) if int(year) >= _EARLIEST else None
        if not published:
            return None
        on = date.fromisoformat(published[:10])
        near = [date(on.year + shift, month, day) for shift in (-1, 0, 1)]
    except ValueError:
        return None
    best = min(near, key=lambda each: abs(each - on))
    return best if abs(best - on) <= _NEAR else None


def _long_weekdays(lang: str) -> frozenset[str]:
    """The words for weekdays that are no abbreviations; Chinese and its like have none so long."""
    return frozenset(word for word in data(lang).weekday_words if len(word) > 3)


@cache
def _weekdays(lang: str) -> Gated:
    """Any weekday; a first look, for few of them have a date behind them."""
    words = _long_weekdays(lang)
    both = words | {word.capitalize() for word in words}
    pattern = "|".join(sorted(map(re.escape, both), key=lambda w: (-len(w), w)))
    return Gated(re.compile(pattern), Gate(*sorted(both)))


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    """A weekday, then day and month in either order, then perhaps a year."""
    known = data(lang)
    if len(known.months) != 12 or len(known.weekdays) != 7 or not _long_weekdays(lang):
        return None
    months = "|".join(sorted(map(re.escape, known.month_words), key=len, reverse=True))
    weekdays = "|".join(sorted(map(re.escape, _long_weekdays(lang)), key=len, reverse=True))
    day, year = r"(?P<day{0}>[0-3]?\d)", r"(?:,? (?:de |del )?(?P<year{0}>(?:19|20)\d\d))?(?!\d)"
    return re.compile(
        rf"\b(?P<weekday>{weekdays}),? (?:the |el |le |den )?"
        rf"(?:{day.format('')}(?:st|nd|rd|th|\.)? (?:of |de )?"
        rf"(?P<month>{months})\b\.?{year.format('')}"
        rf"|(?P<month2>{months})\.? {day.format('2')}(?:st|nd|rd|th)?{year.format('2')})",
        re.IGNORECASE,
    )
