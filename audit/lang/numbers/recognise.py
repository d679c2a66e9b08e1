"""Reads all numbers of a text.

Each reader takes what it is sure of and leaves the rest to the next: addresses are no numbers,
then telephone numbers, dates, times, East Asian numerals, fractions, digits, words, months and
Roman numerals. Every step is one pass over the text.
"""

import re
from fractions import Fraction
from functools import cache, lru_cache

from audit.lang.numbers import han, roman, words
from audit.lang.numbers.clock import clock_times, phrased_hours, spelled_hour
from audit.lang.numbers.dates import east_asian_dates, month_names, numeric_dates
from audit.lang.numbers.digits import bare_numbers, fractions_in_digits, unit_behind
from audit.lang.numbers.draft import Draft, Reading, alternatives
from audit.lang.numbers.quantity import Kind, Quantity, Written
from audit.lang.numbers.vocabulary import vocabulary

_ADDRESS = re.compile(
    r"&#?\w{1,8};|(?:https?://|www\.)[^\s<>]+|[\w.+-]{1,64}@[\w.-]+|(?<!\w)[@#][^\W\d]\w*|\b[\w-]{1,63}(?:\.[a-z]{2,})+/\S+"
)
_PHONE = re.compile(
    r"(?<![\w+])(?:\+\d{1,3}[ -]?(?:\(?\d{1,5}\)?[ -]?)?(?:\d{2,4}[ -]?){2,5}"
    r"|\d?[ -]?\(\d{2,5}\)[ -]?\d{1,4}(?:[ -]?\d{2,4}){1,4}"
    r"|\d[ -]\d{3}[ -]\d{3}(?:-\d\d-\d\d|-\d{4}))(?!\d)"
)
_SHARE = re.compile(
    r"(?P<of>(?<!\d)\d+|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]+)分[のノ之](?P<share>\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
)
_DECADE = re.compile(
    r"(?P<century>\d\d|[一二三四五六七八九十]{1,3})世[纪紀](?P<decades>\d0|[一二三四五六七八九十]{1,3})年代"
)
_PERCENT_BEFORE = re.compile(r"百分之(?P<share>\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百]+)")
_TENTHS = re.compile(
    r"(?<![\d.])(?P<tenths>\d(?:\.\d)?|[一二两三四五六七八九])(?:成|割)(?!立|为|功|员|熟)"
)
_BATTING = re.compile(r"(?<![\d.])(?P<a>\d)割(?P<b>\d)分(?:(?P<c>\d)厘)?")
_RANGE = re.compile(r" ?[-–~] ?")
_LOOSE_RANGE = re.compile(r" ?(?:[-–~…]|[^\W\d]{1,4}) ?")


@lru_cache(maxsize=8192)
def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """The numbers of `text`, in order; none in a language of which nothing is known.

    `lang` is a BCP 47 tag. Quantities do not overlap, except that noon and midnight may lie in one.
    """
    known = vocabulary(lang)
    if not known.known:
        return ()
    reading = Reading(text, known)
    for found in _ADDRESS.finditer(reading.text):
        reading.take(*found.span())
    _phones(reading)
    numeric_dates(reading)
    if known.unspaced:
        _shares(reading)
        east_asian_dates(reading)
    clock_times(reading)
    fractions_in_digits(reading)
    if known.unspaced:
        _unspaced_hints(reading, long=True)
        _east_asian_numerals(reading)
    bare_numbers(reading)
    if known.unspaced:
        _unspaced_hints(reading, long=False)
    else:
        _words(reading)
        phrased_hours(reading)
        month_names(reading)
        roman.numerals(reading)
    reading.found.sort(key=lambda draft: (draft.start, draft.end))
    _ranges(reading)
    return tuple(draft.done() for draft in reading.found)


def _phones(reading: Reading) -> None:
    """Read telephone numbers: the digits are one number."""
    for found in reading.open_matches(_PHONE):
        digits = re.sub(r"\D", "", found[0])
        if 7 <= len(digits) <= 15:
            end = found.start() + len(found[0].rstrip(" -"))
            number = Fraction(int(digits[-9:]))
            reading.add(Draft(found.start(), end, (number,), Kind.PHONE))


