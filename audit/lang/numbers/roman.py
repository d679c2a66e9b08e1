"""Roman numerals, of kings and centuries: hints, for the letters are letters, too."""

import re
from fractions import Fraction

from audit.lang.numbers.draft import Draft, Reading
from audit.lang.numbers.quantity import Kind, Written

_TOKEN = re.compile(
    r"(?<!\w)[IVXLCDMІХМС]{1,9}(?=(?:e|er|è|ème|th|st|nd|rd|-?[а-яії]{1,3})?(?!\w))"
)
_VALID = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LATIN = str.maketrans("ІХМС", "IXMC")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(numeral: str) -> int | None:
    """The value of a Roman numeral in capitals; None for other letters."""
    if not numeral or not _VALID.fullmatch(numeral):
        return None
    values = [_VALUES[letter] for letter in numeral]
    after = [*values[1:], 0]
    return sum(-v if v < following else v for v, following in zip(values, after, strict=True))


def numerals(reading: Reading) -> None:
    """Read Roman numerals in the letters of either script."""
    for found in _TOKEN.finditer(reading.raw):
        number = value(found[0].translate(_LATIN))
        if number and reading.free(*found.span()):
            values = (Fraction(number), Fraction((number - 1) * 100))
            reading.add(Draft(*found.span(), values, Kind.ORDINAL, written=Written.HINT))
