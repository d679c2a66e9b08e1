"""Short forms: "Kim" belongs to "Kim Jong Un" where the document speaks of one Kim only."""

from collections import defaultdict
from collections.abc import Sequence

from audit.link.compare_names import How, Relation
from audit.link.forms import NameForm
from audit.model.names import Kind, Mention

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
    for short, longer in targets.items():
        for mention in forms[short].mentions:
            number = _group(mention, longer, forms, group_of)
            if number is not None and number != group_of[short]:
                found[mention] = number
    return found


def _fits(relation: Relation, long: NameForm) -> bool:
    """A part of an organisation's name is that organisation only when it is the very same word."""
    return relation.kind is None or long.kind is not Kind.ORGANISATION


def _group(
    mention: Mention,
    longer: dict[int, Relation],
    forms: Sequence[NameForm],
    group_of: dict[int, int],
) -> int | None:
    here = {i: rel for i, rel in longer.items() if mention.document in forms[i].documents}
    pool = here or {i: rel for i, rel in longer.items() if rel.kind is None}
    if not pool:
        return None
    best = max(relation.confidence for relation in pool.values())
    fitting = {group_of[i] for i, relation in pool.items() if relation.confidence == best}
    return fitting.pop() if len(fitting) == 1 else None
