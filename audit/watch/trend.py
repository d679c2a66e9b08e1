"""From the records of all audits to their trend."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from audit.model.names import Basis
from audit.model.trend import (
    AuditPoint,
    AuditRecord,
    NameSeen,
    NameState,
    NameTrend,
    Tally,
    Trend,
)
from audit.watch.decided import Decided
from audit.watch.store import Store

NOTHING = Decided()
"""Nothing was decided since."""

_ORDER = (NameState.NEW, NameState.STILL, NameState.UNSEEN, NameState.GONE)
"""States in the order of what to do first."""


def trend_of(store: Store, decided: Decided = NOTHING) -> Trend:
    """The trend over all audits that the store knows; `decided` is what was decided since."""
    records = store.records()
    kept = [(number, one) for number, one in records if one is not None]
    return trend_over(kept, decided, unrecorded=len(records) - len(kept))


def trend_over(
    records: Sequence[tuple[int, AuditRecord]], decided: Decided = NOTHING, unrecorded: int = 0
) -> Trend:
    """The trend over `records`, each with the number of its audit, oldest first."""
    histories = _histories([one for _, one in records])
    open_names = [sum(one.open_at(i) for one in histories) for i in range(len(records))]
    points = []
    before = None
    for i, (number, one) in enumerate(records):
        resettled = before is not None and before != one.settings
        points.append(AuditPoint(number, one, open_names[i], resettled))
        before = one.settings
    names = [one.trend(len(records), decided) for one in histories]
    return Trend(
        audits=tuple(points),
        days=tuple(_days(one.days for _, one in records)),
        names=tuple(sorted(names, key=_weight)),
        unrecorded=unrecorded,
    )


@dataclass
class _History:
    """One name, audit by audit."""

    seen: dict[int, NameSeen] = field(default_factory=dict)

    def departures(self, last: int) -> list[int]:
        """The audits up to `last` in which it departed."""
        return [i for i, one in self.seen.items() if i <= last and one.departing]

    def state_at(self, last: int) -> NameState:
        """How it stands after the audit `last`, having departed by then."""
        departures = self.departures(last)
        if departures[-1] == last:
            return NameState.STILL if len(departures) > 1 else NameState.NEW
        met_since = any(departures[-1] < i <= last for i in self.seen)
        return NameState.GONE if met_since else NameState.UNSEEN

    def decided_at(self, last: int) -> bool:
        """Whether house style had settled it where it was last met."""
        latest = max(i for i in self.seen if i <= last)
        return self.seen[latest].basis is Basis.STYLE

    def open_at(self, last: int) -> bool:
        """Whether it waits for a decision after the audit `last`."""
        if not self.departures(last):
            return False
        return self.state_at(last) is not NameState.GONE and not self.decided_at(last)

    def trend(self, audits: int, decided: Decided) -> NameTrend:
        """What is told of it after all audits."""
        forms = Counter[str]()
        for one in self.seen.values():
            forms.update(dict(one.departing))
        order = sorted(forms, key=lambda text: (-forms[text], text))
        latest, departures = self.seen[max(self.seen)], self.departures(audits - 1)
        numbers = range(audits)
        return NameTrend(
            canonical=latest.canonical,
            kind=latest.kind,
            lang=latest.lang,
            forms=tuple(text for text in order if text != latest.canonical),
            state=self.state_at(audits - 1),
            decided=decided.settles(latest) or decided.settles(self.seen[departures[-1]]),
            met=tuple(self.seen[i].mentions if i in self.seen else 0 for i in numbers),
            departed=tuple(
                sum(count for _, count in self.seen[i].departing) if i in self.seen else 0
                for i in numbers
            ),
            first=departures[0],
            last=departures[-1],
        )


def _histories(records: Sequence[AuditRecord]) -> list[_History]:
    """The names that ever departed.

    A name is known again by its record in the authority, else by its canonical form or a spelling
    that departed: the form used most often may be another one from audit to audit.
    """
    by_key: dict[tuple[str, str], _History] = {}
    every: list[_History] = []
    for i, record in enumerate(records):
        for seen in record.names:
            keys = _keys(seen)
            known = (by_key[key] for key in keys if key in by_key)
            history = next((one for one in known if i not in one.seen), None)
            if history is None:
                history = _History()
                every.append(history)
            history.seen[i] = seen
            by_key.update(dict.fromkeys(keys, history))
    return [one for one in every if any(seen.departing for seen in one.seen.values())]


def _keys(seen: NameSeen) -> list[tuple[str, str]]:
    """What a name may be known by, the surest first."""
    texts = [seen.canonical, *(text for text, _ in seen.departing)]
    keys = [("text", text) for text in texts]
    return [("record", seen.record), *keys] if seen.record else keys


def _weight(name: NameTrend) -> tuple[int, int, str]:
    """Sort key: the state, then how often it departed, then the name."""
    return _ORDER.index(name.state), -sum(name.departed), name.canonical


def _days(every: Iterable[Mapping[str, Tally]]) -> list[tuple[str, Tally]]:
    """The tallies of all audits, added up day by day."""
    days: dict[str, Tally] = {}
    for one in every:
        for day, tally in one.items():
            days[day] = days[day] + tally if day in days else tally
    return sorted(days.items())