def _shares(reading: Reading) -> None:
    """Read 三分之二, 3分の2, 百分之五, 3割."""
    for found in reading.open_matches(_PERCENT_BEFORE):
        if (share := han.value(found["share"])) is not None:
            shares = han.about(found["share"]) or (share,)
            reading.add(Draft(*found.span(), shares, unit="percent"))
    for found in reading.open_matches(_DECADE):
        century, decade = han.value(found["century"]), han.value(found["decades"])
        if century and decade:
            decades = han.about(found["decades"]) or (decade,)
            years = tuple((century - 1) * 100 + each for each in decades)
            reading.add(Draft(*found.span(), years, parts=(century, *decades)))
    for found in reading.open_matches(_SHARE):
        of, share = han.value(found["of"]), han.value(found["share"])
        if of and share is not None:
            reading.add(Draft(*found.span(), (share / of,), Kind.FRACTION, parts=(share, of)))
    for found in reading.open_matches(_BATTING):
        digits = f"{found['a']}{found['b']}.{found['c'] or 0}"
        reading.add(Draft(*found.span(), (Fraction(digits),), unit="percent"))
    for found in reading.open_matches(_TENTHS):
        if tenths := han.value(found["tenths"]):
            written = Written.DIGITS if found["tenths"].isascii() else Written.HINT
            reading.add(
                Draft(*found.span(), (tenths * 10, tenths), unit="percent", written=written)
            )


def _east_asian_numerals(reading: Reading) -> None:
    """Read 三十五, 1億2000万, 3.5万; what may be part of a word is a hint."""
    for found in han.runs(reading.text, reading.known.lang == "ko"):
        start, end = found.span()
        if not reading.free(start, end):
            continue
        value = han.value(found[0])
        if value is None:
            continue
        ordinal = start > 0 and reading.text[start - 1] in "第제"
        draft = Draft(start, end, (value,), Kind.ORDINAL if ordinal else Kind.NUMBER)
        if start > 0 and reading.text[start - 1] in "数數何几幾":
            draft.written = Written.HINT
        elif not any(char.isdigit() for char in found[0] if char.isascii()):
            draft.values = han.about(found[0]) or draft.values
            draft.written = Written.WORDS if han.is_sure(found[0]) else Written.HINT
            if draft.written is Written.HINT:
                draft.parts = han.pieces(found[0])
        unit_behind(reading, draft)
        reading.add(draft)


def _unspaced_hints(reading: Reading, long: bool) -> None:
    """Read the words that may stand for a number, in a language without blanks.

    Those of several characters go before the numerals they may hold: 一半 is a half, not one.
    """
    known = reading.known
    pattern = _hints(known.lang, long)
    for found in reading.open_matches(pattern) if pattern else ():
        value = known.fractions.get(found[0]) or known.hints.get(found[0])
        if value is not None:
            reading.add(Draft(*found.span(), (value,), written=Written.HINT))


def _words(reading: Reading) -> None:
    """Read spelled-out numbers."""
    for number in words.spelled(reading.text, reading.known.lang):
        if not reading.free(number.start, number.end):
            continue
        kind = Kind.ORDINAL if number.ordinal else Kind.NUMBER
        in_name = reading.text[number.start - 1 : number.start] == "-"
        in_name = in_name and reading.raw[number.start].isupper()
        written = Written.HINT if number.hint or in_name else Written.WORDS
        draft = Draft(number.start, number.end, number.values, kind, written=written)
        draft.factor = number.factor
        if not number.hint and not spelled_hour(reading, draft):
            unit_behind(reading, draft)
        reading.add(draft)


def _ranges(reading: Reading) -> None:
    """Let the first number of a range have the unit and the scale of the second."""
    for one, other in zip(reading.found, reading.found[1:], strict=False):
        if other.start <= one.end or other.start - one.end > 8 or one.factor != 1:
            continue
        between = reading.text[one.end : other.start]
        if not one.unit and other.unit and one.kind is Kind.NUMBER and _RANGE.fullmatch(between):
            one.unit = other.unit
        if other.factor != 1 and _LOOSE_RANGE.fullmatch(between):
            one.values += tuple(value * other.factor for value in one.values)


@cache
def _hints(lang: str, long: bool) -> re.Pattern[str] | None:
    known = vocabulary(lang)
    phrases = {p for p in (*known.hints, *known.fractions) if (len(p) > 1) is long}
    if not phrases:
        return None
    follows = f"(?![{han.NUMERALS}])" if long else ""
    return re.compile(rf"(?<!\d)(?:{alternatives(phrases, unspaced=True)}){follows}")
