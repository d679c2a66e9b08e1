"""Which numbers of a source have no counterpart in its translation, and the other way round.

Numbers are compared by value (`audit.lang.numbers.agree`), anywhere in the stretch: order differs
between languages. What is left over on both sides is paired as one number that changed. Numbers
that stand in the stretch before or behind count as moved, for translators join and part sentences.
Spelled-out numbers are never missed alone ("two" in "one or two" has no digits anywhere); they
count as changed where both sides have one left over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from audit.lang import data
from audit.lang.numbers import Kind, Quantity, Written, agree, quantities
from audit.lang.numbers.agreement import converts
from audit.lang.numbers.units import dimension
from audit.model.text import Aligned, Document


class Slip(StrEnum):
    """What happened to a number."""

    MISSING = "missing"
    ADDED = "added"
    CHANGED = "changed"
    SCALE = "scale"
    DATE = "date"
    CLOCK = "clock"
    UNIT = "unit"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Difference:
    """One number that is not what the source says; `sure` if hardly anything else explains it."""

    slip: Slip
    source: Quantity | None
    target: Quantity | None
    sure: bool = False


_DATES = (Kind.DAY, Kind.MONTH, Kind.YEAR)
_LONG = 4
"""Characters from which the same digits on both sides are no chance."""
_NEIGHBOUR_GAP = 8
"""Characters between two numbers of one date or list."""


def differences(document: Document, pair: Aligned) -> tuple[Difference, ...]:
    """How the numbers of `pair` differ from those of its source, in order of the source."""
    if not pair.text.strip() or pair.text.strip() == pair.source.strip():
        return ()
    near = [
        document.pairs[at]
        for at in (pair.number - 1, pair.number + 1)
        if 0 <= at < len(document.pairs)
    ]
    return _compare(
        (pair.source, pair.source_lang, tuple(other.source for other in near)),
        (pair.text, pair.lang, tuple(document.cut(other.span) for other in near)),
    )


Side = tuple[str, str, tuple[str, ...]]
"""A text, its language, and the texts beside it."""


@lru_cache(maxsize=2048)
def _compare(source: Side, target: Side) -> tuple[Difference, ...]:
    """Compare both sides; kept, because each rule on numbers asks for the same pair in turn."""
    ours, theirs = quantities(*target[:2]), quantities(*source[:2])
    beside_ours = [q for text in target[2] for q in quantities(text, target[1])]
    beside_theirs = [q for text in source[2] for q in quantities(text, source[1])]
    lost = [
        q
        for q in theirs
        if _claims(q)
        and not _told(q, ours, beside_ours)
        and not (_weekday_instead(q, target) or _copied(q, source, target))
    ]
    new = [
        q
        for q in ours
        if _claims(q) and not _told(q, theirs, beside_theirs) and not _copied(q, target, source)
    ]
    found = list(_changed(lost, new))
    found += _one_of_several(new, theirs, ours, found)
    used = {id(d.source) for d in found} | {id(d.target) for d in found}
    used |= {id(q) for q in lost if any(_exchanged(q, other) for other in ours)}
    used |= {id(q) for q in new if any(_exchanged(q, other) for other in theirs)}
    found += (Difference(Slip.MISSING, q, None) for q in _merged(lost, used) if _is_missed(q))
    found += (Difference(Slip.ADDED, None, q) for q in _merged(new, used) if _is_news(q, target[1]))
    found += _units(theirs, ours)
    return tuple(found)


def _claims(quantity: Quantity) -> bool:
    """Whether a number asks for a counterpart."""
    if quantity.written is Written.WORDS:
        return quantity.kind is Kind.NUMBER and quantity.value >= 2
    return quantity.written is Written.DIGITS


def _is_missed(quantity: Quantity) -> bool:
    """Whether a number that stands on one side alone is worth a word."""
    return (
        quantity.written is Written.DIGITS
        and not quantity.named
        and quantity.kind is not Kind.PHONE
        and (quantity.value > 1 or quantity.kind in (Kind.CLOCK, Kind.MONTH, Kind.DAY))
    )


def _is_news(quantity: Quantity, lang: str) -> bool:
    """Whether a number that the source lacks is worth a word.

    Translators fill in dates, and East Asian languages count persons where others say "they".
    """
    if quantity.value < 10 and not data(lang).has_case:
        return False
    return _is_missed(quantity) and quantity.kind not in _DATES


def _told(quantity: Quantity, *others: Iterable[Quantity]) -> bool:
    """Whether the other side has the number, or all parts it may be said by."""
    rest = [other for row in others for other in row]
    if any(agree(quantity, other) for other in rest):
        return True
    if quantity.parts and all(any(_has(other, p) for other in rest) for p in quantity.parts):
        return True
    if quantity.parts and any(set(quantity.parts) == set(other.parts) for other in rest):
        return True
    return any(
        _has(quantity, part)
        for other in rest
        for part in other.parts
        if quantity.kind is not Kind.CLOCK
    )


def _weekday_instead(quantity: Quantity, target: Side) -> bool:
    """Whether a day of the month may have become a day of the week, as news agencies write it."""
    if quantity.kind is not Kind.DAY:
        return False
    words = re.findall(r"\w+", target[0].lower())
    return not data(target[1]).weekday_words.isdisjoint(words)


def _copied(quantity: Quantity, own: Side, other: Side) -> bool:
    """Whether the words of a number stand on the other side as they are: part of a foreign name."""
    words = own[0][quantity.start : quantity.end]
    if len(words) < _LONG and not any(char.isalpha() for char in words):
        return False
    return re.search(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", other[0]) is not None


def _has(quantity: Quantity, value: Fraction) -> bool:
    return quantity.kind is not Kind.CLOCK and value in quantity.values


def _changed(lost: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[Difference]:
    """Pair what is left over on both sides, the likeliest pair first."""
    only = len(lost) == len(new) == 1
    pairs = sorted(
        (
            (-_likeness(a, b), abs(i - j), i, j)
            for i, a in enumerate(lost)
            for j, b in enumerate(new)
            if _comparable(a, b)
        ),
    )
    left, right = set(range(len(lost))), set(range(len(new)))
    for likeness, _, i, j in pairs:
        if i in left and j in right and (-likeness >= 2 or only or len(lost) == len(new)):
            left.remove(i)
            right.remove(j)
            yield _difference(lost[i], new[j])


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether one number may have become the other."""
    if (one.kind is Kind.MONTH) != (other.kind is Kind.MONTH):
        return False
    if one.written is not other.written and 1 in (one.value, other.value):
        return False
    if (one.kind is Kind.CLOCK) != (other.kind is Kind.CLOCK):
        return False
    if one.named is not other.named:
        return False
    measures = {dimension(q.unit) for q in (one, other) if q.unit}
    return len(measures) < 2 and not _exchanged(one, other)


