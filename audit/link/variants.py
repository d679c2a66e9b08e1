"""Which forms of an entity depart from what is expected in their place, and how."""

import re
from collections.abc import Collection, Mapping, Sequence

from audit.link.compare_names import How, Relation, relate, side_by_side
from audit.link.compare_parts import DOUBTFUL, compare_parts, only_emphasis
from audit.link.explain import because, by_schemes
from audit.link.forms import NameForm, compared_parts
from audit.link.known import Known, is_case_of
from audit.link.turned import turned_variants
from audit.model.authority import NameRecord
from audit.model.names import Canonical, Variant, VariantKind
from audit.text.fold import parts, squeeze

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
DIVIDED = 0.9
"""Of a short form that joins or divides the letters of the name otherwise."""

_PART = re.compile(r"[^\s\-\u2010\u2011]+")


Related = Mapping[tuple[str, str], Relation]
"""The relations between the full forms of an entity, by their texts."""


def full_variants(
    forms: Sequence[NameForm],
    shorts: Collection[str],
    related: Related,
    settled: Canonical,
    *,
    known: Known | None,
    mixed: bool = False,
    source_lang: str = "",
) -> list[Variant]:
    """The full forms that depart from the canonical one.

    `shorts` are the short forms met, `related` the relations between the full forms; `mixed` says
    that established forms stand side by side; the source language, if it is known, helps to
    explain.
    """
    lang = forms[0].lang
    if known is None and all(form.text == settled.text for form in forms):
        return []
    right_parts = {*compared_parts(settled.text, lang)} & {
        part for short in shorts for part in compared_parts(short, lang)
    }
    accepted = {settled.text}
    if known:
        accepted |= {*known.record.allowed, *known.record.short, *known.record.former}
    anyone_right = any(_right(form.text, {settled.text}, lang) for form in forms)
    found = []
    for form in forms:
        if _right(form.text, accepted, lang):
            continue
        difference = _difference(form, forms, related, settled, known)
        if difference is None or difference[1].kind is None:
            continue
        expected, relation = difference
        confidence = relation.confidence
        met_right = mixed or anyone_right or not right_parts <= {*form.parts}
        if form.known and not (met_right and confidence >= WRONG_HERE):
            confidence = _authority_confidence(form.text, form.known, anyone_right=met_right)
        kind = difference[1].kind
        if len(forms) == 1 and confidence <= LONE_ALTERNATIVE and kind is VariantKind.DIACRITICS:
            continue  # Łódź or Lodz: a matter of house style, and this house is consistent
        reason = _by_source(form, expected, source_lang) or because(kind, form.text, expected)
        found.append(Variant(form.text, expected, kind, reason, round(confidence, 2)))
    return [*found, *turned_variants(forms, known)]


def _by_source(form: NameForm, expected: str, source_lang: str) -> str | None:
    """Which schemes give the two spellings of the first part that differs, where schemes do."""
    others = compared_parts(expected, form.lang)
    if not source_lang or not len(form.parts) == len(form.sources) == len(others):
        return None
    trios = zip(form.parts, others, form.sources, strict=True)
    differing = ((part, other, keys) for part, other, keys in trios if part != other)
    part, other, keys = next(differing, ("", "", frozenset[str]()))
    return by_schemes(part, other, keys, source_lang)


def _right(form: str, accepted: set[str], lang: str) -> bool:
    return form in accepted or any(is_case_of(form, other, lang) for other in accepted)


