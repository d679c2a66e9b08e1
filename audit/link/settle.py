"""Settles the canonical form of an entity: who has the say, and what they say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from audit.lang import data
from audit.lang.inflection import inflects_to
from audit.link.compare_names import Relation
from audit.link.evidence import Judged, judge_spellings
from audit.link.forms import NameForm, usual_kind
from audit.link.habits import Company
from audit.link.known import Known
from audit.link.nominative import nominative
from audit.link.render import rendered_as
from audit.link.spellings import Spelling, spellings
from audit.model.mentions import Mentions
from audit.model.names import Basis, Canonical, Kind
from audit.text.scripts import main_script

RECORD_CONFIDENCE = 0.95
"""Of a form that a names file or the built-in authority states."""
SOURCE_CONFIDENCE = 0.9
"""Of a form that renders the source word as the press of the target language does."""
BUILT_IN = "built-in"
NOTHING_ELSE = "nothing else to go by"


def canonical(
    forms: Sequence[NameForm],
    shorts: Mentions,
    known: Known | None,
    alike: dict[tuple[str, str], Relation],
    company: Company,
) -> Canonical:
    """The form proposed for an entity with these full forms.

    A publisher's decision goes before a style profile, that before the built-in authority (`known`
    is already the strongest of them), then the source text, then what the text itself shows, then
    the majority. `alike` are the relations between the forms' texts; forms that do not differ (case
    endings) count together. `company` are the other names of the same documents.
    """
    if known:
        return _stated(known)
    if len(forms) == 1 and not shorts and not data(forms[0].lang).inflected:
        return only(forms[0].text, len(forms[0].mentions))
    weights = _weights(forms, alike)
    usual = usual_form(forms, alike, company)
    if data(usual.lang).inflected:
        return _by_votes(usual, forms, shorts, weights, company)
    return _by_part(usual, forms, shorts, weights, company)


def usual_form(
    forms: Sequence[NameForm], alike: dict[tuple[str, str], Relation], company: Company
) -> NameForm:
    """The form used most, in the script that the text has its names in."""
    if len(forms) == 1:
        return forms[0]
    weights = _weights(forms, alike)
    return max(forms, key=lambda form: _rank(form, forms, weights, company))


def _weights(forms: Sequence[NameForm], alike: dict[tuple[str, str], Relation]) -> Counter[str]:
    """The mentions of each form, those of the forms that do not differ from it counted in."""
    weights = Counter[str]()
    for form in forms:
        for other in forms:
            relation = alike.get((form.text, other.text)) or alike.get((other.text, form.text))
            if form is other or (relation and relation.kind is None):
                weights[form.text] += len(other.mentions)
    return weights


def _by_votes(
    usual: NameForm,
    forms: Sequence[NameForm],
    shorts: Mentions,
    weights: Counter[str],
    company: Company,
) -> Canonical:
    """The usual form of a name that inflects, in the nominative where that is certain."""
    total = sum(len(form.mentions) for form in forms)
    count = weights[usual.text]
    if not company.prefers(main_script(usual.text), usual.lang):
        own = [text for text in shorts.texts if company.prefers(main_script(text), usual.lang)]
        if own:  # Вагнер, not Wagner Group
            texts = sorted(set(own), key=lambda text: (-len(text), text))
            text = nominative(texts[0], texts[1:], [usual.text], usual.lang)
            if len(own) <= total and usual_kind(usual.mentions.kinds) not in _IN_OWN_SCRIPT:
                because = f"{len(own)} of {len(own) + total}, {NOTHING_ELSE}"
                share = _share(len(own), len(own) + total)
                return Canonical(text, Basis.UNDECIDED, because, share, (usual.text,))
            because = "used here in the letters of the text, as most of its names are"
            return Canonical(text, Basis.EVIDENCE, because, _share(len(own), total + len(shorts)))
    cases = [form.text for form in forms if _one_paradigm(form, usual)]
    others = [form.text for form in forms if form.text not in cases]
    others += sorted(set(shorts.texts))
    text = nominative(usual.text, cases, others, usual.lang)
    decided = usual_kind(_kinds(forms)) in _IN_OWN_SCRIPT
    rivals = tuple(
        nominative(form.text, [], [text], form.lang)
        for form in forms
        if form.text not in cases
        and _rivals(form, usual, weights)
        and not (decided and main_script(form.text) != main_script(usual.text))
    )
    if rivals:
        because = f"{count} of {total}, {NOTHING_ELSE}"
        return Canonical(text, Basis.UNDECIDED, because, _share(count, total), rivals)
    scripts = {main_script(form.text) for form in forms}
    most = max(weights.values())
    basis = Basis.MAJORITY if count == most and len(scripts) == 1 else Basis.EVIDENCE
    because = _counted(count, total, basis)
    if basis is Basis.EVIDENCE:
        because += "; in the letters that the other names of the text are in"
    return Canonical(text, basis, because, _share(count, total))


_IN_OWN_SCRIPT = frozenset({Kind.PERSON, Kind.PLACE})
"""Kinds whose names are not left in another script; products and firms may be."""


def _rivals(form: NameForm, usual: NameForm, weights: Counter[str]) -> bool:
    """Whether another form has as many mentions; in another script half as many are enough.

    A product left in Latin letters, and in those of the text twice, may stay or not.
    """
    if main_script(form.text) == main_script(usual.text):
        return weights[form.text] == weights[usual.text]
    return 2 * weights[form.text] >= weights[usual.text]


def _one_paradigm(form: NameForm, other: NameForm) -> bool:
    """Whether two forms are cases of one name, word by word; each is of itself."""
    return len(form.parts) == len(other.parts) and all(
        a == b or inflects_to(a, b, form.lang) for a, b in zip(form.parts, other.parts, strict=True)
    )


def _by_part(
    usual: NameForm,
    forms: Sequence[NameForm],
    shorts: Mentions,
    weights: Counter[str],
    company: Company,
) -> Canonical:
    """The usual form with each part in the spelling that most speaks for, short forms included.

    One "Halvern" in full against five "Halven" alone is one departure, not five.
    """
    text, total = usual.text, sum(len(form.mentions) for form in forms)
    kind = usual_kind(_kinds(forms))
    settled = list[tuple[Judged, Basis, int]]()
    for part, competing in zip(usual.parts, spellings(usual, forms, shorts), strict=True):
        if len(competing) < 2:
            continue
        beside = [one for one in usual.parts if one != part]
        judged, basis = _judge(competing, company, usual.lang, kind, beside)
        text = _with_part(text, part, judged.spelling.text)
        settled.append((judged, basis, sum(one.count for one in competing)))
    if not settled:
        return _whole(usual, forms, weights, total)
    judged, basis, votes = min(settled, key=lambda one: (_STRENGTH[one[1]], one[0].probability))
    rivals = tuple(one.text for one in judged.rivals) if basis is Basis.UNDECIDED else ()
    if basis is Basis.UNDECIDED:
        reasons = "; ".join(judged.reasons)
        because = f"{judged.spelling.count} of {votes}, {reasons or NOTHING_ELSE}"
        because += "; too little to decide" if reasons else ""
        return Canonical(text, basis, because, round(judged.probability, 2), rivals)
    because = "; ".join((_counted(judged.spelling.count, votes, basis), *judged.reasons))
    return Canonical(text, basis, because, round(judged.probability, 2))


_STRENGTH = {Basis.UNDECIDED: 0, Basis.MAJORITY: 1, Basis.EVIDENCE: 2, Basis.SOURCE: 3}
"""Grounds for the parts of a name, the weakest first: a name stands no firmer than its part."""


def _judge(
    competing: Sequence[Spelling],
    company: Company,
    lang: str,
    kind: Kind,
    beside: Sequence[str],
) -> tuple[Judged, Basis]:
    """The best of some spellings of a part, and the ground for it."""
    by_source = rendered_as(competing, company.source_lang, lang)
    if by_source:
        judged = judge_spellings(by_source.spellings, lang, kind, beside, with_marks=company.marked)
        reasons = (by_source.because, *judged.reasons)
        return Judged(judged.spelling, SOURCE_CONFIDENCE, reasons), Basis.SOURCE
    judged = judge_spellings(competing, lang, kind, beside, with_marks=company.marked)
    if judged.rivals:
        return judged, Basis.UNDECIDED
    most = all(one is judged.spelling or one.count < judged.spelling.count for one in competing)
    return judged, Basis.MAJORITY if most else Basis.EVIDENCE


def _kinds(forms: Sequence[NameForm]) -> Iterator[Kind]:
    """The kind of each mention of some forms."""
    return chain.from_iterable(form.mentions.kinds for form in forms)


def only(text: str, total: int) -> Canonical:
    """A name that is written in one way: most names."""
    return Canonical(text, Basis.MAJORITY, _counted(total, total, Basis.MAJORITY), 1.0)


def _whole(
    usual: NameForm, forms: Sequence[NameForm], weights: Counter[str], total: int
) -> Canonical:
    """A name whose forms differ in order or division only, if at all: the form used most."""
    count = weights[usual.text]
    rivals = tuple(
        form.text
        for form in forms
        if form is not usual
        and weights[form.text] == count
        and form.text.casefold() != usual.text.casefold()
    )
    if rivals:
        because = f"{count} of {total}, {NOTHING_ELSE}"
        return Canonical(usual.text, Basis.UNDECIDED, because, _share(count, total), rivals)
    because = _counted(count, total, Basis.MAJORITY)
    return Canonical(usual.text, Basis.MAJORITY, because, _share(count, total))


def _with_part(text: str, part: str, better: str) -> str:
    if part == better:  # as in most names: no pattern is made
        return text
    return re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", lambda _: better, text, count=1)


def _share(count: int, total: int) -> float:
    return round(count / total, 2)


def _counted(count: int, total: int, basis: Basis) -> str:
    said = f"used {count} of {total} times here"
    return said + "; says what is usual, not what is right" if basis is Basis.MAJORITY else said


def _stated(known: Known) -> Canonical:
    record = known.record
    basis = Basis.AUTHORITY if record.layer == BUILT_IN else Basis.STYLE
    since = f" from {record.since}" if record.since else ""
    reasons = [f"{record.canonical}{since} in {_whose(record.layer)}"]
    if known.evidence:
        reasons.append("the text also speaks of " + ", ".join(known.evidence[:SHOWN_EVIDENCE]))
    if record.reference:
        reasons.append(record.reference.rstrip("."))
    note = f". {record.note.rstrip('.')}" if record.note else ""
    return Canonical(record.canonical, basis, "; ".join(reasons) + note, RECORD_CONFIDENCE)


SHOWN_EVIDENCE = 4
"""Words from the text that a reason names; more would bury it."""


def _whose(layer: str) -> str:
    """A layer of the authority in words."""
    if layer == BUILT_IN:
        return "the built-in names authority"
    kind, _, name = layer.partition(":")
    return f"the style profile {name}" if kind == "profile" else f"the names file {layer}"


def _rank(
    form: NameForm, forms: Sequence[NameForm], weights: Counter[str], company: Company
) -> tuple[int | bool, ...]:
    """What makes a form the usual one; later places decide only where earlier ones are equal.

    The script of the text, mentions (cases together), being the nominative of other forms,
    documents, capitals as a name has them, mentions of the very form, the shorter form, and the
    earlier one.
    """
    return (
        company.prefers(main_script(form.text), form.lang),
        weights[form.text],
        sum(_is_nominative_of(form, other) for other in forms),
        len(form.documents),
        not any(part.isupper() and len(part) > 1 for part in form.parts),
        len(form.mentions),
        -len(form.text),
        -forms.index(form),
    )


def _is_nominative_of(form: NameForm, other: NameForm) -> bool:
    """Whether `other` is a case form of `form`, word by word."""
    if form is other or not data(form.lang).inflected or len(form.parts) != len(other.parts):
        return False
    pairs = zip(form.parts, other.parts, strict=True)
    return all(a == b or inflects_to(a, b, form.lang) for a, b in pairs)
