"""Puts entities together from forms, groups of forms, and the short mentions of each group."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audit.link.compare_names import How, Relation
from audit.link.forms import NameForm, usual_kind
from audit.link.habits import Company
from audit.link.house import house_style
from audit.link.known import Known
from audit.link.settle import canonical, only
from audit.link.variants import full_variants, short_variant
from audit.model.mentions import Mentions
from audit.model.names import Canonical, Entity, Form, Kind, Variant
from audit.text.fold import roman

ID_BYTES = 4
"""Bytes of the digest that tells entities of one canonical form apart."""


@dataclass(frozen=True, slots=True)
class Settled:
    """An entity less its mentions."""

    id: str
    kind: Kind
    canonical: Canonical
    forms: tuple[Form, ...]
    variants: tuple[Variant, ...]
    record: str | None

    @classmethod
    def less_mentions(cls, one: Entity) -> "Settled":
        """What is settled of an entity."""
        return cls(one.id, one.kind, one.canonical, one.forms, one.variants, one.record)

    def of(self, mentions: Mentions) -> Entity:
        """The entity whole."""
        return Entity(
            self.id, self.kind, self.canonical, self.forms, mentions, self.variants, self.record
        )


def settled_plainly(mentions: Mentions, kind: Kind, scope: str) -> Settled:
    """What `settled` says of a name that is written in one way, and not known."""
    text, count = mentions.first_text, len(mentions)
    forms = (Form(text, count, len({*mentions.documents})),)
    identity = _id(text, kind, scope, mentions.first_lang)
    return Settled(identity, kind, only(text, count), forms, (), None)


def settled(
    forms: Sequence[NameForm],
    shorts: Mentions,
    every: Mentions,
    related: dict[tuple[str, str], Relation],
    scope: str,
    *,
    company: Company,
) -> Settled:
    """The entity that `forms`, `related` by their texts, and the `shorts` speak of.

    `every` are all its mentions in order. `scope` goes into the id, so that one name in two scopes
    makes two entities. `company` are the other names of the same documents.
    """
    house = house_style(forms, shorts, strongest(forms))
    known = house.known
    proposed = house.settled or canonical(forms, shorts, known, related, company)
    if house.note:
        proposed = replace(proposed, because=f"{proposed.because}; {house.note}")
    short_texts = set(shorts.texts)
    variants = full_variants(
        forms, short_texts, related, proposed,
        known=known, mixed=house.mixed, source_lang=company.source_lang,
    )  # fmt: skip
    kind = known.record.kind if known else usual_kind(every.kinds)
    lone = not house.mixed and not any(form.text == proposed.text for form in forms)
    for text in sorted(short_texts):
        record = known.record if known else None
        departure = short_variant(text, forms[0].lang, proposed, record, lone=lone)
        if departure and departure.form not in {variant.form for variant in variants}:
            variants.append(departure)
    return Settled(
        id=_id(proposed.text, kind, scope, every.first_lang),
        kind=kind,
        canonical=proposed,
        forms=_forms(every),
        variants=tuple(sorted(variants, key=lambda variant: variant.form)),
        record=known.record.id if known else None,
    )


def alike(
    forms: Sequence[NameForm],
    relations: Mapping[tuple[int, int], Relation],
    indices: Sequence[int],
) -> dict[tuple[str, str], Relation]:
    """The relations of full names among `forms`, by their texts."""
    if len(forms) == 1:
        return {}
    return {
        (forms[a].text, forms[b].text): relation
        for a, one in enumerate(indices)
        for b, other in enumerate(indices)
        if (relation := relations.get((one, other))) and relation.how is How.SAME
    }


def strongest(forms: Sequence[NameForm]) -> Known | None:
    """The record that most mentions of the forms belong to."""
    if not any(form.known for form in forms):
        return None
    counts = Counter[str]()
    found = dict[str, Known]()
    for form in forms:
        if form.known:
            counts[form.known.record.id] += len(form.mentions)
            held = found.get(form.known.record.id)
            if held is None or len(form.known.evidence) > len(held.evidence):
                found[form.known.record.id] = form.known
    if not counts:
        return None
    return found[max(counts, key=lambda id_: (counts[id_], id_))]


def _forms(mentions: Mentions) -> tuple[Form, ...]:
    """Every spelling with its count and the number of its documents, most frequent first."""
    texts, homes = mentions.texts, mentions.documents
    if len(set(texts)) == 1:
        return (Form(texts[0], len(texts), len(set(homes))),)
    counts = Counter(texts)
    documents = Counter(text for text, _ in set(zip(texts, homes, strict=True)))
    order = sorted(counts, key=lambda text: (-counts[text], text))
    return tuple(Form(text, counts[text], documents[text]) for text in order)


def _id(name: str, kind: Kind, scope: str, lang: str) -> str:
    """A readable id that stays the same while the entity keeps its canonical form and scope."""
    slug = re.sub(r"[^a-z0-9]+", "-", roman(name)).strip("-")[:40]
    key = f"{name}\x1f{kind}\x1f{lang}\x1f{scope}"
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES)
    return f"{slug}-{digest.hexdigest()}" if slug else digest.hexdigest()
