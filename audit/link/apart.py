"""Names that no document holds together: which of them are one, by the learned matcher.

Within a document a likeness is evidence, for one text seldom speaks of two people with nearly one
name; over a feed it is not. There two full names are believed to be one only where they share a
part and the matcher, which learned from a great many names how one is respelled, is all but certain
of the rest: Oleksandr Syrskyi in one article, Oleksandr Syrsky in another.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import combinations, permutations

from audit.lang import data
from audit.lang.lexicon import is_common
from audit.link.block import Pair
from audit.link.compare_names import How, Relation, told_apart
from audit.link.compare_parts import compare_parts
from audit.link.forms import NameForm
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


def relations_apart(forms: Sequence[NameForm], settled: Container[Pair]) -> dict[Pair, Relation]:
    """The pairs of forms that stand in no common document and are one name all the same.

    `settled` are pairs that other evidence has related already.
    """
    pairs = [pair for pair in candidates_apart(forms) if pair not in settled]
    if not pairs:
        return {}
    names = [(forms[one].text, forms[other].text) for one, other in pairs]
    judged = match_many(names, [_kind(forms[one], forms[other]) for one, other in pairs])
    return {
        pair: Relation(How.SAME, _how(forms[pair[0]], forms[pair[1]]), CONFIDENCE)
        for pair, match in zip(pairs, judged, strict=True)
        if match.veto is None and match.probability >= CERTAIN
    }


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
