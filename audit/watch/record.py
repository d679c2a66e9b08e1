"""From the report on a batch to the record of it that the store keeps."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from audit.config.rules import family
from audit.model.finding import Finding, State
from audit.model.names import Entity
from audit.model.report import Report
from audit.model.trend import AuditRecord, NameSeen, Tally

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def record(report: Report) -> AuditRecord:
    """What the audit behind `report` amounts to; articles of the archive are not counted again."""
    counted = [one for one in report.findings if one.state is not State.SUPPRESSED]
    days: dict[str, list[str]] = {}
    for document in report.documents:
        if document.id in report.words and document.date and _ISO_DATE.match(document.date):
            days.setdefault(document.date[:10], []).append(document.id)
    feed = report.scores.feed if report.scores else None
    return AuditRecord(
        whole=_tally(report.words, report.words, counted),
        days={day: _tally(days[day], report.words, counted) for day in sorted(days)},
        names=tuple(_names(report, counted)),
        settings=str(report.signature),
        quality=feed.quality if feed else None,
        quality_interval=feed.quality_interval if feed else None,
        band=feed.band if feed else None,
        hold=bool(feed and feed.hold),
    )


def _tally(ids: Iterable[str], words: Mapping[str, int], findings: Iterable[Finding]) -> Tally:
    """The documents `ids` and the findings in them."""
    inside = frozenset(ids)
    found = [one for one in findings if one.document in inside]
    classes = Counter(one.finding_class.value for one in found)
    families = Counter(family(one.rule) for one in found if one.finding_class.asks)
    return Tally(
        documents=len(inside),
        words=sum(words[id_] for id_ in inside),
        classes=dict(sorted(classes.items())),
        families=dict(sorted(families.items())),
    )


def _names(report: Report, findings: Iterable[Finding]) -> Iterator[NameSeen]:
    """The names met in the items of this audit, in the report's order."""
    about: dict[str, list[Finding]] = {}
    for one in findings:
        if one.entity and one.finding_class.asks:
            about.setdefault(one.entity, []).append(one)
    for entity in report.entities:
        here = [one for one in entity.mentions if one.document in report.words]
        if here:
            yield _seen(entity, len(here), here[0].lang, about.get(entity.id, []))


def _seen(entity: Entity, mentions: int, lang: str, findings: Sequence[Finding]) -> NameSeen:
    places = {(one.document, one.span.start, one.text) for one in findings}
    forms = Counter(text for _, _, text in places)
    return NameSeen(
        canonical=entity.canonical.text,
        kind=entity.kind,
        lang=lang,
        basis=entity.canonical.basis,
        record=entity.record,
        mentions=mentions,
        departing=tuple(sorted(forms.items(), key=lambda one: (-one[1], one[0]))),
        findings=tuple(sorted(one.fingerprint for one in findings)),
    )
