"""The grammar of numerals: what the words of one number add up to.

Additive parts go down ("two hundred | five"), scale words multiply what is open ("two hundred |
thousand"). It is the same in all languages here but for a few habits that `Vocabulary` names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

from audit.lang.numbers.vocabulary import Vocabulary, vocabulary


class Sort(StrEnum):
    """What a word does in a number."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    SCALE = "scale"
    WEAK_SCALE = "weak scale"
    FRACTION = "fraction"
    JOINER = "joiner"
    HALF_MORE = "half more"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Part:
    """A word or phrase of a text that may be part of a number."""

    start: int
    end: int
    sort: Sort
    value: Fraction


@dataclass(slots=True)
class _Sum:
    """A number while it is read: closed thousands, the open group, and what was last."""

    known: Vocabulary
    inside: bool
    total: Fraction = Fraction(0)
    ceiling: Fraction | None = None
    group: Fraction | None = None
    last: Fraction = Fraction(0)
    joined: bool = False

    @property
    def value(self) -> Fraction:
        """What has been read so far."""
        return self.total + (self.group or 0)

    def join(self) -> bool:
        """Take an "and", if it may stand here."""
        units_first = self.known.solid and self.known.units_first
        least = 100 if units_first and not self.inside else self.known.joiner_from
        if not self.value or self.last < least or self.joined:
            return False
        self.joined = True
        return True

    def add(self, value: Fraction) -> bool:
        """Take a number word, if it goes on with the same number."""
        if self.group is None:
            if self.total and value >= self.last:
                return False
            self.group = value
        else:
            group = _added(self.group, self.last, value, self.known, self.joined)
            if group is None:
                return False
            self.group = group
        self.last, self.joined = value, False
        return True

    def multiply(self, scale: Fraction) -> bool:
        """Take a scale word, if it goes on with the same number."""
        if self.joined:
            return False
        if scale < 1000:
            if self.group is not None and self.group >= 100:
                return False
            self.group = (self.group or 1) * scale
        elif self.ceiling is None or scale < self.ceiling:
            if self.group is not None and self.group >= scale > 1000:
                return False
            self.total += (1 if self.group is None else self.group) * scale
            self.group, self.ceiling = None, scale
        elif self.group is None:
            self.total, self.ceiling = self.total * scale, scale
        else:
            return False
        self.last = scale
        return True


def numeral(
    parts: Sequence[Part], known: Vocabulary, inside: bool = False
) -> tuple[Fraction, int, bool]:
    """The longest number at the beginning of `parts`: value, parts taken, whether it is an ordinal.

    `inside` one word, "und" may stand behind a unit; between words it stands behind hundreds alone.
    """
    done = _Sum(known, inside)
    used, closed = 0, (Fraction(0), 0)
    for index, part in enumerate(parts):
        if part.sort is Sort.JOINER:
            if not done.join():
                break
            continue
        if part.sort in (Sort.CARDINAL, Sort.ORDINAL):
            if not done.add(part.value):
                break
        elif part.sort in (Sort.SCALE, Sort.WEAK_SCALE):
            open_group = done.group is not None and done.total
            if not done.multiply(part.value):
                # "two thousand | three million": the open group belongs to the next number.
                value, used = closed if open_group and part.value >= 1000 else (done.value, used)
                return value, used, False
        else:
            break
        used = index + 1
        if done.group is None:
            closed = (done.total, used)
        if part.sort is Sort.ORDINAL:
            return done.value, used, True
    return done.value, used, False


def _added(
    group: Fraction, last: Fraction, value: Fraction, known: Vocabulary, joined: bool
) -> Fraction | None:
    """`group` with `value` put behind it, or None where the two are two numbers."""
    if known.units_first and last == group % 100 < 10 and value < 100:
        if value == 10 or (joined and value >= 20 and value % 10 == 0):
            return group + value
        return None
    tens_from = 20 if Fraction(11) in _values(known.lang) else 10
    if last >= tens_from and value < _place(last):
        return group + value
    if known.year_pairs and 11 <= group <= 20 and 10 <= value < 100:
        return group * 100 + value
    return None


@cache
def _values(lang: str) -> frozenset[Fraction]:
    return frozenset(vocabulary(lang).cardinals.values())


def _place(value: Fraction) -> int:
    """The lowest place that `value` fills: 10 of 20, 100 of 300."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place
