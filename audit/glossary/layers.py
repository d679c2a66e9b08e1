"""Lays one glossary file over those below it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit.glossary.concepts import Role, lists_of, terms_of
from audit.glossary.glossary_file import Draft
from audit.model.terms import Concept, Term, TermStatus


def lay_over(base: Sequence[Concept], drafts: Sequence[Draft], layer: str) -> tuple[Concept, ...]:
    """The concepts in force when a file lies over `base`: those of the file first.

    A concept takes the place of the weaker one with its id, or of one that prefers the same terms
    in two languages, and takes over the fields, and the terms of languages, that it does not set.
    What it forbids, no weaker concept that shares a term with it accepts.
    """
    by_id = {concept.id: concept for concept in base}
    by_terms = {key: concept for concept in reversed(base) for key in _pairs(concept.terms)}
    upper: list[Concept] = []
    gone: set[str] = set()
    for draft in drafts:
        own = terms_of(draft.lists)
        likely = (by_terms[key] for key in _pairs(own) if key in by_terms)
        below = by_id.get(draft.id) or next((one for one in likely if one.id not in gone), None)
        if below is not None:
            gone.add(below.id)
        upper.append(_concept(draft, below, layer))
    lower = [concept for concept in base if concept.id not in gone]
    return (*upper, *_undisputed(upper, lower))


def _concept(draft: Draft, below: Concept | None, layer: str) -> Concept:
    """The concept of `draft`, with what it does not set taken over from `below`."""
    lists = dict(draft.lists)
    if below is not None:
        set_here = {text for texts in draft.lists.values() for text in texts}
        for key, texts in lists_of(below.terms).items():
            kept = tuple(text for text in texts if text not in set_here)
            if key not in lists and kept:
                lists[key] = kept
    if not any(texts for (role, _), texts in lists.items() if role is not Role.SHORT):
        raise draft.where.error('no terms: write for example terms = { en = ["drone"] }')
    start = below or Concept(draft.id, ())
    return replace(start, id=draft.id, terms=terms_of(lists), layer=layer, **draft.fields)


def _pairs(terms: Iterable[Term]) -> list[tuple[Term, Term]]:
    """Every two of the preferred terms: two in common make two concepts one."""
    best = [term for term in terms if term.status is TermStatus.PREFERRED]
    return [(a, b) for at, a in enumerate(best) for b in best[at + 1 :]]


def _undisputed(upper: Iterable[Concept], lower: Sequence[Concept]) -> list[Concept]:
    """`lower` without terms that a stronger concept forbids for what is plainly the same thing."""
    barred: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for concept in upper:
        keys = {(term.lang, term.text) for term in concept.terms if term.status.accepted}
        for term in concept.terms:
            if not term.status.accepted:
                barred.setdefault((term.lang, term.text), set()).update(keys)
    return [_without(concept, barred) for concept in lower] if barred else list(lower)


def _without(concept: Concept, barred: dict[tuple[str, str], set[tuple[str, str]]]) -> Concept:
    own = {(term.lang, term.text) for term in concept.terms}
    kept = [
        term
        for term in concept.terms
        if not term.status.accepted or not barred.get((term.lang, term.text), set()) & own
    ]
    if len(kept) == len(concept.terms):
        return concept
    return replace(concept, terms=terms_of(lists_of(kept)))
