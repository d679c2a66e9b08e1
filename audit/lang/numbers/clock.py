"""Times of the day, in minutes since midnight."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from audit.lang.numbers.digits import measured
from audit.lang.numbers.draft import Draft, Reading, alternatives
from audit.lang.numbers.quantity import Kind, Written
from audit.lang.numbers.vocabulary import vocabulary

_COLON = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?![.,]\d)"
)
_LOOSE = re.compile(
    r"(?<![\d.,:-])(?P<hour>[01]?\d|2[0-4])(?P<mark> ?h ?|[.-])(?P<minute>[0-5]\d)"
    r"(?![\d:]|(?!am|pm|h|uhr)[a-zа-яії])(?![.,]\d)"
)
_EAST = re.compile(
    r"(?P<hour>(?<![\d.,])(?:[01]?\d|2[0-4])"
    r"|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))"
    r"(?:[点點时時](?!間|间|候|代)|시(?!간)) ?(?:(?P<half>半|반)|(?P<minute>[0-5]?\d)[分분]?)?"
)
_MILITARY = re.compile(
    r"(?<![\d.,])(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?= ?(?:gmt|utc|hrs|hours)\b)"
)
_HAN_HOURS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {
    "十一": 11,
    "十二": 12,
}


def clock_times(reading: Reading) -> None:
    """Read times of the day; hours in bare numbers stay numbers."""
    _words(reading)
    for found in reading.open_matches(_COLON):
        _add(reading, found, _half_of_day(reading, found.end()))
    for found in reading.open_matches(_MILITARY):
        _add(reading, found, (found.end(), 0))
    if reading.known.unspaced:
        for found in reading.open_matches(_EAST):
            _add_eastern(reading, found)
    for found in reading.open_matches(_LOOSE):
        follows = reading.text[found.end() : found.end() + 1] == "-"
        if "h" not in found["mark"] and (follows or measured(reading, found.end())):
            continue
        end, shift = _half_of_day(reading, found.end())
        if shift or end > found.end() or "h" in found[0] or _leads(reading, found):
            _add(reading, found, (end, shift))
        elif reading.known.hyphen_clock and re.fullmatch(r"0\d-\d\d|\d\d-00", found[0]):
            _add(reading, found, (end, 0))
    if not reading.known.unspaced:
        _whole_hours(reading)


def _whole_hours(reading: Reading) -> None:
    """Read "10 p.m.", "22 Uhr", "в 22 часа"."""
    leads = _led(reading.known.lang)
    for found in reading.open_matches(leads) if leads else ():
        hour = int(found["hour"])
        _put(reading, *found.span("hour"), hour * 60, (Fraction(hour),))
    pattern = _hours(reading.known.lang)
    if not pattern:
        return
    for found in reading.open_matches(pattern):
        hour = int(found["hour"])
        if hour <= 24:
            end, shift = _half_of_day(reading, found.end("hour"))
            _put(
                reading, found.start(), max(end, found.end()), hour * 60 + shift, (Fraction(hour),)
            )


def spelled_hour(reading: Reading, draft: Draft) -> bool:
    """Make a time of a spelled-out hour that "o'clock" or its like follows."""
    pattern = _oclock(reading.known.lang)
    found = pattern.match(reading.text, draft.end) if pattern else None
    if not found or draft.values[0] > 24:
        return False
    draft.kind, draft.end, draft.parts = Kind.CLOCK, found.end(), draft.values
    draft.values = tuple(hour * 60 % 1440 for hour in draft.values)
    return True


_PHRASES = {"half_past": 30, "half_before": -30, "quarter_past": 15, "quarter_to": -15}


def phrased_hours(reading: Reading) -> None:
    """Make times of hours behind "half past", "halb", "в половине" and their like."""
    known = reading.known
    behind = {draft.start: draft for draft in reading.found}
    for name, minutes in _PHRASES.items():
        pattern = _phrase(known.lang, name)
        for found in pattern.finditer(reading.text) if pattern else ():
            draft = behind.get(found.end())
            if draft is None or not 1 <= draft.values[0] <= 24 or draft.unit or draft.named:
                continue
            if draft.kind is (Kind.ORDINAL if known.half_ordinal else Kind.NUMBER):
                draft.kind, draft.start = Kind.CLOCK, found.start()
                draft.parts = draft.values
                draft.values = tuple((hour * 60 + minutes) % 1440 for hour in draft.values)


def _words(reading: Reading) -> None:
    """Read noon and midnight, as hints."""
    pattern = _fixed(reading.known.lang)
    for found in pattern.finditer(reading.text) if pattern else ():
        noon = found[0] in reading.known.clock_words("noon")
        minutes = Fraction(720 if noon else 0)
        reading.found.append(Draft(*found.span(), (minutes,), Kind.CLOCK, written=Written.HINT))


def _half_of_day(reading: Reading, end: int) -> tuple[int, int]:
    """Where the time ends with the words for its half of the day, and what the half adds."""
    pattern = _day_halves(reading.known.lang)
    if pattern and (found := pattern.match(reading.text, end)):
        return found.end(), 720 if found["pm"] else 0
    return end, 0


def _leads(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the word before a number says that it is a time."""
    words = reading.known.clock_words("clock_leads")
    before = reading.text[max(0, found.start() - 8) : found.start()].rstrip().rpartition(" ")[2]
    return before in words


