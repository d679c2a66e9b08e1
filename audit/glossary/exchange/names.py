"""The names authority as a glossary, so that its records go into the same formats, and back."""

from collections.abc import Iterable, Mapping

from audit.glossary.concepts import Role, lists_of, terms_of
from audit.glossary.exchange.base import Losses
from audit.model.authority import NameRecord
from audit.model.names import Kind
from audit.model.terms import Concept

KINDS = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)

_LOST = ("near_only", "near", "not_for", "except_phrases", "except_in_quotes", "country")
"""What a record of the authority has and no concept has."""


def to_concepts(records: Iterable[NameRecord]) -> tuple[tuple[Concept, ...], Mapping[str, int]]:
    """Records as concepts, their kinds as domains, and what a concept cannot hold."""
    losses = Losses()
    concepts = []
    for record in records:
        for name in _LOST:
            losses.add(name, int(bool(getattr(record, name))))
        concepts.append(_concept(record))
    return tuple(concepts), losses.freeze()


def _concept(record: NameRecord) -> Concept:
    lists: dict[tuple[Role, str], tuple[str, ...]] = {
        (Role.TERMS, record.lang): (record.canonical, *record.allowed),
        (Role.SHORT, record.lang): record.short,
        (Role.VARIANT, record.lang): record.other,
        (Role.SUPERSEDED, record.lang): record.former,
        (Role.FORBIDDEN, record.lang): record.forbidden,
    }
    for lang, form in record.source_forms:
        if lang != record.lang:
            lists[Role.TERMS, lang] = (*lists.get((Role.TERMS, lang), ()), form)
    return Concept(
        id=record.id,
        terms=terms_of(lists),
        part_of_speech="proper-noun",
        domain=record.kind.value,
        since=record.since,
        note=record.note,
        reference=record.reference,
        layer=record.layer,
    )


def to_records(
    concepts: Iterable[Concept], lang: str, kind: Kind
) -> tuple[tuple[NameRecord, ...], Mapping[str, int]]:
    """Concepts as records whose forms are in `lang`, and what a record cannot hold.

    `kind` is that of concepts whose domain is none of person, place and organisation.
    """
    losses = Losses()
    records = []
    for concept in concepts:
        lists = lists_of(concept.terms)
        accepted = lists.get((Role.TERMS, lang), ())
        if not accepted:
            losses.add(f"concepts without an accepted term in {lang}")
            continue
        losses.fields(
            concept, ("domain", "since", "note", "reference", "part_of_speech", "case_sensitive")
        )
        sources = []
        for (role, other), texts in lists.items():
            if other == lang:
                continue
            if role in (Role.TERMS, Role.SHORT):
                sources += [(other, text) for text in texts]
            else:
                losses.add(f"{role} terms in other languages", len(texts))
        records.append(
            NameRecord(
                id=concept.id,
                kind=Kind(concept.domain) if concept.domain in KINDS else kind,
                canonical=accepted[0],
                lang=lang,
                short=lists.get((Role.SHORT, lang), ()),
                allowed=accepted[1:],
                other=lists.get((Role.VARIANT, lang), ()),
                former=lists.get((Role.SUPERSEDED, lang), ()),
                forbidden=lists.get((Role.FORBIDDEN, lang), ()),
                source_forms=tuple(sources),
                since=concept.since,
                note=concept.note,
                reference=concept.reference,
            )
        )
    return tuple(records), losses.freeze()
