"""Names that no document holds together: which of them are one, by the learned matcher.

Within a document a likeness is evidence, for one text seldom speaks of two people with nearly one
name; over a feed it is not. There two full names are believed to be one only where they share a
part and the matcher, which learned from a great many names how one is respelled, is all but certain
of the rest: Oleksandr Syrskyi in one article, Oleksandr Syrsky in another.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from functools import partial
from itertools import combinations, permutations

from audit.lang import data
from audit.lang.lexicon import is_common
from audit.link.compare_names import How, Relation, told_apart
from audit.link.compare_parts import compare_parts
from audit.link.forms import NameForm, Pair
from audit.link.kept import Memory
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
CROWDED = 40
"""Names under one key beyond which the key tells nothing: a common given name."""


def relations_apart(
    forms: Sequence[NameForm], settled: Container[Pair], said: Sequence[str], memory: Memory
) -> dict[Pair, Relation]:
    """The pairs of forms that stand in no common document and are one name all the same.

    `settled` are pairs that other evidence has related already; `said` describes each form.
    """
    asked = {
        (one, other): f"{said[one]}\n{said[other]}"
        for one, other in candidates_apart(forms)
        if (one, other) not in settled
    }
    unknown = [pair for pair, question in asked.items() if memory.apart.lacks(question)]
    fresh = dict(zip(unknown, _judged([(forms[a], forms[b]) for a, b in unknown]), strict=True))
    found = {
        pair: memory.apart.answer(asked[pair], partial(fresh.__getitem__, pair)) for pair in asked
    }
    return {pair: relation for pair, relation in found.items() if relation}


def _judged(pairs: Sequence[tuple[NameForm, NameForm]]) -> list[Relation | None]:
    """What the matcher makes of each pair; all at once, since that is many times faster."""
    if not pairs:
        return []
    judged = match_many([(a.text, b.text) for a, b in pairs], [_kind(a, b) for a, b in pairs])
    return [
        Relation(How.SAME, _how(*pair), CONFIDENCE)
        if match.veto is None and match.probability >= CERTAIN
        else None
        for pair, match in zip(pairs, judged, strict=True)
    ]


def candidates_apart(forms: Sequence[NameForm]) -> list[Pair]:
    """Pairs of full names that share a part and the consonants of another one."""
    blocks = defaultdict[tuple[str, str, str], list[int]](list)
    for index, form in enumerate(forms):
        if len(form.parts) < 2 or data(form.lang).inflected or form.kind is Kind.ORGANISATION:
            continue
        for part, rest in permutations(form.parts, 2):
            blocks[form.lang, bare(part), consonants(rest)].append(index)
    found = dict[Pair, None]()
    for block in blocks.values():
        if len(block) <= CROWDED:
            for one, other in combinations(sorted(set(block)), 2):
                if _may_be_one(forms[one], forms[other]):
                    found[one, other] = None
    return list(found)


def _may_be_one(first: NameForm, second: NameForm) -> bool:
    if len(first.parts) != len(second.parts) or not first.documents.isdisjoint(second.documents):
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
