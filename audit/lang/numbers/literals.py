"""Numbers in digits, and what their separators may mean."""

import re
from collections.abc import Iterator
from fractions import Fraction

LITERAL = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*")
"""Digits with separators between them, in folded text."""

LONGEST = 40
"""Characters; a longer run of digits is no number that anybody reads."""

VULGAR = {
    char: Fraction(value)
    for char, value in {
        "½": "1/2",
        "⅓": "1/3",
        "⅔": "2/3",
        "¼": "1/4",
        "¾": "3/4",
        "⅕": "1/5",
        "⅖": "2/5",
        "⅗": "3/5",
        "⅘": "4/5",
        "⅙": "1/6",
        "⅛": "1/8",
        "⅜": "3/8",
        "⅝": "5/8",
        "⅞": "7/8",
    }.items()
}
"""Fractions that are one character."""


def readings(literal: str, decimal: str = "") -> tuple[Fraction, ...]:
    """The values that `literal` may stand for, the likeliest first; none if it is no number.

    A comma or point before three digits divides thousands or decimals: both are given, that of
    `decimal`, the mark of the language, first. Groups of two digits before the last three are the
    Indian lakh and crore.
    """
    if len(literal) > LONGEST:
        return ()
    literal = literal.replace(" ", "")
    digits, marks = re.split("[.,']", literal), re.findall("[.,']", literal)
    if not marks:
        return (Fraction(int(literal)),)
    if len(marks) == 1:
        return tuple(_one_mark(digits[0], marks[0], digits[1], decimal))
    *groups, last = digits
    if len(set(marks)) == 1:
        return (Fraction(int("".join(digits))),) if _grouped(digits, marks[0]) else ()
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and _grouped(groups, marks[0]):
        return (Fraction(f"{''.join(groups)}.{last}"),)
    return ()


def pieces(literal: str) -> tuple[Fraction, ...]:
    """The numbers that `literal` may be instead: day and month of "12.02", the items of a list."""
    found = re.findall(r"\d+", literal)
    marked = re.fullmatch(r"\d{1,2}[.](?:\d\d|[1-9])", literal)
    if len(found) < 2 or not (marked or " " in literal or not readings(literal)):
        return ()
    return tuple(Fraction(int(run)) for run in found if len(run) <= LONGEST)


def _one_mark(whole: str, mark: str, rest: str, decimal: str) -> Iterator[Fraction]:
    """Both readings of a number with one mark in it."""
    grouped = len(rest) == 3 and 0 < len(whole) <= 3 and whole[0] != "0"
    thousands = Fraction(int(whole + rest)) if grouped else None
    part = Fraction(f"{whole}.{rest}") if mark != "'" else None
    order = (part, thousands) if mark == decimal else (thousands, part)
    yield from (value for value in order if value is not None)


def _grouped(groups: list[str], mark: str) -> bool:
    """Whether `groups` are thousands, or lakhs and crores over thousands."""
    first, *middle, last = groups
    if len(last) != 3 or not 0 < len(first) <= 3 or first[0] == "0":
        return False
    lakhs = mark == "," and len(first) <= 2 and all(len(g) == 2 for g in middle)
    return lakhs or all(len(g) == 3 for g in middle)
