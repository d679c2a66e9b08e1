"""Linking, whole: from the mentions of some documents to their entities."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from audit.link.apart import relations_apart
from audit.link.assemble import alike, entity
from audit.link.block import candidates
from audit.link.cluster import clusters
from audit.link.compare_names import Relation, relate
from audit.link.entities import Entities
from audit.link.forms import Forms, NameForm, Pair
from audit.link.gather import forms_of
from audit.link.habits import Company, Habits
from audit.link.kept import Memory, forgetful
from audit.link.known import KnownForms
from audit.link.lookalikes import lookalikes
from audit.link.pairs import Packed, columns, meeting
from audit.link.relations import Relations
from audit.link.shorts import Attached, attach
from audit.link.told import Described, Indices, Pairs
from audit.model.authority import Authority
from audit.model.mentions import Mentions
from audit.model.names import Entity
from audit.model.text import Document

AT_ONCE = 1 << 16
"""Pairs that are asked about together."""


@dataclass(frozen=True, slots=True)
class Name:
    """What one thing is called: its full forms, its short mentions, and the names around it.

    `relations` are those of all forms by their indices, of which this name has `indices`.
    """

    forms: tuple[NameForm, ...]
    shorts: Mentions
    indices: tuple[int, ...]
    relations: Mapping[tuple[int, int], Relation]
    company: Company

    @property
    def alike(self) -> dict[tuple[str, str], Relation]:
        """The relations between its forms by their texts."""
        return alike(self.forms, self.relations, self.indices)


def link(
    documents: Sequence[Document], authority: Authority, memory: Memory | None = None
) -> Sequence[Entity]:
    """The entities that the mentions in `documents` speak of, most mentioned first.

    Every mention belongs to exactly one entity, but for those that the authority exempts. What
    makes two names one: the authority, the same letters, a romanization scheme, or (within one
    document) a likeness that the rest of the name supports. What keeps them apart: two records,
    two given names, two words of the language, standing side by side in a sentence. What merely
    looks alike is kept apart and noted. `memory` spares the answers that it has, and changes none.
    """
    memory = memory or forgetful()
    found = joined(documents, authority, memory)
    found = found.noting(lookalikes(documents, found, memory))
    return tuple(found) if found.is_held else found


def joined(
    documents: Sequence[Document], authority: Authority, memory: Memory | None = None
) -> Entities:
    """The entities as `link` gives them, less the look-alikes."""
    scope = documents[0].id if len(documents) == 1 else "feed"
    forms = forms_of(documents, KnownForms(authority))
    found = Entities(forms.table)
    for name in names_in(forms, memory or forgetful()):
        found.add(
            entity(
                name.forms, name.shorts, name.relations, name.indices, scope, company=name.company
            )
        )
    return found.in_order()


def names_of(documents: Sequence[Document], authority: Authority) -> Iterator[Name]:
    """The names in `documents`, before anything is settled about them."""
    return names_in(forms_of(documents, KnownForms(authority)), forgetful())


def names_in(forms: Forms, memory: Memory) -> Iterator[Name]:
    """The names that `forms` are of."""
    habits = Habits(forms)
    relations = _relations(forms, memory)
    groups = clusters(forms, relations)
    attached = attach(forms, groups, relations)
    for number, group in enumerate(groups):
        left = [_without(forms[index], attached) for index in group]
        kept = [(index, form) for index, form in zip(group, left, strict=True) if form.mentions]
        if kept:
            members = tuple(form for _, form in kept)
            indices = tuple(index for index, _ in kept)
            shorts = Mentions(forms.table, attached.of_group.array(number))
            yield Name(members, shorts, indices, relations, habits.beside(members))


def _relations(forms: Forms, memory: Memory) -> Relations:
    """The relations among the candidate pairs: (short, long) for a part, else the earlier first."""
    described = Described(forms)
    near = Relations(_near(forms, described, memory))
    apart = relations_apart(forms, near.packed, described, memory)
    return Relations(chain(near.items(), apart))


def _near(forms: Forms, described: Described, memory: Memory) -> Iterator[tuple[Pair, Relation]]:
    """The relations that likeness and place tell."""
    every = candidates(forms, memory)
    if not len(every):
        return
    single = np.minimum(*(forms.lengths[form] for form in columns(every.packed))) == 1
    in_one_sentence = np.zeros(len(every), bool)
    in_one_sentence[single] = meeting(every.packed[single], forms.sentences)
    for at in range(0, len(every), AT_ONCE):
        some = slice(at, at + AT_ONCE)
        pairs, together = _from_short_to_long(forms, every.packed[some]), every.together[some]
        beside = in_one_sentence[some]
        find = partial(_related, forms, pairs, together, beside)
        stand = 2 * together.astype(np.uint8) + beside
        yield from memory.related.answers(described, pairs, stand, find)


def _from_short_to_long(forms: Forms, packed: Packed) -> Pairs:
    """Pairs, the form of fewer parts first; of two that have equally many the earlier one."""
    one, other = columns(packed)
    turned = forms.lengths[one] > forms.lengths[other]
    return Pairs(np.where(turned, other, one), np.where(turned, one, other))


def _related(
    forms: Forms,
    pairs: Pairs,
    together: NDArray[np.bool_],
    beside: NDArray[np.bool_],
    asked: Indices,
) -> Iterator[Relation | None]:
    """How those of some `pairs` relate that are `asked` for by their places."""
    told = (column[asked].tolist() for column in (*pairs, together, beside))
    for one, other, here, close in zip(*told, strict=True):
        yield relate(forms[one], forms[other], together=here, beside=close)


def _without(form: NameForm, attached: Attached) -> NameForm:
    """The form less the mentions that were found to be short for something else."""
    if form.number not in attached.forms:
        return form
    rows = form.mentions.rows
    return replace(form, mentions=Mentions(form.mentions.table, rows[~attached.taken[rows]]))
