"""The trend as values for programs, in the versioned form `mtaudit/trend/1`.

Fields are added within a version, never renamed or taken away.
"""

from audit.model.score import Interval
from audit.model.trend import AuditPoint, NameTrend, Tally, Trend

SCHEMA_ID = "mtaudit/trend/1"


def trend_tree(trend: Trend) -> dict[str, object]:
    """The whole trend; audits and days oldest first, names in the order of what to do first."""
    return {
        "schema": SCHEMA_ID,
        "audits": [_audit(one) for one in trend.audits],
        "days": {day: _tally(tally) for day, tally in trend.days},
        "names": [_name(one, trend) for one in trend.names],
        "unrecorded": trend.unrecorded,
    }


def _audit(point: AuditPoint) -> dict[str, object]:
    record = point.record
    return {
        "number": point.number,
        **_tally(record.whole),
        "score": record.quality,
        "score_interval": _ends(record.quality_interval),
        "band": record.band,
        "hold": record.hold,
        "open_names": point.open_names,
        "settings": record.settings,
    }


def _tally(tally: Tally) -> dict[str, object]:
    """Counts, not rates: what they are in 1,000 words is for the reader to work out."""
    return {
        "documents": tally.documents,
        "words": tally.words,
        "classes": dict(tally.classes),
        "families": dict(tally.families),
    }


def _ends(span: Interval | None) -> list[float] | None:
    return [span.low, span.high] if span else None


def _name(name: NameTrend, trend: Trend) -> dict[str, object]:
    return {
        "canonical": name.canonical,
        "kind": name.kind,
        "lang": name.lang,
        "forms": list(name.forms),
        "state": name.state,
        "decided": name.decided,
        "open": name.open,
        "first": trend.audits[name.first].number,
        "last": trend.audits[name.last].number,
        "met": list(name.met),
        "departed": list(name.departed),
    }
