"""Hits become findings: message, severity, place in the user's file, fingerprint, total order."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from audit.model.finding import Finding, Hit, Reference, Related
from audit.model.place import Span
from audit.model.rule import Rule
from audit.model.text import Document

FINGERPRINT_BYTES = 10
"""80 bits: a chance collision among ten million findings is below one in twenty billion."""


def findings(
    hits: Iterable[tuple[str, Hit]],
    rules: Mapping[str, Rule],
    documents: Mapping[str, Document],
) -> tuple[Finding, ...]:
    """All findings in order of document (as in `documents`), place, and rule.

    Hits of one rule on the same passage are one finding, the surest of them.
    """
    found: dict[str, list[tuple[str, Hit]]] = {id_: [] for id_ in documents}
    for rule, hit in hits:
        found[hit.document].append((rule, hit))
    return tuple(
        finding
        for id_, own in found.items()
        if own
        for finding in findings_in(documents[id_], own, rules, documents)
    )


def findings_in(
    document: Document,
    hits: Iterable[tuple[str, Hit]],
    rules: Mapping[str, Rule],
    documents: Mapping[str, Document],
) -> Iterator[Finding]:
    """The findings of one document, as `findings` has them; all `hits` stand in it."""
    unsure_first = sorted(hits, key=lambda one: one[1].confidence)
    unique = {(hit.at, rule): hit for rule, hit in unsure_first}
    seen: Counter[str] = Counter()
    contexts = _Contexts(document)
    for (at, rule_id), hit in sorted(unique.items(), key=lambda item: item[0]):
        key = _key(rule_id, document, at, contexts)
        yield _finding(rules[rule_id], hit, document, documents, _digest(key, seen[key]))
        seen[key] += 1


def _finding(
    rule: Rule,
    hit: Hit,
    document: Document,
    documents: Mapping[str, Document],
    fingerprint: str,
) -> Finding:
    return Finding(
        fingerprint=fingerprint,
        rule=rule.id,
        name=rule.name,
        finding_class=hit.finding_class or rule.finding_class,
        severity=rule.severity,
        confidence=round(hit.confidence, 2),
        mqm=rule.mqm,
        message=rule.says.format_map(dict(hit.values)),
        document=hit.document,
        span=hit.at,
        place=document.place(hit.at),
        text=document.cut(hit.at),
        entity=hit.entity,
        related=tuple(_reference(related, document, documents) for related in hit.related),
        fixes=hit.fixes,
        source=hit.source,
    )


def _reference(
    related: Related, document: Document, documents: Mapping[str, Document]
) -> Reference:
    """A related passage in the user's coordinates; an authority record keeps its own."""
    home = document if related.document == document.id else documents.get(related.document)
    at = related.span if home is None else home.origin.content.back(related.span)
    return Reference(related.document, at.start, at.end, related.text)


class _Contexts:
    """Finds the segment that a span stands in."""

    def __init__(self, document: Document) -> None:
        self.segments = document.segments
        self.starts = [segment.span.start for segment in document.segments]

    def around(self, at: Span) -> str:
        """The folded text of the last segment that begins at or before `at`; empty before all."""
        index = bisect_right(self.starts, at.start) - 1
        return " ".join(self.segments[index].text.casefold().split()) if index >= 0 else ""


def _key(rule: str, document: Document, at: Span, contexts: _Contexts) -> str:
    """What a finding is known by: never its line or offset, so edits elsewhere leave it alone."""
    found = " ".join(document.cut(at).split())
    return "\x1f".join((rule, document.id, found, contexts.around(at)))


def _digest(key: str, ordinal: int) -> str:
    text = f"{key}\x1f{ordinal}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=FINGERPRINT_BYTES).hexdigest()
