"""Finds contradictions within one record and between the records of one file."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from audit.authority.names_file import Draft
from audit.errors import ConfigError

EXCLUSIVE = ("canonical", "short", "allowed", "other", "former", "forbidden")
"""Fields of which a form may stand in only one: each says something else of it."""


def check(drafts: Sequence[Draft]) -> None:
    """Raise `ConfigError` for the first contradiction among the drafts of one file."""
    _check_ids(drafts)
    for draft in drafts:
        _check_record(draft)
    _check_forbidden(drafts)
    _check_shared(drafts)


def _forms(draft: Draft, key: str) -> tuple[str, ...]:
    """The forms in one field of a draft."""
    match key:
        case "canonical":
            form = draft.fields.get("canonical")
            return () if form is None else (form,)
        case "short":
            return draft.fields.get("short", ())
        case "allowed":
            return draft.fields.get("allowed", ())
        case "other":
            return draft.fields.get("other", ())
        case "former":
            return draft.fields.get("former", ())
    return draft.fields.get("forbidden", ())


def _check_ids(drafts: Iterable[Draft]) -> None:
    """Every id stands once."""
    seen: set[str] = set()
    for draft in drafts:
        if draft.id in seen:
            raise draft.where.error("this id stands twice in the file")
        seen.add(draft.id)


def _check_record(draft: Draft) -> None:
    """A form has one role."""
    for first, second in combinations(EXCLUSIVE, 2):
        both = set(_forms(draft, first)) & set(_forms(draft, second))
        if both:
            form = min(both)
            raise draft.where.error(f'"{form}" stands both in "{first}" and in "{second}"')


def _check_forbidden(drafts: Iterable[Draft]) -> None:
    """No form is right in one record and wrong in another of the same language."""
    drafts = list(drafts)
    right = {
        (draft.fields.get("lang", "en"), form): draft
        for draft in drafts
        for form in _forms(draft, "canonical")
    }
    for draft in drafts:
        alone = set(draft.fields.get("near_only", ()))
        for form in _forms(draft, "forbidden"):
            holder = right.get((draft.fields.get("lang", "en"), form))
            if holder is not None and form not in alone:
                raise ConfigError(
                    f'{draft.where.file}: "{form}" is canonical in name "{holder.id}" but '
                    f'forbidden in name "{draft.id}"'
                )


def _check_shared(drafts: Iterable[Draft]) -> None:
    """No form but a short one names two things of one kind, unless it needs company in both."""
    holders: dict[tuple[str, str, str], Draft] = {}
    for draft in drafts:
        alone = set(draft.fields.get("near_only", ()))
        spot = (draft.fields.get("lang", "en"), str(draft.fields.get("kind", "")))
        for key in EXCLUSIVE:
            for form in _forms(draft, key) if key != "short" else ():
                if form in alone:
                    continue
                holder = holders.setdefault((*spot, form), draft)
                if holder is not draft:
                    raise ConfigError(
                        f'{draft.where.file}: "{form}" stands both in name "{holder.id}" and in '
                        f'name "{draft.id}"; put it into "near_only" of one of them'
                    )
