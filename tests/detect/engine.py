"""Runs one rule over its own examples, with the real stages in front of it.

An example is turned into documents as a plain-text reader would make them: one block a line. The
passages between ⟦ and ⟧ are what the rule must report.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module

from audit.annotate.terms import terms_seen
from audit.model.finding import Hit
from audit.model.names import Entity
from audit.model.place import Span
from audit.model.rule import Bad, Good, Rule, Scope
from audit.model.terms import Concept, Glossary
from audit.model.text import Block, Document, Segment

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Marked:
    """An example text without its marks, and the spans they marked."""

    text: str
    spans: tuple[Span, ...]


def unmark(text: str) -> Marked:
    """Take the marks out of an example text."""
    clean: list[str] = []
    spans: list[Span] = []
    start: int | None = None
    for char in text:
        if char == OPEN:
            assert start is None, f"a mark opens twice: {text!r}"
            start = len(clean)
        elif char == CLOSE:
            assert start is not None, f"a mark closes that was not open: {text!r}"
            spans.append(Span(start, len(clean)))
            start = None
        else:
            clean.append(char)
    assert start is None, f"a mark is not closed: {text!r}"
    return Marked("".join(clean), tuple(spans))


def document(
    text: str, lang: str, name: str = "example", source: tuple[str, str] | None = None
) -> Document:
    """A document of `text`, one block a line, segmented; `source` with the tag of its language."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    plain = Document(id=name, path=f"{name}.txt", text=text, lang=lang, blocks=tuple(blocks))
    if source:
        plain = replace(plain, source=source[0], source_lang=source[1])
    return _segmented(plain)


def documents(example: Bad | Good) -> list[Document]:
    """The documents of an example, without their marks; the source belongs to the first."""
    made = [
        document(
            unmark(text).text, example.lang, f"example{number}", None if number else example.source
        )
        for number, text in enumerate(example.texts)
    ]
    made[0] = replace(made[0], doubts=example.doubts)
    return [with_terms(each, example.glossary) for each in made] if example.glossary else made


def with_terms(document: Document, concepts: Sequence[Concept]) -> Document:
    """`document` with what a glossary of `concepts` sees in it."""
    glossary = Glossary(tuple(concepts), digest=repr(concepts))
    seen = terms_seen(document, glossary)
    return replace(document, term_uses=seen.uses, term_renderings=seen.renderings)


def _segmented(plain: Document) -> Document:
    """Run the segment stage; where it is absent, a line is a segment."""
    stage = import_module("audit.segment")
    if hasattr(stage, "segment"):
        done = stage.segment(plain)
        assert isinstance(done, Document)
        return done
    segments: list[Segment] = []
    for block in plain.blocks:
        raw = plain.cut(block.span)
        start = block.span.start + len(raw) - len(raw.lstrip())
        text = raw.strip()
        segments.append(Segment(Span(start, start + len(text)), text, plain.lang, block.kind))
    return replace(plain, segments=tuple(segments))


def links_names() -> bool:
    """Whether the stages that entity rules need are there."""
    return hasattr(import_module("audit.link"), "link") and hasattr(
        import_module("audit.annotate"), "annotate"
    )


def entities(documents: Sequence[Document]) -> tuple[Entity, ...]:
    """The entities of `documents`, linked together, with the built-in names alone."""
    return _linked(annotated(documents))


@lru_cache(maxsize=2)
def _linked(documents: tuple[Document, ...]) -> tuple[Entity, ...]:
    """The entities of annotated documents; kept, as are the names."""
    authority = import_module("audit.authority").load([], None, True)
    found = import_module("audit.link").link(documents, authority)
    assert isinstance(found, tuple)
    return found


def annotated(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with their names, by the built-in names alone."""
    return tuple(map(_annotated, documents))


@lru_cache(maxsize=8)
def _annotated(document: Document) -> Document:
    """A document with its names; kept, because all rules ask for it in turn."""
    authority = import_module("audit.authority").load([], None, True)
    done = import_module("audit.annotate").annotate(document, authority)
    assert isinstance(done, Document)
    return done


def run(rule: Rule, documents: Sequence[Document]) -> list[Hit]:
    """All hits of `rule` with its default options, in order of document and place."""
    hits = list(_hits(rule, documents))
    order = {each.id: index for index, each in enumerate(documents)}
    return sorted(hits, key=lambda hit: (order[hit.document], hit.at))


def _hits(rule: Rule, documents: Sequence[Document]) -> Iterator[Hit]:
    options = rule.options()
    check: Callable[..., Iterator[Hit]] = rule.check
    if rule.scope is Scope.ENTITY:
        for entity in entities(documents):
            yield from check(entity, options)
        return
    if rule.scope is Scope.FEED:
        yield from check(documents, options)
        return
    if rule.scope is Scope.PAIR:
        yield from _hits_in_pairs(rule, documents)
        return
    for each in annotated(documents) if rule.scope is Scope.DOCUMENT else documents:
        if rule.scope is Scope.DOCUMENT:
            if rule.knows(each.lang):
                yield from check(each, options)
            continue
        for segment in each.segments:
            if rule.knows(segment.lang):
                yield from check(each, segment, options)


def _hits_in_pairs(rule: Rule, documents: Sequence[Document]) -> Iterator[Hit]:
    options = rule.options()
    for each in documents:
        for pair in each.aligned():
            if rule.knows(pair.lang) and rule.knows_source(pair.source_lang):
                yield from rule.check(each, pair, options)


def fixed(text: str, hits: Sequence[Hit]) -> str:
    """`text` after the first fix of each hit, hits in order."""
    for hit in reversed(hits):
        assert hit.fixes, f"no fix for {text[hit.at.start : hit.at.end]!r}"
        text = text[: hit.at.start] + hit.fixes[0].replacement + text[hit.at.end :]
    return text
