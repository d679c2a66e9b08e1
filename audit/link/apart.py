"""Names that no document holds together: which of them are one, by the learned matcher.

Within a document a likeness is evidence, for one text seldom speaks of two people with nearly one
name; over a feed it is not. There two full names are believed to be one only where they share a
part and the matcher, which learned from a great many names how one is respelled, is all but certain
of the rest: Oleksandr Syrskyi in one article, Oleksandr Syrsky in another.
"""

from collections.abc import Iterator
from functools import partial
from itertools import combinations, permutations

import numpy as np

from audit.lang import data
from audit.lang.lexicon import is_common
from audit.link.compare_names import How, Relation, told_apart
from audit.link.compare_parts import compare_parts
from audit.link.forms import Forms, NameForm, Pair
from audit.link.kept import Memory, forgetful
from audit.link.pairs import Blocks, Packed, PairSet, columns, meeting, packed_keys
from audit.link.told import Described, Indices, Pairs
from audit.match import match_many
from audit.model.names import Kind, VariantKind
from audit.text.fold import bare
from audit.text.skeleton import consonants

CERTAIN = 0.9
"""Probability of the matcher from which two names are believed to be one wherever they stand. Six
feeds of machine translations showed seven pairs above it, all one name, and none between 0.76 and
it."""
CONFIDENCE = 0.75
"""Of such a pair: another person of that name may be meant, so it is a question to the editor."""
AT_ONCE = 4096
"""Pairs that the matcher judges together: many times as fast as one by one."""
CROWDED = 40
"""Names under one key beyond which the key tells nothing: a common given name."""


def relations_apart(
    forms: Forms, settled: Packed, described: Described, memory: Memory
) -> Iterator[tuple[Pair, Relation]]:
    """The pairs of forms that stand in no common document and are one name all the same.

    `settled` are pairs that other evidence has related already.
    """
    if len(forms.table.ids) == 1:
        return
    fresh = np.setdiff1d(candidates_apart(forms, memory), settled, assume_unique=True)
    for at in range(0, len(fresh), AT_ONCE):
        pairs = Pairs(*columns(fresh[at : at + AT_ONCE]))
        stand = np.zeros(len(pairs.first), np.uint8)
        find = partial(_judged, forms, pairs)
        yield from memory.apart.answers(described, pairs, stand, find)


def _judged(forms: Forms, every: Pairs, asked: Indices) -> list[Relation | None]:
    """What the matcher makes of those of some pairs that are `asked` for by their places.

    Of all at once, since that is many times faster.
    """
    told = (column[asked].tolist() for column in every)
    pairs = [(forms[one], forms[other]) for one, other in zip(*told, strict=True)]
    judged = match_many([(a.text, b.text) for a, b in pairs], [_kind(a, b) for a, b in pairs])
    return [
        Relation(How.SAME, _how(*pair), CONFIDENCE)
        if match.veto is None and match.probability >= CERTAIN
        else None
        for pair, match in zip(pairs, judged, strict=True)
    ]


def candidates_apart(forms: Forms, memory: Memory | None = None) -> Packed:
    """Pairs of full names that share a part and the consonants of another one."""
    memory = memory or forgetful()
    blocks, found = Blocks(), PairSet()
    for index, lang in enumerate(forms.langs):
        if data(lang).inflected or forms.kind(index) is Kind.ORGANISATION:
            continue
        keys = memory.crossed.answer(forms.spelled(index), partial(_crossed, forms, index))
        blocks.put(keys, index)
    for block in blocks.several():
        if len(block) <= CROWDED:
            found.add(
                (one, other)
                for one, other in combinations(sorted(set(block)), 2)
                if _may_be_one(forms[one], forms[other])
            )
    pairs = found.packed()
    return pairs[~meeting(pairs, forms.documents)]


def _crossed(forms: Forms, index: int) -> bytes:
    """The keys of a form: one of its parts beside the consonants of another."""
    lang = forms.langs[index]
    return packed_keys(
        f"{lang} {bare(part)} {consonants(rest)}"
        for part, rest in permutations(forms.parts(index), 2)
    )


def _may_be_one(first: NameForm, second: NameForm) -> bool:
    if len(first.parts) != len(second.parts):
        return False
    if told_apart(first, second) or (first.known and second.known):
        return False
    return not any(
        is_common(one.casefold(), first.lang) and is_common(other.casefold(), first.lang)
        for one, other in zip(first.parts, second.parts, strict=True)
        if one != other
    )


def _kind(first: NameForm, second: NameForm) -> Kind:
    kinds = {first.kind, second.kind} - {Kind.NAME}
    return kinds.pop() if len(kinds) == 1 else Kind.NAME


def _how(first: NameForm, second: NameForm) -> VariantKind:
    """The kind of difference: that of the parts where they can be compared, else the spelling."""
    for one, other in zip(first.parts, second.parts, strict=True):
        match = compare_parts(one, other, first.lang, tied=True) if one != other else None
        if match and match.kind:
            return match.kind
    return VariantKind.SPELLING
