"""Applies rules to what they look at; a rule that fails becomes a note and the run goes on."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from audit.model.finding import Hit
from audit.model.mentions import Mentions
from audit.model.names import Entity
from audit.model.report import Note, NoteLevel
from audit.model.rule import NoOptions, Rule, Scope
from audit.model.text import Aligned, Document

RuleHit = tuple[str, Hit]
"""A rule's id and what it said."""


def hits_in_document(
    document: Document, rules: Iterable[Rule], options: Mapping[str, Any]
) -> tuple[list[RuleHit], list[Note]]:
    """What the segment, pair and document rules among `rules` say of one document.

    `options` are settings by rule id; a rule without an entry gets its defaults.
    """
    hits: list[RuleHit] = []
    notes: list[Note] = []
    pairs = document.aligned()
    homes, end = {document.id}, len(document.text)
    of_strings = document.is_of_strings
    for rule in rules:
        if of_strings and rule.of_articles:
            continue
        settings = options.get(rule.id) or _defaults(rule)
        scope = rule.scope
        if scope is Scope.DOCUMENT:
            if not rule.knows(document.lang):
                continue
            check = partial(rule.check, document, settings)
        elif scope is Scope.SEGMENT:
            check = partial(_over_segments, rule, document, settings)
        elif scope is Scope.PAIR and pairs:
            check = partial(_over_pairs, rule, document, pairs, settings)
        else:
            continue
        found, failure = _guarded(rule, check, homes, end)
        hits += found
        if failure:
            notes.append(Note(NoteLevel.ERROR, "rule-crashed", failure, document.path))
    return hits, notes


def _defaults(rule: Rule) -> object:
    """The settings of a rule that nobody set; most rules have none at all."""
    return _NO_OPTIONS if rule.options is NoOptions else rule.options()


_NO_OPTIONS = NoOptions()


def hits_in_entities(
    entities: Iterable[Entity],
    rules: Iterable[Rule],
    options: Mapping[str, Any],
    notes: list[Note],
) -> Iterator[RuleHit]:
    """What the entity rules among `rules` say of the linked entities, one after another.

    What is to be told of the rules themselves is added to `notes`.
    """
    chosen = [
        (rule, options.get(rule.id) or _defaults(rule))
        for rule in rules
        if rule.scope is Scope.ENTITY
    ]
    of_all = [(rule, settings) for rule, settings in chosen if not rule.of_variants]
    known: dict[tuple[str, str], bool] = {}
    for entity in entities:
        asked = chosen if entity.variants or entity.lookalikes else of_all
        if not asked:
            continue
        lang, homes = entity.mentions[0].lang, _Homes(entity)
        for rule, settings in asked:
            if (rule.id, lang) not in known:
                known[rule.id, lang] = rule.knows(lang)
            if known[rule.id, lang]:
                check = partial(rule.check, entity, settings)
                found, failure = _guarded(rule, check, homes)
                yield from found
                if failure:
                    notes.append(Note(NoteLevel.ERROR, "rule-crashed", failure))


class _Homes:
    """The documents that speak of an entity; hardly ever asked for, since few are reported."""

    def __init__(self, entity: Entity) -> None:
        self._entity = entity

    def __contains__(self, document: object) -> bool:
        return document in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        mentions = self._entity.mentions
        if isinstance(mentions, Mentions):
            return mentions.homes
        return frozenset(mention.document for mention in mentions)


def hits_in_feed(
    documents: Sequence[Document], rules: Iterable[Rule], options: Mapping[str, Any]
) -> tuple[list[RuleHit], list[Note]]:
    """What the feed rules among `rules` say of documents that are audited together."""
    hits: list[RuleHit] = []
    notes: list[Note] = []
    homes: set[str] = set()
    strings = False
    for document in documents:
        homes.add(document.id)
        strings = strings or document.is_of_strings
    articles = tuple(one for one in documents if not one.is_of_strings) if strings else documents
    for rule in rules:
        if rule.scope is not Scope.FEED:
            continue
        settings = options.get(rule.id) or _defaults(rule)
        seen = articles if rule.of_articles else documents
        found, failure = _guarded(rule, partial(rule.check, seen, settings), homes)
        hits += found
        if failure:
            notes.append(Note(NoteLevel.ERROR, "rule-crashed", failure))
    return hits, notes


def _over_segments(rule: Rule, document: Document, settings: object) -> Iterator[Hit]:
    known: dict[str, bool] = {}
    for segment in document.segments:
        lang = segment.lang
        if lang not in known:
            known[lang] = rule.knows(lang)
        if known[lang]:
            yield from rule.check(document, segment, settings)


def _over_pairs(
    rule: Rule, document: Document, pairs: Sequence[Aligned], settings: object
) -> Iterator[Hit]:
    first = pairs[0]  # all pairs of a document are in its languages
    if rule.knows(first.lang) and rule.knows_source(first.source_lang):
        for pair in pairs:
            yield from rule.check(document, pair, settings)


def _guarded(
    rule: Rule,
    check: Callable[[], Iterable[Hit]],
    homes: Container[str],
    end: int | None = None,
) -> tuple[list[RuleHit], str]:
    """Run a check to its end: its hits, or none and why it failed.

    `homes` and `end` are the documents a hit may stand in and the length of their text, if known.
    """
    try:
        hits = []
        for hit in check():
            _require_sound(rule, hit, homes, end)
            hits.append((rule.id, hit))
    except Exception as fault:  # noqa: BLE001 - a foreign rule may raise anything
        reason = f"{type(fault).__name__}: {fault}"
        return [], f"rule {rule.id} failed ({reason}); its findings are missing"
    return hits, ""


def _require_sound(rule: Rule, hit: Hit, homes: Container[str], end: int | None) -> None:
    """Raise `ValueError` for a hit of which no finding could be made."""
    if hit.document not in homes:
        raise ValueError(f"a hit in a document it was not given, {hit.document!r}")
    if end is not None and hit.at.end > end:
        raise ValueError(f"a hit that ends at {hit.at.end} in a text of {end} characters")
    given = dict(hit.values)
    try:
        rule.says.format_map(given)
    except KeyError as fault:
        raise ValueError(
            f"its message needs the value {fault}, the hit has {sorted(given)}"
        ) from fault
