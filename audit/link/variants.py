"""Which forms of an entity depart from what is expected in their place, and how."""

from collections.abc import Sequence

from audit.link.compare_names import How, Relation, relate
from audit.link.compare_parts import DOUBTFUL, compare_parts
from audit.link.explain import because
from audit.link.forms import NameForm, compared_parts
from audit.link.known import Known, is_case_of
from audit.link.turned import turned_variants
from audit.model.authority import NameRecord
from audit.model.names import Canonical, Variant, VariantKind
from audit.text.fold import parts

LONE_ALTERNATIVE = 0.3
"""Of an established other form that is used alone: worth knowing, no inconsistency."""
WRONG_HERE = 0.85
"""Of a form that the authority calls wrong for this thing."""
DECIDED = 0.95
"""Of a departure from what the publisher or the chosen style profile decided."""
HER_NAME_ALONE = 0.7
"""Of a surname in the form a woman bears beside a man's full name: a case ending, or his sister."""
LIKE_A_KNOWN_FORM = 0.6
"""Of a form that is like one the authority knows, but not like the canonical one."""
FULL_CERTAINTY = 0.95


def full_variants(
    forms: Sequence[NameForm], settled: Canonical, known: Known | None
) -> list[Variant]:
    """The full forms that depart from the canonical one."""
    lang = forms[0].lang
    accepted = {settled.text}
    if known:
        accepted |= {*known.record.allowed, *known.record.short, *known.record.former}
    anyone_right = any(_right(form.text, {settled.text}, lang) for form in forms)
    found = []
    for form in forms:
        if _right(form.text, accepted, lang):
            continue
        difference = _difference(form, forms, settled, known)
        if difference is None or difference[1].kind is None:
            continue
        expected, relation = difference
        confidence = relation.confidence
        if form.known and not (anyone_right and confidence >= WRONG_HERE):
            confidence = _authority_confidence(form.text, form.known, anyone_right=anyone_right)
        kind = difference[1].kind
        if len(forms) == 1 and confidence <= LONE_ALTERNATIVE and kind is VariantKind.DIACRITICS:
            continue  # Łódź or Lodz: a matter of house style, and this house is consistent
        reason = because(kind, form.text, expected)
        found.append(Variant(form.text, expected, kind, reason, round(confidence, 2)))
    return [*found, *turned_variants(forms, known)]


def _right(form: str, accepted: set[str], lang: str) -> bool:
    return form in accepted or any(is_case_of(form, other, lang) for other in accepted)


def _difference(
    form: NameForm, forms: Sequence[NameForm], settled: Canonical, known: Known | None
) -> tuple[str, Relation] | None:
    """What is expected in place of a form, and how it differs from that.

    A surname alone is measured against the short form. What only a record ties together is an
    exonym of the canonical form.
    """
    best: tuple[str, Relation] | None = None
    for expected in (settled.text, *(known.record.short if known else ())):
        met = (other for other in forms if other.text == expected)
        target = next(met, None) or _as_form(expected, form)
        relation = relate(form, target, together=True)
        if relation is None and len(form.parts) > len(target.parts):
            turned = relate(target, form, together=True)  # Chun-shan, where Chunsan is expected
            relation = turned if turned and turned.how is How.SAME else None
        if relation and relation.how is How.SAME and relation.kind is not VariantKind.EXONYM:
            return expected, relation
        best = best or ((expected, relation) if relation else None)
    if best is None and known:
        if form.known:
            return settled.text, Relation(How.SAME, VariantKind.EXONYM, FULL_CERTAINTY)
        return settled.text, Relation(How.SAME, VariantKind.SPELLING, LIKE_A_KNOWN_FORM)
    return best


def _as_form(text: str, like: NameForm) -> NameForm:
    """An expected form, which the inputs need not have, to compare one of them with."""
    nowhere: frozenset[str] = frozenset()
    return NameForm(
        text, like.lang, compared_parts(text, like.lang), (), nowhere, frozenset(), like.kind,
        like.known,
    )  # fmt: skip


def _authority_confidence(form: str, known: Known, *, anyone_right: bool) -> float:
    """How sure it is that a form known to a record should not stand here."""
    record = known.record
    if record.layer != "built-in":
        return DECIDED
    if form in record.forbidden:
        return WRONG_HERE
    return FULL_CERTAINTY if anyone_right else LONE_ALTERNATIVE


def short_variant(
    short: str, lang: str, settled: Canonical, record: NameRecord | None, *, lone: bool
) -> Variant | None:
    """How a short form departs from the part of the canonical form that it stands for.

    `lone` says that the entity was met in one way of writing only.
    """
    own = compared_parts(short, lang)
    accepted = {*(record.short if record else ()), *parts(settled.text), settled.text}
    if record:
        accepted |= {part for form in record.allowed for part in parts(form)}
    if all(part in accepted for part in own) or short in accepted:
        return None
    expected = list[str]()
    worst: tuple[float, VariantKind] | None = None
    for part in own:
        best: tuple[float, str, VariantKind | None] | None = None
        for other in compared_parts(settled.text, lang):
            match = compare_parts(part, other, lang, tied=False)
            if match and (best is None or match.confidence > best[0]):
                best = match.confidence, other, match.kind
        if best is None:
            return _other_short(short, settled, record, lone=lone)
        expected.append(best[1])
        if best[2] and (worst is None or best[0] < worst[0]):
            worst = best[0], best[2]
    if worst is None:
        return None
    confidence = max(worst[0], HER_NAME_ALONE) if worst[0] <= DOUBTFUL else worst[0]
    if record and lone:
        confidence = LONE_ALTERNATIVE
    text = " ".join(expected)
    return Variant(short, text, worst[1], because(worst[1], short, text), confidence)


def _other_short(
    short: str, settled: Canonical, record: NameRecord | None, *, lone: bool
) -> Variant | None:
    """A short form of another established name: Peking's mayor for Beijing's."""
    if record is None:
        return None
    text = record.short[0] if record.short else settled.text
    confidence = LONE_ALTERNATIVE if lone else WRONG_HERE
    reason = because(VariantKind.EXONYM, short, text)
    return Variant(short, text, VariantKind.EXONYM, reason, confidence)
