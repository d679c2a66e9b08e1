"""What is read out of a text: one `Quantity` for each number in it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """What a number tells."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    CLOCK = "clock"
    PHONE = "phone"


class Written(StrEnum):
    """How a number is written, and so how surely it is one."""

    DIGITS = "digits"
    """In digits, perhaps with a scale word: "5", "2.5 million", "3万"."""
    WORDS = "words"
    """Spelled out: "five", "пятью", "三十"."""
    HINT = "hint"
    """A word that may stand for a number ("both", "decade", "XIX") and may as well not."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `text[start:end]`, its unit included.

    `values` are all its readings, the likeliest first: "1.500" is 1500 and 1.5. Those of a clock
    time are minutes since midnight, those of a month 1..12. `unit` is an id of `units.toml`, a
    currency code, `percent`, `points`, or empty. `parts` is what it may be said by instead, number
    by number: "12.02" by 12 and 2. `named` says that the text is part of a name with letters
    ("F-16").
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    unit: str = ""
    written: Written = Written.DIGITS
    parts: tuple[Fraction, ...] = ()
    named: bool = False

    @property
    def value(self) -> Fraction:
        """The likeliest reading."""
        return self.values[0]
