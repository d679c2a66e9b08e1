"""Small makers of the nouns, for tests: say what matters, the rest has a sensible default."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

from audit.model.finding import (
    Finding,
    FindingClass,
    Fix,
    Hit,
    Reference,
    Severity,
    State,
)
from audit.model.mqm import MQM
from audit.model.names import Basis, Canonical, Entity, Form, Kind, Mention, Variant
from audit.model.place import Origin, Span, line_starts
from audit.model.report import Note, Report, Signature
from audit.model.rule import Good, Rule, Scope
from audit.model.text import Block, BlockKind, Document, Segment

SENTENCE = re.compile(r"[^.!?。！？؟\n]+[.!?。！？؟]*[”\"»]?")
"""Good enough to cut the sentences of a fixture; the product has its own segmenter."""

SIGNATURE = Signature("0.1.0", "feed", "none", "all", "default", "none")
"""A signature of no meaning."""


def document(
    text: str,
    *,
    id: str = "a",
    path: str | None = None,
    lang: str = "en",
    title: str | None = None,
    headings: int = 0,
) -> Document:
    """A document whose lines are its blocks, the first `headings` of them headings."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    kinds = [BlockKind.HEADING if i < headings else BlockKind.PARAGRAPH for i in range(len(lines))]
    blocks = tuple(Block(Span(*line), kind) for line, kind in zip(lines, kinds, strict=True))
    return Document(
        id=id,
        path=path or f"{id}.txt",
        text=text,
        origin=Origin(line_starts=line_starts(text)),
        lang=lang,
        title=title,
        blocks=blocks,
        segments=tuple(s for block in blocks for s in _sentences(text, block, lang)),
    )


def _sentences(text: str, block: Block, lang: str) -> Iterator[Segment]:
    """The sentences of one block, blank ends cut off."""
    for match in SENTENCE.finditer(text, block.span.start, block.span.end):
        body = match.group().strip()
        if body:
            start = match.start() + match.group().index(body)
            yield Segment(Span(start, start + len(body)), body, lang, block.kind)


def find(doc: Document, needle: str, nth: int = 0) -> Span:
    """The `nth` place (from 0) at which `needle` stands in the text."""
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(needle, at + 1)
    return Span(at, at + len(needle))


def mention(doc: Document, needle: str, nth: int = 0, kind: Kind = Kind.PERSON) -> Mention:
    """One name seen once."""
    return Mention(doc.id, find(doc, needle, nth), needle, kind, doc.lang)


def mentions(docs: Sequence[Document], *forms: str, kind: Kind = Kind.PERSON) -> list[Mention]:
    """Every place where one of `forms` stands, the longest form winning where two overlap."""
    pattern = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    return [
        Mention(doc.id, Span(*found.span()), found.group(), kind, doc.lang)
        for doc in docs
        for found in pattern.finditer(doc.text)
    ]


def entity(
    canonical: str,
    seen: Sequence[Mention],
    *,
    id: str = "e1",
    kind: Kind = Kind.PERSON,
    basis: Basis = Basis.MAJORITY,
    because: str = "It is the form used most often.",
    confidence: float = 0.9,
    variants: Sequence[Variant] = (),
    record: str | None = None,
) -> Entity:
    """An entity with its forms counted, most frequent first."""
    where: dict[str, list[str]] = {}
    for one in seen:
        where.setdefault(one.text, []).append(one.document)
    forms = [Form(text, len(docs), len(set(docs))) for text, docs in where.items()]
    return Entity(
        id=id,
        kind=kind,
        canonical=Canonical(canonical, basis, because, confidence),
        forms=tuple(sorted(forms, key=lambda form: (-form.count, form.text))),
        mentions=tuple(seen),
        variants=tuple(variants),
        record=record,
    )


def rule(
    id: str = "NAM001",
    name: str = "split-name",
    *,
    mqm: MQM = MQM.INCONSISTENT_TERM,
    severity: Severity = Severity.MAJOR,
    finding_class: FindingClass = FindingClass.ERROR,
    languages: frozenset[str] | None = None,
    why: str = "A reader who meets two spellings must guess whether they are two people.",
) -> Rule:
    """A rule that finds nothing."""
    return Rule(
        id=id,
        name=name,
        since="0.1",
        scope=Scope.SEGMENT,
        mqm=mqm,
        severity=severity,
        finding_class=finding_class,
        says="{found}",
        why=why,
        examples=(Good("Nothing."),),
        check=_silent,
        languages=languages,
    )


def _silent(*subjects: Any) -> Iterator[Hit]:
    """A check that yields nothing."""
    yield from ()


def finding(
    doc: Document,
    at: str | Span,
    message: str = "Something is wrong here.",
    *,
    by: Rule | None = None,
    severity: Severity | None = None,
    finding_class: FindingClass | None = None,
    confidence: float = 0.9,
    entity: str | None = None,
    related: Sequence[Reference] = (),
    fixes: Sequence[Fix] = (),
    state: State = State.NEW,
) -> Finding:
    """A finding of rule `by` at the span or the first place of the string `at`."""
    by = by or rule()
    span = at if isinstance(at, Span) else find(doc, at)
    key = f"{by.id}\0{doc.id}\0{span.start}\0{span.end}".encode("utf-8", "surrogatepass")
    return Finding(
        fingerprint=blake2b(key, digest_size=8).hexdigest(),
        rule=by.id,
        name=by.name,
        finding_class=finding_class or by.finding_class,
        severity=severity or by.severity,
        confidence=confidence,
        mqm=by.mqm,
        message=message,
        document=doc.id,
        span=span,
        place=doc.place(span),
        text=doc.cut(span),
        entity=entity,
        related=tuple(related),
        fixes=tuple(fixes),
        state=state,
    )


def reference(doc: Document, needle: str, nth: int = 0) -> Reference:
    """Another passage, by the text that stands there."""
    place = doc.place(find(doc, needle, nth))
    return Reference(doc.id, place.start, place.end, needle)


def report(
    documents: Sequence[Document],
    findings: Sequence[Finding] = (),
    entities: Sequence[Entity] = (),
    *,
    notes: Sequence[Note] = (),
    rules: Sequence[Rule] | None = None,
) -> Report:
    """A report in the order that reports have; words are counted at blanks."""
    order = {doc.id: i for i, doc in enumerate(documents)}
    ran = rules if rules is not None else [rule(f.rule, f.name) for f in findings]
    return Report(
        signature=SIGNATURE,
        documents=tuple(documents),
        entities=tuple(entities),
        findings=tuple(sorted(findings, key=lambda f: (order[f.document], f.span, f.rule))),
        notes=tuple(notes),
        rules={r.id: r for r in sorted(ran, key=lambda r: r.id)},
        words={doc.id: len(doc.text.split()) for doc in documents},
    )
