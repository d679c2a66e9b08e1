"""What the summary draws: bars by family and document, columns over time, each with a table."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from audit.config.rules import family
from audit.model.finding import Finding, FindingClass
from audit.report.html.index import CLASSES, Index
from audit.report.html.strings import Strings
from audit.report.html.views import Bar, Change, FamilyRow, Period, Timeline

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

MOST_DAYS = 31
"""Days shown one by one; a longer time is shown by months."""

STATES = ("new", "known", "suppressed")


def bars(counts: Mapping[FindingClass, int], whole: int) -> tuple[Bar, ...]:
    """The classes of `counts` as parts of a bar that is 100 wide where they add up to `whole`."""
    found, at = [], 0.0
    for kind in CLASSES:
        width = 100 * counts.get(kind, 0) / whole if whole else 0.0
        if width:
            found.append(Bar(kind.value, round(at, 2), round(width, 2)))
        at += width
    return tuple(found)


def changes(index: Index, words: Strings) -> Iterator[Change]:
    """How many findings are new, known and suppressed; nothing where all are new."""
    counts = Counter(finding.state.value for finding in index.report.findings)
    if set(counts) <= {"new"}:
        return
    for state in STATES:
        label, means = getattr(words, f"state_{state}"), getattr(words, f"state_{state}_means")
        yield Change(state, label, means, counts[state], f"#findings?state={state}")


def families(index: Index, words: Strings) -> tuple[FamilyRow, ...]:
    """The families of rules that found something, those with most errors first."""
    found: dict[str, Counter[FindingClass]] = {}
    for finding in index.open:
        found.setdefault(family(finding.rule), Counter())[finding.finding_class] += 1
    most = max((sum(counts.values()) for counts in found.values()), default=0)
    order = sorted(found, key=lambda key: ([-found[key][kind] for kind in CLASSES], key))
    return tuple(
        FamilyRow(
            id=key,
            name=str(getattr(words, f"family_{key.lower()}", key)),
            counts=tuple(found[key][kind] for kind in CLASSES),
            bars=bars(found[key], most),
            href=f"#findings?family={key}",
        )
        for key in order
    )


def timeline(index: Index, words: Strings) -> Timeline | None:
    """Open findings in 1,000 words by the dates of documents; None with less than two dates."""
    dates = {
        d.id: d.date[:10] for d in index.report.documents if d.date and _ISO_DATE.match(d.date)
    }
    if len(set(dates.values())) < 2:
        return None
    long = len(set(dates.values())) > MOST_DAYS
    when = {id_: date[:7] if long else date for id_, date in dates.items()}
    words_in: Counter[str] = Counter()
    documents: Counter[str] = Counter(when.values())
    for id_, period in when.items():
        words_in[period] += index.report.words.get(id_, 0)
    asking = _by_period((f for f in index.open if f.finding_class.asks), when)
    others = _by_period((f for f in index.open if not f.finding_class.asks), when)
    rates = {p: 1000 * asking[p] / words_in[p] if words_in[p] else 0.0 for p in documents}
    highest = max(rates.values())
    periods = tuple(
        Period(
            label=period,
            documents=documents[period],
            asking=asking[period],
            others=others[period],
            rate=words.amount(rates[period], 1),
            height=round(100 * rates[period] / highest, 2) if highest else 0.0,
        )
        for period in sorted(documents)
    )
    undated = len(index.report.documents) - len(dates)
    return Timeline(periods, words.undated.of(undated) if undated else "")


def _by_period(findings: Iterable[Finding], when: Mapping[str, str]) -> Counter[str]:
    return Counter(when[f.document] for f in findings if f.document in when)
