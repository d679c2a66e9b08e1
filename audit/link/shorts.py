"""Short forms: "Kim" belongs to "Kim Jong Un" where the document speaks of one Kim only."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from audit.grouped import Grouped, Numbers
from audit.link.compare_names import How, Relation
from audit.link.compare_parts import compare_parts
from audit.link.forms import Forms, NameForm
from audit.link.relations import Relations
from audit.model.names import Kind, VariantKind
from audit.text.scripts import main_script

Goes = Mapping[int, int | None]
"""For each document of a form the group that its mentions there belong to, if to any."""


@dataclass(frozen=True, slots=True, eq=False)
class Attached:
    """The short mentions, by rows: which they are, and those of each group in the order found.

    `forms` are those that have any.
    """

    forms: frozenset[int]
    taken: NDArray[np.bool_]
    of_group: Grouped


def attach(forms: Forms, groups: Grouped, relations: Relations) -> Attached:
    """The short mentions that belong to each of the `groups` of forms.

    A mention goes to the longer name in its own document; where the document has several, to none
    of them, unless one of them fits better. Where it has none, an exact short form goes to the
    only longer name in the whole feed that it can stand for.
    """
    group_of = groups.homes()
    short = {one for (one, _), relation in relations.items() if relation.how is How.PART}
    rows, numbers = array("I"), array("I")
    for own in sorted({int(group_of[one]) for one in short}):
        group = groups[own]
        goes = {one: _by_document(one, forms, relations, group_of) for one in group}
        if len(group) == 1 or not _torn(goes.values(), forms, groups):
            for one, by_document in goes.items():
                for row, document in _rows(forms, one):
                    number = by_document[document]
                    if number is not None and number != own:
                        rows.append(row)
                        numbers.append(number)
    taken = np.zeros(len(forms.table.text), bool)
    found = np.frombuffer(rows, np.uint32)
    taken[found] = True
    having = frozenset(np.unique(forms.table.text[found]).tolist())
    return Attached(
        having, taken, Grouped.under(np.frombuffer(numbers, np.uint32), found, len(groups))
    )


def _rows(forms: Forms, at: int) -> Iterator[tuple[int, int]]:
    """The rows of the mentions of a form, each with the number of its document."""
    rows = forms.rows(at)
    return zip(range(rows.start, rows.stop), forms.table.document[rows].tolist(), strict=True)


def _by_document(short: int, forms: Forms, relations: Relations, group_of: Numbers) -> Goes:
    """The groups that the mentions of a form belong to, by document."""
    longer = {
        one: relation
        for one, relation in relations.of(short).items()
        if relation.how is How.PART and _fits(relation, forms.kind(one))
    }
    everywhere = {one: relation for one, relation in longer.items() if relation.kind is None}
    text = forms.table.texts[short]
    elsewhere = _group(text, everywhere, forms, group_of)
    found: dict[int, int | None] = {}
    for document in forms.documents[short]:
        beside = forms.in_document[document] if longer else ()
        here = {one: longer[one] for one in beside if one in longer}
        found[document] = _group(text, here, forms, group_of) if here else elsewhere
    return found


def _torn(goes: Iterable[Goes], forms: Forms, groups: Grouped) -> bool:
    """Whether the forms of one group would go to different longer names in one document.

    Omicron to Stealth Omicron and its other spelling to that one's: their difference would be
    lost. Two longer names that plainly differ, as two persons of like surname do, may part them.
    """
    places = defaultdict[int, set[int | None]](set)
    for by_document in goes:
        for document, number in by_document.items():
            places[document].add(number)
    return any(
        len(numbers) > 1 and not _apart(numbers, forms, groups) for numbers in places.values()
    )


def _apart(numbers: set[int | None], forms: Forms, groups: Grouped) -> bool:
    """Whether there is a longer name for every form, and these names plainly differ."""
    first_forms = [forms[groups[number][0]] for number in numbers if number is not None]
    if len(first_forms) < len(numbers):
        return False
    return all(_plainly_differ(one, other) for one, other in combinations(first_forms, 2))


def _plainly_differ(one: NameForm, other: NameForm) -> bool:
    """Whether two longer names begin with words of one script that nothing could make one."""
    first, second = one.parts[0], other.parts[0]
    if main_script(first) != main_script(second):
        return False
    return compare_parts(first, second, one.lang, tied=True) is None


def _fits(relation: Relation, kind: Kind) -> bool:
    """A word that is merely like a part of an organisation's name is no short form of it."""
    return relation.kind is not VariantKind.SPELLING or kind is not Kind.ORGANISATION


def _group(short: str, pool: Mapping[int, Relation], forms: Forms, group_of: Numbers) -> int | None:
    """The group of the longer name of a pool that a short form belongs to, if to one."""
    if len(pool) < 2:
        return next((int(group_of[one]) for one in pool), None)
    ranks = {one: (rel.confidence, _likeness(short, forms[one])) for one, rel in pool.items()}
    best = max(ranks.values())
    fitting = {int(group_of[one]) for one, rank in ranks.items() if rank == best}
    return fitting.pop() if len(fitting) == 1 else None


def _likeness(short: str, long: NameForm) -> float:
    """How much of the written letters a short form shares with the nearest part of a name, 0..1."""
    return max(Levenshtein.normalized_similarity(short, part) for part in long.parts)
