"""Settles the canonical form of an entity: who has the say, and what they say."""

import re
from collections import Counter
from collections.abc import Sequence

from audit.lang import data
from audit.lang.inflection import inflects_to
from audit.lang.scripts import is_own_script
from audit.link.compare_names import Relation
from audit.link.compare_parts import compare_parts
from audit.link.forms import NameForm, compared_parts
from audit.link.known import Known
from audit.model.names import Basis, Canonical, Mention
from audit.text.scripts import main_script

RECORD_CONFIDENCE = 0.95
"""Of a form that a names file or the built-in authority states."""
BUILT_IN = "built-in"


def canonical(
    forms: Sequence[NameForm],
    shorts: Sequence[Mention],
    known: Known | None,
    alike: dict[tuple[str, str], Relation],
) -> Canonical:
    """The form proposed for an entity with these full forms.

    A publisher's decision goes before a style profile, that before the built-in authority (`known`
    is already the strongest of them), and all of them before the majority. `alike` are the
    relations between the forms' texts; forms that do not differ (case endings) count together.
    """
    if known:
        return _stated(known)
    weights = Counter[str]()
    for form in forms:
        for other in forms:
            relation = alike.get((form.text, other.text)) or alike.get((other.text, form.text))
            if form is other or (relation and relation.kind is None):
                weights[form.text] += len(other.mentions)
    total = sum(len(form.mentions) for form in forms)
    usual = max(forms, key=lambda form: _rank(form, forms, weights))
    count = weights[usual.text]
    text, votes = _by_part(usual, forms, shorts)
    if text != usual.text:
        count, total = votes
    because = f"used {count} of {total} times here; says what is usual, not what is right"
    return Canonical(text, Basis.MAJORITY, because, round(count / total, 2))


def _by_part(
    usual: NameForm, forms: Sequence[NameForm], shorts: Sequence[Mention]
) -> tuple[str, tuple[int, int]]:
    """The usual form with each part spelled as most mentions of it are, short forms included.

    One "Monteith" in full against five "Moneith" alone is one departure, not five. Also returns
    the votes for the last part that was changed and all votes on it. A language that inflects
    names keeps the usual form: its cases would outvote the nominative.
    """
    text, votes = usual.text, (0, 0)
    if data(usual.lang).inflected:
        return text, votes
    written = [part for form in forms for _ in form.mentions for part in form.parts]
    written += [part for mention in shorts for part in compared_parts(mention.text, usual.lang)]
    counts = Counter(written)
    for part in usual.parts:
        spellings = {
            other: count
            for other, count in counts.items()
            if compare_parts(part, other, usual.lang, tied=False)
        }
        best = max(spellings, key=lambda other: (spellings[other], other == part, other))
        if spellings[best] > spellings[part] and not best.isupper():
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", best, text, count=1)
            votes = (spellings[best], sum(spellings.values()))
    return text, votes


def _stated(known: Known) -> Canonical:
    record = known.record
    basis = Basis.AUTHORITY if record.layer == BUILT_IN else Basis.STYLE
    reasons = [f"{record.canonical} in {_whose(record.layer)}"]
    if known.evidence:
        reasons.append("the text also speaks of " + ", ".join(known.evidence[:SHOWN_EVIDENCE]))
    reasons += [reason.rstrip(".") for reason in (record.note, record.reference) if reason]
    return Canonical(record.canonical, basis, "; ".join(reasons), RECORD_CONFIDENCE)


SHOWN_EVIDENCE = 4
"""Words from the text that a reason names; more would bury it."""


def _whose(layer: str) -> str:
    """A layer of the authority in words."""
    if layer == BUILT_IN:
        return "the built-in names authority"
    kind, _, name = layer.partition(":")
    return f"the style profile {name}" if kind == "profile" else f"the names file {layer}"


def _rank(
    form: NameForm, forms: Sequence[NameForm], weights: Counter[str]
) -> tuple[int | bool, ...]:
    """What makes a form the usual one; later places decide only where earlier ones are equal.

    The script of the text, mentions (cases together), being the nominative of other forms,
    documents, capitals as a name has them, letters as the press prints them,
    mentions of the very form, the shorter form, and the earlier one.
    """
    return (
        is_own_script(main_script(form.text), form.lang),
        weights[form.text],
        sum(_is_nominative_of(form, other) for other in forms),
        len(form.documents),
        not any(part.isupper() and len(part) > 1 for part in form.parts),
        *_as_printed(form),
        len(form.mentions),
        -len(form.text),
        -forms.index(form),
    )


def _as_printed(form: NameForm) -> tuple[int, int]:
    """How near a form in English is to what the press prints: letters of its scheme, marks kept."""
    if form.lang != "en":
        return 0, 0
    letters = len(_PRESS_LETTERS.findall(form.text.casefold()))
    return letters, sum(not char.isascii() for char in form.text)


# AP, Reuters and the BBC write Slavic names near BGN/PCGN: Makhachev, Fyodorov, Nastya, Yegor.
_PRESS_LETTERS = re.compile(r"kh|zh|ts|shch|y[aeou]")


def _is_nominative_of(form: NameForm, other: NameForm) -> bool:
    """Whether `other` is a case form of `form`, word by word."""
    if form is other or not data(form.lang).inflected or len(form.parts) != len(other.parts):
        return False
    pairs = zip(form.parts, other.parts, strict=True)
    return all(a == b or inflects_to(a, b, form.lang) for a, b in pairs)
