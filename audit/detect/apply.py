"""Applies rules to what they look at; a rule that crashes becomes a note and the run goes on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from audit.model.finding import Hit
from audit.model.names import Entity
from audit.model.report import Note, NoteLevel
from audit.model.rule import Rule, Scope
from audit.model.text import Document

RuleHit = tuple[str, Hit]
"""A rule's id and what it said."""


def hits_in_document(
    document: Document, rules: Iterable[Rule], options: Mapping[str, Any]
) -> tuple[list[RuleHit], list[Note]]:
    """What the segment and document rules among `rules` say of one document.

    `options` are settings by rule id; a rule without an entry gets its defaults.
    """
    hits: list[RuleHit] = []
    notes: list[Note] = []
    for rule in rules:
        settings = options.get(rule.id) or rule.options()
        if rule.scope is Scope.SEGMENT:
            check = partial(_over_segments, rule, document, settings)
        elif rule.scope is Scope.DOCUMENT and rule.knows(document.lang):
            check = partial(rule.check, document, settings)
        else:
            continue
        hits += _guarded(rule, document.path, check, notes)
    return hits, notes


def hits_in_entities(
    entities: Iterable[Entity], rules: Iterable[Rule], options: Mapping[str, Any]
) -> tuple[list[RuleHit], list[Note]]:
    """What the entity rules among `rules` say of the linked entities."""
    hits: list[RuleHit] = []
    notes: list[Note] = []
    every = tuple(entities)
    for rule in rules:
        if rule.scope is Scope.ENTITY:
            settings = options.get(rule.id) or rule.options()
            for entity in every:
                if rule.knows(entity.mentions[0].lang):
                    hits += _guarded(rule, None, partial(rule.check, entity, settings), notes)
    return hits, notes


def _over_segments(rule: Rule, document: Document, settings: object) -> Iterator[Hit]:
    for segment in document.segments:
        if rule.knows(segment.lang):
            yield from rule.check(document, segment, settings)


def _guarded(
    rule: Rule, path: str | None, check: Callable[[], Iterable[Hit]], notes: list[Note]
) -> list[RuleHit]:
    """Run a check to its end; a crash is noted and loses the hits of that rule only."""
    try:
        return [(rule.id, hit) for hit in check()]
    except Exception as fault:  # noqa: BLE001 - a foreign rule may raise anything
        message = (
            f"rule {rule.id} failed ({type(fault).__name__}: {fault}); its findings are missing"
        )
        notes.append(Note(NoteLevel.ERROR, "rule-crashed", message, path))
        return []
