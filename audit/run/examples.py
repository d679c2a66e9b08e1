"""The examples of rules, run: each text goes through the real stages before the rule looks at it.

An example becomes documents as a plain-text reader would make them: one block a line. What stands
between ⟦ and ⟧ is what the rule must report. Names and authority are the built-in ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from audit.annotate import annotate
from audit.annotate.terms import terms_seen
from audit.authority import load as load_authority
from audit.link import link
from audit.model.finding import Hit
from audit.model.names import Entity
from audit.model.place import Span
from audit.model.rule import Bad, Good, Rule, Scope
from audit.model.terms import Concept, Glossary
from audit.model.text import Block, Document
from audit.segment import segment

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Marked:
    """An example text without its marks, and the spans they marked."""

    text: str
    spans: tuple[Span, ...]


def failures(rule: Rule) -> Iterator[str]:
    """A sentence for each example on which `rule`, with its default options, does otherwise."""
    for example in rule.examples:
        try:
            fault = _failure(rule, example)
        except ValueError as broken:
            fault = str(broken)
        if fault:
            yield f"{rule.id}: {fault} in {' / '.join(example.texts)}"


def _failure(rule: Rule, example: Bad | Good) -> str:
    """What is wrong with one example; empty where nothing is."""
    marked = [unmark(text) for text in example.texts]
    made = documents(example)
    hits = run(rule, made)
    found = [(hit.document, hit.at) for hit in hits]
    wanted = [(one.id, span) for one, each in zip(made, marked, strict=True) for span in each.spans]
    texts = {one.id: one for one in made}
    missing = [texts[id_].cut(span) for id_, span in wanted if (id_, span) not in found]
    if missing:
        return f"not reported: {', '.join(map(repr, missing))}"
    extra = [texts[id_].cut(span) for id_, span in found if (id_, span) not in wanted]
    if extra or len(found) != len(wanted):
        return f"reported: {', '.join(map(repr, extra)) or 'one passage twice'}"
    if isinstance(example, Bad) and example.fixed is not None:
        becomes = fixed(made[0].text, [hit for hit in hits if hit.document == made[0].id])
        if becomes != example.fixed:
            return f"becomes {becomes!r}"
    for hit in hits:
        try:
            rule.says.format(**dict(hit.values))
        except KeyError as lacking:
            return f"the message needs the value {lacking}"
    return ""


def unmark(text: str) -> Marked:
    """Take the marks out of an example text; raises `ValueError` where they do not pair."""
    clean: list[str] = []
    spans: list[Span] = []
    start: int | None = None
    for char in text:
        if char not in (OPEN, CLOSE):
            clean.append(char)
        elif (char == OPEN) is not (start is None):
            raise ValueError("⟦ and ⟧ do not pair")
        elif start is None:
            start = len(clean)
        else:
            spans.append(Span(start, len(clean)))
            start = None
    if start is not None:
        raise ValueError("⟦ and ⟧ do not pair")
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
    return segment(plain)


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


def entities(documents: Sequence[Document]) -> Sequence[Entity]:
    """The entities of `documents`, linked together."""
    return _linked(annotated(documents))


@lru_cache(maxsize=2)
def _linked(documents: tuple[Document, ...]) -> Sequence[Entity]:
    """The entities of annotated documents; kept, as are the names."""
    return link(documents, load_authority([], None, True))


def annotated(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with their names."""
    return tuple(map(_annotated, documents))


@lru_cache(maxsize=8)
def _annotated(document: Document) -> Document:
    """A document with its names; kept, because all rules ask for it in turn."""
    return annotate(document, load_authority([], None, True))


def run(rule: Rule, documents: Sequence[Document]) -> list[Hit]:
    """All hits of `rule` with its default options, in order of document and place."""
    hits = list(_hits(rule, documents))
    order = {each.id: index for index, each in enumerate(documents)}
    return sorted(hits, key=lambda hit: (order[hit.document], hit.at))


def _hits(rule: Rule, documents: Sequence[Document]) -> Iterator[Hit]:
    check, options = rule.check, rule.options()
    if rule.scope is Scope.ENTITY:
        for entity in entities(documents):
            yield from check(entity, options)
    elif rule.scope is Scope.FEED:
        yield from check(documents, options)
    elif rule.scope is Scope.DOCUMENT:
        for each in annotated(documents):
            if rule.knows(each.lang):
                yield from check(each, options)
    else:
        for each in documents:
            yield from _within(rule, each)


def _within(rule: Rule, document: Document) -> Iterator[Hit]:
    """What a rule on segments or pairs says of one document."""
    if rule.scope is Scope.SEGMENT:
        for segment in document.segments:
            if rule.knows(segment.lang):
                yield from rule.check(document, segment, rule.options())
        return
    for pair in document.aligned():
        if rule.knows(pair.lang) and rule.knows_source(pair.source_lang):
            yield from rule.check(document, pair, rule.options())


def fixed(text: str, hits: Sequence[Hit]) -> str:
    """`text` after the first fix of each hit, hits in order; `ValueError` where one has none."""
    for hit in reversed(hits):
        if not hit.fixes:
            raise ValueError(f"no fix for {text[hit.at.start : hit.at.end]!r}")
        text = text[: hit.at.start] + hit.fixes[0].replacement + text[hit.at.end :]
    return text
