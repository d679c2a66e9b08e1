"""A made-up trend: twelve audits, one of them short, new settings midway, names in all states."""

from audit.model.names import Basis, Kind
from audit.model.score import Band, Interval
from audit.model.trend import AuditRecord, NameSeen, Tally, Trend
from audit.watch.trend import trend_over

ERRORS = (9, 8, 10, 7, 9, 2, 6, 7, 5, 4, 5, 3)
QUERIES = (14, 12, 15, 11, 16, 3, 9, 9, 8, 10, 7, 12)
WORDS = (4200, 3900, 4100, 3700, 4000, 310, 3800, 4100, 3600, 3900, 4000, 3700)
NUMBERS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13)
CHANGED = 6
"""The audit, by position, from which on other settings held."""


def name(
    canonical: str,
    *departing: str,
    kind: Kind = Kind.PERSON,
    lang: str = "en",
    basis: Basis = Basis.MAJORITY,
    record: str | None = None,
) -> NameSeen:
    """A name met four times, and once in each of the spellings `departing`."""
    forms = tuple((form, 1) for form in departing)
    return NameSeen(canonical, kind, lang, basis, record, 4 + len(forms), forms)


def names(number: int) -> tuple[NameSeen, ...]:
    """The names of the audit at the position `number`."""
    found = []
    if number in (0, 1, 3, 4, 8, 11):
        found.append(name("Danylo Zabolotnyak", "Danylo Zabolotniak", "Zabolotniak"))
    if number in (2, 3):
        found.append(name("Khasan", "Hasan", kind=Kind.PLACE, record="khasan"))
    if number in (7, 9, 11):
        found.append(name("Khasan", kind=Kind.PLACE, record="khasan"))
    if number in (0, 4, 10):
        found.append(name("Kyiv", "Kiev", kind=Kind.PLACE, basis=Basis.STYLE, record="kyiv"))
    if number == 11:
        found.append(name("Ольга Шпак", "Olha Shpak", lang="uk"))
        found.append(name("حسن روحاني", "حسن روحانى", lang="ar"))
    if number in (1, 2):
        found.append(name("Kim Jong Un", "Kim Jong-un", basis=Basis.AUTHORITY, record="kim"))
    return tuple(found)


def record(number: int) -> AuditRecord:
    """The audit at the position `number`."""
    errors, queries, words = ERRORS[number], QUERIES[number], WORDS[number]
    short = words < 500
    quality = None if short else round(100 - 500 * errors / words, 1)
    half = None if quality is None else 0.3 + 30 / words * (number % 4 + 2) * 10
    day = 2 * number + 1
    return AuditRecord(
        whole=_tally(errors, queries, words, 10),
        days={
            f"2024-03-{day:02}": _tally(errors // 2, queries // 2, words // 2, 5),
            f"2024-03-{day + 1:02}": _tally(
                errors - errors // 2, queries - queries // 2, words - words // 2, 5
            ),
        },
        names=names(number),
        settings="one" if number < CHANGED else "other",
        quality=quality,
        quality_interval=Interval(quality - half, min(100.0, quality + half))
        if quality is not None and half is not None
        else None,
        band=Band.LIGHT if short else Band.MODERATE,
        hold=number % 5 == 0,
    )


def _tally(errors: int, queries: int, words: int, documents: int) -> Tally:
    names, rest = queries // 2 + errors // 2, queries - queries // 2 + errors - errors // 2
    families = {"NAM": names, "PUN": rest // 2, "CAL": rest - rest // 2}
    classes = {"error": errors, "query": queries, "chrome": errors // 4, "info": queries // 2}
    return Tally(documents, words, classes, families)


def trend(audits: int = len(ERRORS)) -> Trend:
    """The trend over the first `audits` audits."""
    records = [(NUMBERS[number], record(number)) for number in range(audits)]
    return trend_over(records, unrecorded=1 if audits == len(ERRORS) else 0)
