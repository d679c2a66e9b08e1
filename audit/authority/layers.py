"""Lays one names file over the records below it: overrides, patterns, new records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from audit.authority.names_file import Draft, NamesFile
from audit.authority.renaming import rename
from audit.model.authority import NameRecord

Key: TypeAlias = tuple[str, str, str]
"""Language, kind and form: what two records of one thing have in common."""


@dataclass(slots=True)
class Index:
    """Finds the record that an override means, by id or by form."""

    by_id: dict[str, NameRecord] = field(default_factory=dict)
    canonical: dict[Key, str] = field(default_factory=dict)
    known: dict[Key, str] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[NameRecord]) -> "Index":
        """Index `records`; of two records with one form the stronger (earlier) is found."""
        index = cls()
        for record in records:
            index.by_id.setdefault(record.id, record)
            index.canonical.setdefault((record.lang, record.kind, record.canonical), record.id)
            for form in distinctive_forms(record):
                index.known.setdefault((record.lang, record.kind, form), record.id)
        return index

    def find(self, draft: Draft) -> NameRecord | None:
        """The record whose place `draft` takes: same id, else same canonical form, else a form."""
        if draft.id in self.by_id:
            return self.by_id[draft.id]
        values = draft.fields
        if "kind" not in values or "canonical" not in values:
            return None
        spot = (values.get("lang", "en"), values["kind"])
        alone = values.get("near_only", ())
        listed = (
            *values.get("forbidden", ()),
            *values.get("allowed", ()),
            *values.get("other", ()),
            *values.get("former", ()),
        )
        forms = [values["canonical"], *(form for form in listed if form not in alone)]
        for table in (self.canonical, self.known):
            for form in forms:
                found = table.get((*spot, form))
                if found is not None:
                    return self.by_id[found]
        return None


def distinctive_forms(record: NameRecord) -> tuple[str, ...]:
    """The forms that name this record alone: no short ones, none that need company."""
    barred = {*record.near_only, *record.short}
    return tuple(form for form in _all_forms(record) if form not in barred)


def lay_over(base: Sequence[NameRecord], file: NamesFile, layer: str) -> tuple[NameRecord, ...]:
    """The records in force when `file` lies over `base`: those of the file first."""
    pairs = _matched(file.drafts, Index.of(base))
    claims = [{*_set_forms(draft)} for draft, _ in pairs]
    upper = [
        _new(draft, layer)
        if below is None
        else _override(draft, _without(below, _claimed_by_others(claims, number)), layer)
        for number, (draft, below) in enumerate(pairs)
    ]
    gone = {below.id for _, below in pairs if below is not None} | {r.id for r in upper}
    lower = [record for record in base if record.id not in gone]
    governed: list[NameRecord] = []
    rest: list[NameRecord] = []
    for record in lower:
        pattern = next((p for p in file.patterns if p.governs(record)), None)
        if pattern is None:
            rest.append(record)
        else:
            governed.append(pattern.apply(record, layer))
    return _undisputed((*upper, *governed), rest)


def _matched(drafts: Sequence[Draft], index: Index) -> list[tuple[Draft, NameRecord | None]]:
    """Each draft with the record it replaces; a record is replaced by id before it is by form."""
    named = {draft.id for draft in drafts} & index.by_id.keys()
    owners = {name: name for name in named}
    pairs: list[tuple[Draft, NameRecord | None]] = []
    for draft in drafts:
        below = index.find(draft)
        if below is not None and below.id in named and below.id != draft.id:
            below = None
        if below is not None and owners.setdefault(below.id, draft.id) != draft.id:
            raise draft.where.error(f'name "{owners[below.id]}" already replaces "{below.id}"')
        pairs.append((draft, below))
    return pairs


def _set_forms(draft: Draft) -> tuple[str, ...]:
    """The forms that a draft itself sets, but for short ones."""
    values = draft.fields
    return (
        *((values["canonical"],) if "canonical" in values else ()),
        *values.get("allowed", ()),
        *values.get("other", ()),
        *values.get("former", ()),
        *values.get("forbidden", ()),
    )


def _claimed_by_others(claims: Sequence[set[str]], number: int) -> set[str]:
    """The forms that other drafts of the file set: a draft does not take these over."""
    others = (claim for place, claim in enumerate(claims) if place != number)
    return set().union(*others)


def _new(draft: Draft, layer: str) -> NameRecord:
    """The record of a draft that takes the place of none."""
    for key in ("kind", "canonical"):
        if key not in draft.fields:
            raise draft.where.error(f'field "{key}" is missing, and no built-in record has this id')
    return _settled(NameRecord(id=draft.id, layer=layer, **draft.fields), draft)


def _override(draft: Draft, below: NameRecord, layer: str) -> NameRecord:
    """The record of `draft` with what it does not set taken over from `below`."""
    values = draft.fields
    for key, old in (("kind", below.kind), ("lang", below.lang)):
        new = values.get(key, old)
        if new != old:
            raise draft.where.error(
                f'field "{key}" is "{new}", but the record it replaces has "{old}"; '
                "give this one another id"
            )
    canonical = values.get("canonical", below.canonical)
    claimed = {*_set_forms(draft)} - {canonical}
    base = _without(below, claimed)
    if canonical != below.canonical or "short" in values:
        base = rename(base, canonical, values.get("short"))
    if canonical != below.canonical:
        base = replace(base, note=None, reference=None, since=None)
    base = replace(
        base,
        short=tuple(form for form in base.short if form not in claimed),
        other=tuple(form for form in base.other if form not in claimed),
    )
    record = replace(base, id=draft.id, layer=layer, **values)
    if "near_only" not in values:
        known = {*_all_forms(record)} - {canonical}
        kept = tuple(form for form in below.near_only if form in known)
        record = replace(record, near_only=kept)
    return _settled(record, draft)


def _all_forms(record: NameRecord) -> tuple[str, ...]:
    """Every form of `record` in its own language."""
    return (
        record.canonical,
        *record.short,
        *record.allowed,
        *record.other,
        *record.former,
        *record.forbidden,
    )


def _settled(record: NameRecord, draft: Draft) -> NameRecord:
    """`record` with each form that needs company, told which, among its other forms."""
    if record.near_only and not record.near:
        raise draft.where.error('field "near_only" needs words in "near"')
    unlisted = tuple(form for form in record.near_only if form not in _all_forms(record))
    return replace(record, other=(*record.other, *unlisted)) if unlisted else record


def _without(record: NameRecord, forms: Iterable[str]) -> NameRecord:
    """`record` without `forms` among all but its canonical and short ones."""
    gone = set(forms)
    if not gone:
        return record
    return replace(
        record,
        allowed=tuple(form for form in record.allowed if form not in gone),
        other=tuple(form for form in record.other if form not in gone),
        former=tuple(form for form in record.former if form not in gone),
        forbidden=tuple(form for form in record.forbidden if form not in gone),
        near_only=tuple(form for form in record.near_only if form not in gone),
    )


def _undisputed(upper: Sequence[NameRecord], rest: Iterable[NameRecord]) -> tuple[NameRecord, ...]:
    """`upper`, then `rest` without the forms that `upper` claims for another record."""
    claims: Mapping[tuple[str, str], set[str]] = _claims(upper)
    lower = (
        _without(record, claims.get((record.lang, record.kind), ()))
        if (record.lang, record.kind) in claims
        else record
        for record in rest
    )
    return (*upper, *lower)


def _claims(records: Iterable[NameRecord]) -> dict[tuple[str, str], set[str]]:
    """The distinctive forms of `records` by language and kind."""
    claims: dict[tuple[str, str], set[str]] = {}
    for record in records:
        claims.setdefault((record.lang, record.kind), set()).update(distinctive_forms(record))
    return claims
