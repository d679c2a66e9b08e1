"""Whether two numbers of two languages may be the same."""

from fractions import Fraction

from audit.lang.numbers.quantity import Kind, Quantity
from audit.lang.numbers.units import dimension, in_base

HALF_DAY = 720
"""Minutes; a clock of twelve hours leaves out which half is meant."""

ROUNDED_UNITS = 0.06
"""Relative difference that conversion between units leaves: 24 km are "15 miles"."""

_DIGITS_LEFT = 2
"""Significant digits that a rounded number has fewer than the exact one."""


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether some reading of `one` is some reading of `other`.

    Conversion of units, rounding, clocks of twelve hours, years of two digits and parts of one
    hundred (50 % and a half) count as agreement.
    """
    clocks = (one.kind is Kind.CLOCK) + (other.kind is Kind.CLOCK)
    if clocks == 2:
        return any((a - b) % HALF_DAY == 0 for a in one.values for b in other.values)
    if clocks == 1:
        clock, number = (one, other) if one.kind is Kind.CLOCK else (other, one)
        return any(_says_hour(c, n) for c in clock.values for n in number.values)
    if set(one.values) & set(other.values):
        return True
    return (
        converts(one, other)
        or _same_share(one, other)
        or _same_share(other, one)
        or _short_year(one, other)
        or _short_year(other, one)
        or _in_century(one, other)
        or _in_century(other, one)
        or _rounds(one, other)
        or _rounds(other, one)
    )


def converts(one: Quantity, other: Quantity) -> bool:
    """Whether `other` is `one` in another unit, about."""
    if one.unit == other.unit or not dimension(one.unit):
        return False
    if dimension(one.unit) != dimension(other.unit):
        return False
    if dimension(one.unit) == "currency":
        return False
    warmth = dimension(one.unit) == "temperature"
    return any(
        abs(left - right) <= (1.0 if warmth else max(abs(left), abs(right)) * ROUNDED_UNITS)
        for a in one.values
        for b in other.values
        for left in in_base(float(a), one.unit)
        for right in in_base(float(b), other.unit)
    )


def _says_hour(clock: Fraction, number: Fraction) -> bool:
    """Whether `number` is the hour of `clock`, or hour and minutes in one ("1500 GMT")."""
    hour, minute = divmod(clock, 60)
    if number == hour * 100 + minute:
        return True
    hours = (hour, (hour + 12) % 24, hour % 12 or 12)
    return any(number in (h, h + minute / 100) for h in hours)


def _same_share(one: Quantity, other: Quantity) -> bool:
    """Whether `one` in percent is the share or multiple `other`."""
    if one.unit != "percent" or other.unit:
        return False
    return any(a / 100 in (b, b - 1) for a in one.values for b in other.values)


def _short_year(one: Quantity, other: Quantity) -> bool:
    """Whether `one` is the last two digits of the year or the decade `other`."""
    return any(
        10 <= a < 100 and 1800 <= b < 2100 and b % 100 == a and a.denominator == 1
        for a in one.values
        for b in other.values
    )


def _in_century(one: Quantity, other: Quantity) -> bool:
    """Whether `other` is a year of the century `one`: the 1850s are of the 19th."""
    if one.unit != "century" or other.unit not in ("", "year"):
        return False
    return any(b >= 100 and (a - 1) * 100 <= b < a * 100 for a in one.values for b in other.values)


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether `other` is `one`, rounded to fewer digits."""
    if one.kind in (Kind.DAY, Kind.MONTH, Kind.PHONE) or one.unit != other.unit:
        return False
    if one.kind is other.kind is Kind.YEAR:
        return False
    return any(_rounded(a, b) for a in one.values for b in other.values)


def _rounded(exact: Fraction, rough: Fraction) -> bool:
    if rough < 10 or _significant(exact) - _significant(rough) < _DIGITS_LEFT:
        return False
    place = Fraction(1)
    while rough % (place * 10) == 0:
        place *= 10
    return abs(exact - rough) < min(place, rough * Fraction(1, 20))


def _significant(value: Fraction) -> int:
    """Digits of `value` without leading and trailing zeros."""
    if not value:
        return 0
    digits = f"{float(value):.12e}".partition("e")[0].replace(".", "")
    return len(digits.rstrip("0").lstrip("-"))
