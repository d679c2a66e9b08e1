"""Short forms: "Kim" belongs to "Kim Jong Un" where the document speaks of one Kim only."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from audit.link.compare_names import How, Relation
from audit.link.compare_parts import compare_parts
from audit.link.forms import NameForm
from audit.model.names import Kind, Mention, VariantKind
from audit.text.scripts import main_script

Targets = dict[int, dict[int, Relation]]
"""For a form, the forms that it may be a part of."""


def attach(
    forms: Sequence[NameForm],
    groups: Sequence[Sequence[int]],
    relations: dict[tuple[int, int], Relation],
) -> dict[Mention, int]:
    """The group that each short mention belongs to, by index into `groups`.

    A mention goes to the longer name in its own document; where the document has several, to none
    of them, unless one of them fits better. Where it has none, an exact short form goes to the
    only longer name in the whole feed that it can stand for.
    """
    group_of = {form: number for number, group in enumerate(groups) for form in group}
    targets: Targets = defaultdict(dict)
    for (short, long), relation in relations.items():
        if relation.how is How.PART and _fits(relation, forms[long]):
            targets[short][long] = relation
    found = dict[Mention, int]()
    for own, group in enumerate(groups):
        if targets.keys().isdisjoint(group):
            continue
        goes = dict[Mention, int | None]()
        for short in group:
            longer, home = targets.get(short, {}), forms[short]
            by_document = {
                one: _group(home.text, one, longer, forms, group_of) for one in home.documents
            }
            goes |= {mention: by_document[mention.document] for mention in home.mentions}
        if len(group) == 1 or not _torn(goes, forms, groups):
            found |= {
                mention: number
                for mention, number in goes.items()
                if number is not None and number != own
            }
    return found


def _torn(
    goes: dict[Mention, int | None], forms: Sequence[NameForm], groups: Sequence[Sequence[int]]
) -> bool:
    """Whether the forms of one group would go to different longer names in one document.

    Omicron to Stealth Omicron and its other spelling to that one's: their difference would be
    lost. Two longer names that plainly differ, as two persons of like surname do, may part them.
    """
    places = defaultdict[str, set[int | None]](set)
    for mention, number in goes.items():
        places[mention.document].add(number)
    return any(
        len(numbers) > 1 and not _apart(numbers, forms, groups) for numbers in places.values()
    )


def _apart(
    numbers: set[int | None], forms: Sequence[NameForm], groups: Sequence[Sequence[int]]
) -> bool:
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


def _fits(relation: Relation, long: NameForm) -> bool:
    """A word that is merely like a part of an organisation's name is no short form of it."""
    return relation.kind is not VariantKind.SPELLING or long.kind is not Kind.ORGANISATION


def _group(
    short: str,
    document: str,
    longer: dict[int, Relation],
    forms: Sequence[NameForm],
    group_of: dict[int, int],
) -> int | None:
    """The group that a short form belongs to in one document, if to any."""
    here = {i: rel for i, rel in longer.items() if document in forms[i].documents}
    pool = here or {i: rel for i, rel in longer.items() if rel.kind is None}
    if len(pool) < 2:
        return next((group_of[i] for i in pool), None)
    ranks = {i: (relation.confidence, _likeness(short, forms[i])) for i, relation in pool.items()}
    best = max(ranks.values())
    fitting = {group_of[i] for i, rank in ranks.items() if rank == best}
    return fitting.pop() if len(fitting) == 1 else None


def _likeness(short: str, long: NameForm) -> float:
    """How much of the written letters a short form shares with the nearest part of a name, 0..1."""
    return max(Levenshtein.normalized_similarity(short, part) for part in long.parts)
