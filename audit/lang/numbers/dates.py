"""Dates: in digits, with month names, of East Asian form, and by era."""

import re
from fractions import Fraction
from functools import cache

from audit.lang.numbers import han
from audit.lang.numbers.draft import Draft, Reading, alternatives
from audit.lang.numbers.quantity import Kind, Written
from audit.lang.numbers.vocabulary import vocabulary

_DAY_FIRST = re.compile(
    r"(?<![\d/-])(?<!\d[.,])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)"
    r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)(?![\d/-])(?![.,]\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d/-])(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)"
    r"(?P<day>\d{1,2})(?!\d)"
)
_ERA = re.compile(rf"(?P<era>{'|'.join(han.ERAS)})(?P<year>元|\d{{1,3}}|[一二三四五六七八九十]+)年")
_YEAR = re.compile(r"(?<![\d.,])(?P<year>[12]\d{3}|[一二][〇零○一二三四五六七八九]{3})[年년]")
_MONTH = re.compile(r"(?<![\d.,])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})(?:月|월)(?!間|间)")
_DAY = re.compile(
    r"(?<![\d.,第])(?P<day>\d{1,2}|[一二三四五六七八九十廿]{1,3})(?:[日號号](?!間|间|本|元|圆|圓)|일(?!간))"
)
_SEASON = re.compile(r"(?<![\d/.,-])(?P<from>(?:1[89]|20)\d\d)[/–-](?P<to>\d\d)(?![\d/.,-])")

_GAP = 6
"""Characters between a month and its day: " of ", " de ", "-го "."""


def numeric_dates(reading: Reading) -> None:
    """Read dates in digits: day, month and year are a number each."""
    for found in reading.open_matches(_DAY_FIRST):
        a, b = int(found["a"]), int(found["b"])
        pairs = [(d, m) for d, m in ((a, b), (b, a)) if 1 <= d <= 31 and 1 <= m <= 12]
        if not pairs:
            continue
        days = tuple(Fraction(d) for d, _ in pairs)
        months = tuple(Fraction(m) for _, m in pairs)
        first_is_day = pairs[0] == (a, b)
        reading.add(
            Draft(*found.span("a" if first_is_day else "b"), days, Kind.DAY),
            Draft(*found.span("b" if first_is_day else "a"), months, Kind.MONTH),
            Draft(*found.span("year"), _years(int(found["year"])), Kind.YEAR),
        )
        reading.take(*found.span())
    for found in reading.open_matches(_YEAR_FIRST):
        day, month = int(found["day"]), int(found["month"])
        if 1 <= day <= 31 and 1 <= month <= 12:
            reading.add(
                Draft(*found.span("year"), _years(int(found["year"])), Kind.YEAR),
                Draft(*found.span("month"), (Fraction(month),), Kind.MONTH),
                Draft(*found.span("day"), (Fraction(day),), Kind.DAY),
            )
            reading.take(*found.span())
    for found in reading.open_matches(_SEASON):
        first = int(found["from"])
        century = first // 100 * 100
        years = (Fraction(century + int(found["to"])), Fraction(int(found["to"])))
        if years[0] > first:
            reading.add(
                Draft(*found.span("from"), (Fraction(first),), Kind.YEAR),
                Draft(*found.span("to"), years, Kind.YEAR),
            )


def east_asian_dates(reading: Reading) -> None:
    """Read 2023年5月3日, 令和5年, 5월 3일."""
    for found in reading.open_matches(_ERA):
        number = Fraction(1) if found["year"] == "元" else han.value(found["year"])
        if number:
            values = (han.ERAS[found["era"]] + number - 1, number)
            reading.add(Draft(*found.span(), values, Kind.YEAR))
    for name, kind, pattern in (
        ("year", Kind.YEAR, _YEAR),
        ("month", Kind.MONTH, _MONTH),
        ("day", Kind.DAY, _DAY),
    ):
        for found in reading.open_matches(pattern):
            value = han.value(found[name])
            if value and (kind is Kind.YEAR or value <= 31):
                written = Written.DIGITS if found[name][0].isdigit() else Written.WORDS
                if (
                    kind is Kind.DAY
                    and value == 1
                    and reading.taken[found.start() - 1 : found.start()] != b"\1"
                ):
                    written = Written.HINT
                reading.add(Draft(found.start(), found.end(), (value,), kind, written=written))


def month_names(reading: Reading) -> None:
    """Read the names of months, and make days of the numbers beside them."""
    pattern = _names(reading.known.lang)
    if not pattern:
        return
    before = {draft.end: draft for draft in reading.found}
    behind = {draft.start: draft for draft in reading.found}
    for found in pattern.finditer(reading.text):
        start, end = found.span()
        if not reading.free(start, end) or not _is_name(reading, start):
            continue
        month = Draft(
            *(start, end, (reading.known.months[found[0]],), Kind.MONTH),
            written=Written.HINT,
        )
        reading.add(month)
        day = _before(reading, before, start) or _behind(reading, behind, end)
        if day:
            day.kind, day.unit, month.written = Kind.DAY, "", Written.DIGITS
            end = max(end, day.end)
        if (year := _behind(reading, behind, end, years=True)) is not None:
            year.kind, year.unit, month.written = Kind.YEAR, "", Written.DIGITS


def _is_name(reading: Reading, start: int) -> bool:
    """English months have a capital: "may" and "march" are verbs."""
    return reading.known.lang != "en" or reading.raw[start].isupper()


def _before(reading: Reading, ends: dict[int, Draft], start: int) -> Draft | None:
    """A day that stands before a month: "5 марта", "5 de marzo", "the 5th of March"."""
    for at in range(start - 1, max(-1, start - _GAP), -1):
        if (draft := ends.get(at)) is not None:
            return draft if _may_be_day(draft) else None
        if reading.text[at] in ",;:()":
            return None
    return None


def _behind(
    reading: Reading, starts: dict[int, Draft], end: int, years: bool = False
) -> Draft | None:
    """A day that stands behind a month: "March 5", or a year."""
    for at in range(end, end + 5):
        if (draft := starts.get(at)) is not None:
            good = 1500 <= draft.values[0] <= 2100 if years else _may_be_day(draft)
            return draft if good else None
        if at >= len(reading.text) or reading.text[at] not in " .,de":
            return None
    return None


def _may_be_day(draft: Draft) -> bool:
    value = draft.values[0]
    return (
        draft.kind in (Kind.NUMBER, Kind.ORDINAL)
        and value.denominator == 1
        and 1 <= value <= 31
        and not draft.named
        and draft.factor == 1
        and draft.unit in ("", "hour", "day")
        and (draft.written is Written.DIGITS or draft.kind is Kind.ORDINAL)
    )


@cache
def _names(lang: str) -> re.Pattern[str] | None:
    known = vocabulary(lang)
    if not known.months or known.unspaced:
        return None
    return re.compile(rf"(?<!\w)(?:{alternatives(known.months)})")


def _years(year: int) -> tuple[Fraction, ...]:
    """The readings of a year in a date; two digits are of this century or the last."""
    if year >= 100:
        return (Fraction(year),)
    return tuple(Fraction(each) for each in (2000 + year, 1900 + year, year))
