"""Linking, whole: from the mentions of some documents to their entities."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from audit.link.apart import relations_apart
from audit.link.assemble import alike, entity
from audit.link.block import candidates
from audit.link.cluster import clusters
from audit.link.compare_names import Relation, relate, side_by_side
from audit.link.forms import NameForm, Pair, forms_of
from audit.link.habits import Company, Habits
from audit.link.kept import Memory, described, forgetful
from audit.link.known import KnownForms
from audit.link.lookalikes import with_lookalikes
from audit.link.shorts import attach
from audit.link.source import source_language
from audit.model.authority import Authority
from audit.model.names import Entity, Mention
from audit.model.text import Document


@dataclass(frozen=True, slots=True)
class Name:
    """What one thing is called: its full forms, its short mentions, and the names around it.

    `relations` are those of all forms by their indices, of which this name has `indices`.
    """

    forms: tuple[NameForm, ...]
    shorts: tuple[Mention, ...]
    indices: tuple[int, ...]
    relations: Mapping[tuple[int, int], Relation]
    company: Company

    @property
    def alike(self) -> dict[tuple[str, str], Relation]:
        """The relations between its forms by their texts."""
        return alike(self.forms, self.relations, self.indices)


def link(
    documents: Sequence[Document], authority: Authority, memory: Memory | None = None
) -> tuple[Entity, ...]:
    """The entities that the mentions in `documents` speak of, most mentioned first.

    Every mention belongs to exactly one entity, but for those that the authority exempts. What
    makes two names one: the authority, the same letters, a romanization scheme, or (within one
    document) a likeness that the rest of the name supports. What keeps them apart: two records,
    two given names, two words of the language, standing side by side in a sentence. What merely
    looks alike is kept apart and noted. `memory` spares the answers that it has, and changes none.
    """
    memory = memory or forgetful()
    return with_lookalikes(documents, joined(documents, authority, memory), memory)


def joined(
    documents: Sequence[Document], authority: Authority, memory: Memory | None = None
) -> list[Entity]:
    """The entities as `link` gives them, less the look-alikes."""
    scope = documents[0].id if len(documents) == 1 else "feed"
    found = [
        entity(name.forms, name.shorts, name.relations, name.indices, scope, company=name.company)
        for name in names_of(documents, authority, memory)
    ]
    return sorted(found, key=lambda one: (-len(one.mentions), one.canonical.text, one.id))


def names_of(
    documents: Sequence[Document], authority: Authority, memory: Memory | None = None
) -> Iterator[Name]:
    """The names in `documents`, before anything is settled about them."""
    memory = memory or forgetful()
    forms = forms_of(documents, KnownForms(authority, documents))
    habits = Habits(forms, {one.id: source_language(one) for one in documents})
    relations = _relations(forms, memory)
    groups = clusters(forms, relations)
    short_of = attach(forms, groups, relations)
    shorts = defaultdict[int, list[Mention]](list)
    for mention, number in short_of.items():
        shorts[number].append(mention)
    texts = {mention.text for mention in short_of}
    for number, group in enumerate(groups):
        left = [
            _without(form, short_of) if form.text in texts else form
            for form in map(forms.__getitem__, group)
        ]
        kept = [(index, form) for index, form in zip(group, left, strict=True) if form.mentions]
        if kept:
            members = tuple(form for _, form in kept)
            indices = tuple(index for index, _ in kept)
            yield Name(members, tuple(shorts[number]), indices, relations, habits.beside(members))


def _relations(forms: Sequence[NameForm], memory: Memory) -> dict[Pair, Relation]:
    """The relations among the candidate pairs: (short, long) for a part, else the earlier first."""
    said = [described(form) for form in forms]
    found = dict[Pair, Relation]()
    for (one, other), together in candidates(forms, memory).items():
        turned = len(forms[one].parts) > len(forms[other].parts)
        pair = (other, one) if turned else (one, other)
        first, second = forms[pair[0]], forms[pair[1]]
        beside = len(first.parts) == 1 and side_by_side(first, second)
        question = f"{said[pair[0]]}\n{said[pair[1]]}\n{together:d}{beside:d}"
        relation = memory.related.answer(
            question, partial(relate, first, second, together=together)
        )
        if relation:
            found[pair] = relation
    return found | relations_apart(forms, found, said, memory)


def _without(form: NameForm, taken: dict[Mention, int]) -> NameForm:
    """The form less the mentions that were found to be short for something else."""
    kept = tuple(mention for mention in form.mentions if mention not in taken)
    if len(kept) == len(form.mentions):
        return form
    return NameForm(
        form.text, form.lang, form.parts, kept, frozenset(m.document for m in kept),
        form.sentences, form.kind, form.known, form.sources,
    )  # fmt: skip