def _difference(
    form: NameForm,
    forms: Sequence[NameForm],
    related: Related,
    settled: Canonical,
    known: Known | None,
) -> tuple[str, Relation] | None:
    """What is expected in place of a form, and how it differs from that.

    A form that stands in other documents than the expected one departs as it was `related`. A
    surname alone is measured against the short form. What only a record ties together is an exonym
    of the canonical form.
    """
    best: tuple[str, Relation] | None = None
    for expected in (settled.text, *(known.record.short if known else ())):
        met = (other for other in forms if other.text == expected)
        target = next(met, None) or _as_form(expected, form)
        if target.documents and target.documents.isdisjoint(form.documents):
            told = related.get((form.text, expected)) or related.get((expected, form.text))
            if told and told.kind not in (None, VariantKind.EXONYM):
                return expected, told
        if form.known:  # side by side they are two ways of writing one thing all the same
            target = _as_form(expected, form)
        relation = _related(form, target)
        if relation is None and len(form.parts) > len(target.parts):
            turned = _related(target, form)  # Min-shan, where Minsan is expected
            relation = turned if turned and turned.how is How.SAME else _in_another_script(turned)
        if relation and relation.how is How.SAME and relation.kind is not VariantKind.EXONYM:
            return expected, relation
        best = best or ((expected, relation) if relation else None)
    if best is None or best[1].kind is None:
        others = (other for other in forms if other is not form and other.text != settled.text)
        for other in sorted(others, key=lambda one: (-len(one.mentions), one.text)):
            relation = _related(form, other) if _outnumbers(other, form) else None
            if relation and relation.how is How.SAME and relation.kind:
                return other.text, relation
    if best is None and known:
        if form.known:
            return settled.text, Relation(How.SAME, VariantKind.EXONYM, FULL_CERTAINTY)
        return settled.text, Relation(How.SAME, VariantKind.SPELLING, LIKE_A_KNOWN_FORM)
    return best


def _related(form: NameForm, other: NameForm) -> Relation | None:
    """How two forms of one entity relate, as in one document."""
    return relate(form, other, together=True, beside=side_by_side(form, other))


def _outnumbers(one: NameForm, other: NameForm) -> bool:
    """Whether a form is the more usual of two; of two equals the one with more letters is."""
    return (len(one.mentions), len(one.text)) > (len(other.mentions), len(other.text))


def _in_another_script(part: Relation | None) -> Relation | None:
    """A longer name in another script than the part expected of it: Wagner Group, Вагнер."""
    if part is None or part.kind is not VariantKind.MIXED_SCRIPT:
        return None
    return Relation(How.SAME, part.kind, part.confidence)


def _as_form(text: str, like: NameForm) -> NameForm:
    """An expected form, which the inputs need not have, to compare one of them with."""
    nowhere = like.mentions[:0]
    own = compared_parts(text, like.lang)
    return NameForm(text, like.lang, own, nowhere, like.kind, like.known)


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
    if divided := _divided(short, settled.text):
        kind = VariantKind.HYPHENATION
        return Variant(short, divided, kind, because(kind, short, divided), DIVIDED)
    expected = list[str]()
    worst: tuple[float, VariantKind] | None = None
    tied = any(part in accepted for part in own)
    for part in own:
        best: tuple[float, str, VariantKind | None] | None = None
        for other in compared_parts(settled.text, lang):
            match = compare_parts(part, other, lang, tied=tied)
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
    text = _in_place(short, own, expected)
    return Variant(short, text, worst[1], because(worst[1], short, text), confidence)


def _in_place(short: str, own: Sequence[str], expected: Sequence[str]) -> str:
    """A short form with each part in the spelling expected: Ust-Ordyn for Ust-Orda, hyphen kept."""
    at, text = 0, short
    for part, other in zip(own, expected, strict=True):
        at = text.find(part, at)
        if at < 0:
            return " ".join(expected)
        text = text[:at] + other + text[at + len(part) :]
        at += len(other)
    return text


def _divided(short: str, whole: str) -> str | None:
    """The stretch of a name that has the letters of a short form, joined or divided otherwise."""
    bounds = [match.span() for match in _PART.finditer(whole)]
    for first, (start, _) in enumerate(bounds):
        for _, end in bounds[first:]:
            stretch = whole[start:end]
            if squeeze(stretch) == squeeze(short):
                return None if only_emphasis(stretch, short) else stretch
    return None


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