def _add(reading: Reading, found: re.Match[str], tail: tuple[int, int]) -> None:
    """Keep a time of hour and minute."""
    end, shift = tail
    hour, minute = int(found["hour"]), int(found["minute"])
    parts = (Fraction(hour), Fraction(minute))
    _put(reading, found.start(), end, hour * 60 + minute + shift, parts)


def _put(reading: Reading, start: int, end: int, minutes: int, parts: tuple[Fraction, ...]) -> None:
    kept = tuple(part for part in parts if part)
    reading.add(Draft(start, end, (Fraction(minutes % 1440),), Kind.CLOCK, parts=kept))


def _add_eastern(reading: Reading, found: re.Match[str]) -> None:
    """Keep 下午3点半; 3点 alone may be points, so it needs its half of the day or minutes."""
    hour_text = found["hour"]
    hour = int(hour_text) if hour_text.isdigit() else _HAN_HOURS.get(hour_text, 0)
    minute = 30 if found["half"] else int(found["minute"] or 0)
    lead = _half_before(reading, found.start())
    if not lead and not found["half"] and not found["minute"] and found[0][-1] not in "时時":
        return
    shift = 720 if lead == "pm" and hour < 12 else 0
    written = Written.DIGITS if hour_text.isdigit() else Written.WORDS
    parts = tuple(Fraction(part) for part in (hour, minute) if part)
    minutes = Fraction((hour * 60 + minute + shift) % 1440)
    reading.add(Draft(*found.span(), (minutes,), Kind.CLOCK, written=written, parts=parts))


def _half_before(reading: Reading, start: int) -> str:
    """The half of the day that words before an East Asian time name: am, pm or nothing."""
    before = reading.text[max(0, start - 4) : start].rstrip()
    for name in ("pm", "am"):
        if any(before.endswith(word) for word in reading.known.clock_words(name)):
            return name
    return ""


def _either(*rows: frozenset[str]) -> Iterator[str]:
    for row in rows:
        yield from row


@cache
def _day_halves(lang: str) -> re.Pattern[str] | None:
    """The words behind an hour that tell the half of the day, or that it is an hour."""
    known = vocabulary(lang)
    am, pm, hours = (known.clock_words(name) for name in ("am", "pm", "clock_words"))
    if known.unspaced or not (am or pm or hours):
        return None
    half = (
        rf"(?: ?(?:(?P<pm>{alternatives(pm)})|(?:{alternatives(am)})))?"
        if am and pm
        else "(?P<pm>(?!))?"
    )
    return re.compile((f"(?: ?(?:{alternatives(hours)}))?" if hours else "") + half)


@cache
def _phrase(lang: str, name: str) -> re.Pattern[str] | None:
    phrases = vocabulary(lang).clock_words(name)
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)}) ") if phrases else None


@cache
def _led(lang: str) -> re.Pattern[str] | None:
    """A bare hour behind the word for the clock itself: "kl. 15"."""
    words = vocabulary(lang).clock_words("clock_names")
    names = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"(?<!\w)(?:{names}) (?P<hour>[01]?\d|2[0-4])(?![\d.,:])") if names else None


@cache
def _oclock(lang: str) -> re.Pattern[str] | None:
    words = vocabulary(lang).clock_words("oclock")
    return re.compile(f" (?:{alternatives(words)})") if words else None


@cache
def _hours(lang: str) -> re.Pattern[str] | None:
    """A bare hour with a word that says that it is one."""
    known = vocabulary(lang)
    behind = sorted(set(_either(*map(known.clock_words, ("am", "pm", "oclock")))))
    if known.unspaced or not behind:
        return None
    hours = alternatives(known.clock_words("clock_words") or {"h"})
    return re.compile(
        rf"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-4])(?: ?(?:{hours}))? ?(?:{alternatives(behind)})"
    )


@cache
def _fixed(lang: str) -> re.Pattern[str] | None:
    known = vocabulary(lang)
    words = list(_either(known.clock_words("noon"), known.clock_words("midnight")))
    if not words:
        return None
    lead = "" if known.unspaced else r"(?<!\w)"
    return re.compile(f"{lead}(?:{alternatives(words, known.unspaced)})")
