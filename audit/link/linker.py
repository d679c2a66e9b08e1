"""Linking, whole: from the mentions of some documents to their entities."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from audit.link.apart import relations_apart
from audit.link.asked import questions
from audit.link.assemble import Settled, settled, settled_plainly
from audit.link.block import candidates
from audit.link.compare_names import Relation, relate
from audit.link.entities import Entities
from audit.link.forms import Forms, Pair
from audit.link.gather import forms_of
from audit.link.kept import Memory, forgetful
from audit.link.known import KnownForms
from audit.link.lookalikes import lookalikes
from audit.link.names import Names
from audit.link.pairs import Packed, columns, meeting
from audit.link.relations import Relations
from audit.link.told import Described, Indices, Pairs
from audit.model.authority import Authority
from audit.model.mentions import Mentions
from audit.model.names import Entity
from audit.model.text import Document

AT_ONCE = 1 << 16
"""Pairs that are asked about together."""


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
    memory = memory or forgetful()
    scope = documents[0].id if len(documents) == 1 else "feed"
    forms = forms_of(documents, KnownForms(authority))
    described = Described(forms)
    names = Names(forms, _relations(forms, described, memory))
    found = Entities(forms.table)
    for one, mentions in _settled(names, described, scope, memory):
        found.add(one.of(mentions))
    return found.in_order()


def names_of(documents: Sequence[Document], authority: Authority) -> Names:
    """The names in `documents`, before anything is settled about them."""
    forms = forms_of(documents, KnownForms(authority))
    return Names(forms, _relations(forms, Described(forms), forgetful()))


def _settled(
    names: Names, described: Described, scope: str, memory: Memory
) -> Iterator[tuple[Settled, Mentions]]:
    """What is settled of each name, with its mentions.

    An article by itself is settled sooner than its questions are put together.
    """
    numbers, keeps = names.numbers, memory.keeps and len(names.forms.table.ids) > 1
    plain = np.fromiter(map(names.is_plain, numbers.tolist()), bool, len(numbers))
    asked = iter(questions(names, numbers[~plain], described, scope) if keeps else ())
    for number, is_plain in zip(numbers.tolist(), plain.tolist(), strict=True):
        mentions = names.mentions(number)
        if is_plain:
            yield settled_plainly(mentions, names.kind(number), scope), mentions
        elif keeps:
            find = partial(_found_out, names, number, scope)
            yield memory.settled.answer(next(asked), find), mentions
        else:
            yield _found_out(names, number, scope), mentions


def _found_out(names: Names, number: int, scope: str) -> Settled:
    """What is to be settled of one name."""
    name = names.name(number)
    return settled(name.forms, name.shorts, name.every, name.alike, scope, company=name.company)


def _relations(forms: Forms, described: Described, memory: Memory) -> Relations:
    """The relations among the candidate pairs: (short, long) for a part, else the earlier first."""
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
