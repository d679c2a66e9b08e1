"""Numbers in digits with what belongs to them: sign of a currency, scale word, unit, ending."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from audit.lang.language import data as language_data
from audit.lang.numbers.draft import Draft, Reading, alternatives
from audit.lang.numbers.literals import LITERAL, VULGAR, pieces, readings
from audit.lang.numbers.quantity import Kind
from audit.lang.numbers.vocabulary import vocabulary

_VULGAR = re.compile(rf"(?:(?P<whole>\d{{1,6}}) ?)?(?P<part>[{''.join(VULGAR)}])")
_SLASH = re.compile(
    r"(?<![\d.,/])(?:(?P<whole>\d{1,3}) )?(?P<above>\d{1,3})/(?P<below>\d{1,4})(?![\d/])"
)
_METRES = re.compile(r"(?<![\d.,])(?P<m>[12]) ?m ?(?P<cm>\d\d)(?!\d)")
_NO_WHOLE = re.compile(r"(?<![\w.,'’%)\]])\.\d{1,3}(?![\d.,])")
_EAST_ASIA = "\u2e80"
_ROUNDS = (2, 4, 8, 16, 32)
"""Below the stroke of a round of a cup: 1/8 of the final is "the round of 16"."""
_SIGN_REACH = 4
"""Characters before a number in which the sign of a currency may stand."""


def fractions_in_digits(reading: Reading) -> None:
    """Read ½, 2½ and 1/2; what a stroke divides may be two numbers as well."""
    for found in reading.open_matches(_VULGAR):
        value = VULGAR[found["part"]] + int(found["whole"] or 0)
        draft = Draft(*found.span(), (value,), Kind.FRACTION)
        _scale_and_unit(reading, draft)
        reading.add(draft)
    for found in reading.open_matches(_SLASH):
        above, below = int(found["above"]), int(found["below"])
        if not below:
            continue
        whole = int(found["whole"] or 0)
        parts = tuple(Fraction(n) for n in (*([whole] if whole else []), above, below))
        values: tuple[Fraction, ...] = (whole + Fraction(above, below),)
        if not whole and above == 1 and below in _ROUNDS:
            values = (*values, Fraction(2 * below), Fraction(below))
        draft = Draft(*found.span(), values, Kind.FRACTION, parts=parts)
        _scale_and_unit(reading, draft)
        reading.add(draft)


def bare_numbers(reading: Reading) -> None:
    """Read all digits that are left."""
    for found in reading.open_matches(_METRES):
        reading.add(Draft(*found.span(), (Fraction(f"{found['m']}.{found['cm']}"),), unit="m"))
    for found in reading.open_matches(_NO_WHOLE):
        reading.add(Draft(*found.span(), (Fraction(f"0{found[0]}"), Fraction(found[0][1:]))))
    for found in reading.open_matches(LITERAL):
        start, end = found.span()
        if not reading.free(start, end):
            continue
        values = readings(found[0], reading.known.decimal)
        parts = pieces(found[0])
        if not values:
            for piece in re.finditer(r"\d+", found[0]) if parts else ():
                at = (start + piece.start(), start + piece.end())
                _number(reading, *at, readings(piece[0]), (), named=len(parts) > 2)
            continue
        _number(reading, start, end, values, parts)


def _number(
    reading: Reading,
    start: int,
    end: int,
    values: tuple[Fraction, ...],
    parts: tuple[Fraction, ...],
    *,
    named: bool = False,
) -> None:
    """Keep one number with its sign, scale, unit or ending."""
    if not values:
        return
    draft = Draft(start, end, values, parts=parts)
    draft.named = named or _letter_before(reading, start)
    currency = _sign_before(reading, draft)
    part_of_name = draft.named and reading.text[end : end + 1].isalnum()
    if not part_of_name and not _ending(reading, draft):
        _scale_and_unit(reading, draft)
        if currency and draft.unit == "m":
            draft.values = draft.values[:1]
    draft.unit = currency or draft.unit
    if draft.unit == "year" and len(values) == 1 and reading.text[start:end].startswith("0"):
        draft.values = (values[0] + 2000, values[0])
    after = reading.text[draft.end : draft.end + 1]
    draft.named |= after.isalpha() and after < _EAST_ASIA
    draft.named |= after == "-" and reading.raw[draft.end + 1 : draft.end + 2].isupper()
    if not draft.unit and draft.kind is Kind.NUMBER and draft.end - start == 4 and not parts:
        draft.kind = Kind.YEAR if 1000 <= values[0] <= 2100 else Kind.NUMBER
    reading.add(draft)


def unit_behind(reading: Reading, draft: Draft) -> bool:
    """Give `draft` the unit that stands behind it; whether there is one."""
    found = unit_pattern(reading.known.lang).match(reading.text, draft.end)
    if not found or not reading.free(*found.span()):
        return False
    draft.unit = reading.known.units[found[1]]
    draft.end = found.end()
    if reading.text[draft.end : draft.end + 1] in ("半", "반"):
        draft.values = (*(v + Fraction(1, 2) for v in draft.values), *draft.values)
        draft.end += 1
    return True


def measured(reading: Reading, end: int) -> bool:
    """Whether a scale word, or a unit that is no hour, stands behind a number ending at `end`."""
    scale = _scale_pattern(reading.known.lang)
    if scale and scale.match(reading.text, end):
        return True
    found = unit_pattern(reading.known.lang).match(reading.text, end)
    return found is not None and reading.known.units[found[1]] != "hour"


def _scale_and_unit(reading: Reading, draft: Draft) -> None:
    """Read scale words and a unit behind a number: "2.5 million dollars", "1 млн 200 тыс."."""
    text, known = reading.text, reading.known
    half, scale = _half_pattern(known.lang), _scale_pattern(known.lang)
    if half and (found := half.match(text, draft.end)):
        draft.values = tuple(v + Fraction(1, 2) for v in draft.values)
        draft.end = found.end()
    plain = draft.values
    for _ in range(2):
        found = scale.match(text, draft.end) if scale else None
        if not found:
            break
        size = known.scales.get(found[1]) or known.weak_scales[found[1]]
        draft.factor *= size
        draft.end = found.end()
        both = found[1] in known.units
        keep = both or len(found[1]) == 1 or found[1] in known.weak_scales
        draft.values = tuple(v * size for v in draft.values) + (plain if keep else ())
        if both:
            draft.unit = known.units[found[1]]
            return
    if half and draft.factor > 1 and (found := half.match(text, draft.end)):
        draft.values = tuple(v + draft.factor / 2 for v in draft.values)
        draft.end = found.end()
    measured_number = draft.factor != 1 or unit_behind(reading, draft)
    if measured_number and draft.kind is not Kind.FRACTION:
        draft.parts = ()
    if draft.factor >= 1000:
        _lower_part(reading, draft)
    if draft.factor != 1:
        unit_behind(reading, draft)


def _lower_part(reading: Reading, draft: Draft) -> None:
    """Add a smaller scale that follows: the 200 thousand of "1 million 200 thousand"."""
    scale = _scale_pattern(reading.known.lang)
    number = LITERAL.match(reading.text, draft.end + 1)
    if not scale or not number or reading.text[draft.end] != " ":
        return
    found = scale.match(reading.text, number.end())
    values = readings(number[0], reading.known.decimal)
    if not found or not values or (size := reading.known.scales.get(found[1], Fraction(0))) < 1000:
        return
    if size < draft.factor and values[0] < draft.factor / size:
        draft.parts = (draft.values[0], values[0] * size)
        draft.values = (draft.values[0] + values[0] * size,)
        draft.end = found.end()


def _ending(reading: Reading, draft: Draft) -> bool:
    """Read the ending of an ordinal or a decade: "5th", "90-х", "1er", "1980s"."""
    pattern = _ending_pattern(reading.known.lang)
    found = pattern.match(reading.text, draft.end) if pattern else None
    if not found:
        return False
    suffix = found["suffix"]
    if not found["hyphen"] and suffix in reading.known.units:
        return False
    draft.end = found.end()
    if suffix in reading.known.ordinal_suffixes:
        draft.kind = Kind.ORDINAL
    unit_behind(reading, draft)
    return True


def _sign_before(reading: Reading, draft: Draft) -> str:
    """The currency, or percent, whose sign stands before a number."""
    start = max(0, draft.start - _SIGN_REACH)
    found = _signs(reading.known.lang).search(reading.text, start, draft.start)
    if not found or not reading.free(*found.span()):
        return ""
    draft.start = found.start()
    return reading.known.units.get(found[1], _SIGNS.get(found[1], ""))


def _letter_before(reading: Reading, start: int) -> bool:
    """Whether letters and the number are one name: "F-16", "G7", "Covid-19"."""
    before = reading.text[max(0, start - 2) : start].removesuffix("-")
    return bool(before) and before[-1].isalpha() and before[-1] < _EAST_ASIA


_SIGNS: Mapping[str, str] = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "hk$": "HKD",
    "hk $": "HKD",
    "nt$": "TWD",
    "a$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "r$": "BRL",
    "s$": "SGD",
    "au$": "AUD",
    "cn¥": "CNY",
    "¥": "",
    "₩": "KRW",
    "₺": "TRY",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "chf": "CHF",
    "uah": "UAH",
    "rub": "RUB",
    "cny": "CNY",
    "rmb": "CNY",
    "jpy": "JPY",
    "pln": "PLN",
    "czk": "CZK",
}
"""Currencies by what stands before the number (ISO 4217; Unicode CLDR 48, currency symbols)."""


@cache
def _signs(lang: str) -> re.Pattern[str]:
    own = {p for p, u in vocabulary(lang).units.items() if u == "percent" and p in ("%", "yüzde")}
    rows = sorted({*_SIGNS, *own}, key=lambda sign: (-len(sign), sign))
    return re.compile(rf"(?<![^\W\d])({'|'.join(map(re.escape, rows))}) ?$")


@cache
def unit_pattern(lang: str) -> re.Pattern[str]:
    """A unit behind a number of the language `lang`."""
    known = vocabulary(lang)
    point = r"\.?" if language_data(lang).ordinal_point else ""
    return re.compile(rf"{point}(?: ?-?|- )({alternatives(known.units, known.unspaced)})")


@cache
def _scale_pattern(lang: str) -> re.Pattern[str] | None:
    known = vocabulary(lang)
    spans = {phrase for phrase, unit in known.units.items() if unit in ("decade", "century")}
    scales = {*known.scales, *known.weak_scales} - spans
    return re.compile(rf"[ -]?({alternatives(scales)})") if scales else None


@cache
def _half_pattern(lang: str) -> re.Pattern[str] | None:
    phrases = vocabulary(lang).half_more
    return re.compile(rf"[ -](?:{alternatives(phrases)})") if phrases else None


@cache
def _ending_pattern(lang: str) -> re.Pattern[str] | None:
    known = vocabulary(lang)
    suffixes = {*known.ordinal_suffixes, *known.decade_suffixes, *known.cardinal_suffixes}
    if not suffixes:
        return None
    return re.compile(rf"(?P<hyphen>-)?(?P<suffix>{alternatives(suffixes)})")