def _exchanged(one: Quantity, other: Quantity) -> bool:
    """Whether two sums are of two currencies: what one is in the other depends on the day."""
    money = dimension(one.unit) == dimension(other.unit) == "currency"
    return money and one.unit != other.unit


def _likeness(one: Quantity, other: Quantity) -> int:
    """How much speaks for one number having become the other."""
    alike = 2 * (one.kind is other.kind) + 2 * bool(one.unit and one.unit == other.unit)
    alike += one.written is other.written
    if scale_between(one, other):
        alike += 3
    a, b = str(one.value), str(other.value)
    if sorted(a) == sorted(b) or (
        len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    ):
        alike += 2
    return alike


def scale_between(one: Quantity, other: Quantity) -> int:
    """The power of ten by which `other` is too large or too small; 1 if none is."""
    if not one.value or not other.value or one.kind in _DATES or other.kind in _DATES:
        return 0
    ratio = max(one.value / other.value, other.value / one.value)
    power = 10
    while power < ratio:
        power *= 10
    return power if ratio == power else 0


def _difference(source: Quantity, target: Quantity) -> Difference:
    """Name the slip between two numbers."""
    digits = source.written is Written.DIGITS and target.written is Written.DIGITS
    if Kind.CLOCK in (source.kind, target.kind):
        return Difference(Slip.CLOCK, source, target, digits)
    if Kind.MONTH in (source.kind, target.kind) or Kind.DAY in (source.kind, target.kind):
        return Difference(Slip.DATE, source, target, digits)
    if scale_between(source, target):
        return Difference(Slip.SCALE, source, target, digits)
    if source.kind is Kind.YEAR and target.kind is Kind.YEAR:
        return Difference(Slip.DATE, source, target, digits)
    return Difference(Slip.CHANGED, source, target, digits)


def _one_of_several(
    new: Sequence[Quantity],
    theirs: Sequence[Quantity],
    ours: Sequence[Quantity],
    found: Sequence[Difference],
) -> list[Difference]:
    """Numbers that stand for one of several equal numbers of the source."""
    done = {id(difference.target) for difference in found}
    changed = []
    for quantity in new:
        if id(quantity) in done:
            continue
        short = next(
            (
                q
                for q in theirs
                if _claims(q)
                and q.kind is quantity.kind
                and _comparable(q, quantity)
                and sum(agree(q, other) for other in theirs)
                > sum(agree(q, other) for other in ours)
            ),
            None,
        )
        if short:
            changed.append(_difference(short, quantity))
    return changed


def _merged(open_: Sequence[Quantity], used: set[int]) -> Iterator[Quantity]:
    """What is left of `open_`, one for numbers that stand close together: a date is one loss."""
    last = None
    for quantity in open_:
        if id(quantity) in used:
            continue
        if last is None or quantity.start - last.end > _NEIGHBOUR_GAP:
            yield quantity
        last = quantity


def _units(theirs: Sequence[Quantity], ours: Sequence[Quantity]) -> Iterator[Difference]:
    """Numbers that kept their value and changed what they count."""
    for quantity in theirs:
        same = [q for q in ours if agree(quantity, q)]
        if quantity.written is not Written.DIGITS or not same or not quantity.unit:
            continue
        if any(q.unit == quantity.unit or converts(quantity, q) for q in same):
            continue
        if quantity.unit == "percent":
            shares = any(q.unit in ("percent", "points") for q in ours)
            bare = len(same) == 1 and not same[0].unit and same[0].written is Written.DIGITS
            if bare and not shares and quantity.value in same[0].values:
                yield Difference(Slip.PERCENT, quantity, same[0])
            continue
        measure = dimension(quantity.unit)
        others = [q for q in same if measure and dimension(q.unit) == measure]
        if len(same) == len(others) == 1:
            yield Difference(Slip.UNIT, quantity, others[0])
