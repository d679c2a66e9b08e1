"""The passages at which an entity departs from its expected form: what all NAM rules look at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from audit.lang import data
from audit.lang.case import in_case_of, surely_nominative
from audit.lang.inflection import inflects_to
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related
from audit.model.names import Basis, Entity, Mention, Variant, VariantKind
from audit.model.place import Span
from audit.text.fold import parts

SURE = 0.8
"""Confidence from which a departure is an error."""
WORTH_A_LOOK = 0.7
"""Confidence from which it is a query; below, it is information. Chosen on the development data:
at 0.7 the human translations show 0.3 alarms in 1,000 words, most of them slips of the humans."""
MOST_RELATED = 3
"""Other passages shown with a departure; the report's concordance has them all."""
SAFE_KINDS = frozenset({VariantKind.HYPHENATION, VariantKind.DIACRITICS, VariantKind.ROMANIZATION})
"""Kinds whose replacement cannot change who or what is meant."""
IN_CAPITALS = 5
"""Letters from which capitals throughout are taken for a headline's, not for an acronym."""
_DECIDED = frozenset({Basis.STYLE, Basis.AUTHORITY})
"""Grounds that state a form, in the nominative."""


def departures(entity: Entity, kind: VariantKind) -> Iterator[Hit]:
    """A hit at each mention whose form departs in the way of `kind`."""
    by_form = {variant.form: variant for variant in entity.variants if variant.kind is kind}
    if not by_form:
        return
    passages = _Passages(entity)
    for mention in passages.every:
        if variant := by_form.get(mention.text):
            yield _hit(entity, mention, variant, passages)


class _Passages:
    """Where an entity stands: all passages, and those in order by text and by document."""

    def __init__(self, entity: Entity) -> None:
        departing = {one.form for one in entity.variants}
        self.every = tuple(entity.mentions)
        self.sound = tuple(one for one in self.every if one.text not in departing)
        self.first = dict[str, Mention]()
        self._of_text = defaultdict[str, list[Mention]](list)
        self._in_document = defaultdict[str, list[Mention]](list)
        for one in self.every:
            self.first.setdefault(one.text, one)
        for one in self.sound:
            self._of_text[one.text].append(one)
            self._in_document[one.document].append(one)

    def beside(self, mention: Mention, text: str) -> Iterator[Mention]:
        """The sound passages: those of a `text` before others, then those in the document."""
        here = self._in_document.get(mention.document, ())
        right = self._of_text.get(text, ())
        yield from (one for one in here if one.text == text)
        yield from (one for one in right if one.document != mention.document)
        yield from (one for one in here if one.text != text)
        yield from (
            one for one in self.sound if one.text != text and one.document != mention.document
        )


def undecided(entity: Entity) -> Iterator[Hit]:
    """A hit at each mention of the form proposed for a name that nothing decides."""
    if entity.canonical.basis is not Basis.UNDECIDED:
        return
    passages = _Passages(entity)
    departing = [one for text, one in passages.first.items() if entity.variant(text)]
    others = {
        text: tuple(dict.fromkeys(_otherwise(text, entity)))
        for text in {one.text for one in passages.sound}
    }
    for mention in passages.sound:
        if others[mention.text]:
            yield _undecided_hit(entity, mention, others[mention.text], departing)


def _otherwise(text: str, entity: Entity) -> Iterator[str]:
    """A form in order as its departing rivals would have it, whole or with one part exchanged."""
    lang = entity.mentions[0].lang
    for variant in entity.variants:
        if _is_case_of(text, variant.expected, lang):
            yield variant.form
    own = parts(text)
    for rival in entity.canonical.rivals:
        for variant in entity.variants:
            pairs = tuple(zip(parts(variant.expected), parts(variant.form), strict=False))
            for expected, found in pairs:
                if found == rival and expected != found and expected in own:
                    yield text.replace(expected, found, 1)


def _is_case_of(text: str, expected: str, lang: str) -> bool:
    """Whether a form is an expected one, or a case of it word by word."""
    words, others = text.split(), expected.split()
    return len(words) == len(others) and all(
        one == other or inflects_to(one, other, lang)
        for one, other in zip(words, others, strict=True)
    )


def _undecided_hit(
    entity: Entity, mention: Mention, others: tuple[str, ...], departing: Sequence[Mention]
) -> Hit:
    """One such hit; `departing` is the first mention of each departing form, in order."""
    because = entity.canonical.because
    values = (("found", mention.text), ("other", others[0]), ("because", because))
    return Hit(
        document=mention.document,
        at=mention.span,
        values=values,
        related=tuple(
            Related(one.document, one.span, one.text) for one in departing[:MOST_RELATED]
        ),
        fixes=tuple(Fix(other, Applicability.DISPLAY, because) for other in others),
        confidence=entity.canonical.confidence,
        finding_class=FindingClass.INFO,
        entity=entity.id,
    )


def _hit(entity: Entity, mention: Mention, variant: Variant, passages: _Passages) -> Hit:
    values = (
        ("found", mention.text),
        ("expected", variant.expected),
        ("because", variant.because),
    )
    return Hit(
        document=mention.document,
        at=mention.span,
        values=values,
        related=tuple(_related(entity, mention, variant, passages)),
        fixes=tuple(_fixes(entity, mention, variant)),
        confidence=variant.confidence,
        finding_class=class_of(variant.confidence),
        entity=entity.id,
    )


def class_of(confidence: float) -> FindingClass:
    """What an editor is to make of a finding on a name, by its confidence."""
    if confidence >= SURE:
        return FindingClass.ERROR
    return FindingClass.QUERY if confidence >= WORTH_A_LOOK else FindingClass.INFO


def _related(
    entity: Entity, mention: Mention, variant: Variant, passages: _Passages
) -> Iterator[Related]:
    """Where the expected form stands: here first, then elsewhere, else in the authority.

    Where it was not met, the other established forms that stand beside this one are shown.
    """
    shown = dict[str, Mention]()
    for other in passages.beside(mention, variant.expected):
        shown.setdefault(other.document, other)
        if len(shown) == MOST_RELATED:
            break
    for other in shown.values():
        yield Related(other.document, other.span, other.text)
    if not shown and entity.record:
        yield from _beside(passages, mention)
        whole = Span(0, len(variant.expected))
        yield Related(f"authority:{entity.record}", whole, variant.expected)


def _beside(passages: _Passages, mention: Mention) -> Iterator[Related]:
    """The first mention of each other form, where all of them depart."""
    first = (one for one in passages.first.values() if one.text != mention.text)
    shown = sorted(first, key=lambda one: (one.document != mention.document, one.span))
    for other in shown[:MOST_RELATED]:
        yield Related(other.document, other.span, other.text)


def _fixes(entity: Entity, mention: Mention, variant: Variant) -> Iterator[Fix]:
    """The expected form; where nothing decides for it, also the others that were met."""
    because = entity.canonical.because
    in_case = _in_case(entity, mention, variant)
    text = _in_capitals(in_case or variant.expected, mention)
    yield Fix(text, _applicability(entity, mention, variant, told=in_case is not None), because)
    if entity.canonical.basis is Basis.UNDECIDED:
        for other in _other_forms(entity, variant):
            yield Fix(other, Applicability.DISPLAY, f"{other} is as usual here")


def _in_case(entity: Entity, mention: Mention, variant: Variant) -> str | None:
    """The expected form in the case of the place; None where that cannot be told."""
    lang = mention.lang
    if not data(lang).inflected:
        return variant.expected
    nominative = entity.canonical.basis in _DECIDED or surely_nominative(
        variant.expected, (form.text for form in entity.forms), lang
    )
    return in_case_of(variant.expected, mention.text, lang, nominative=nominative)


def _in_capitals(text: str, mention: Mention) -> str:
    """A form in the capitals of a headline, where only the letters are to change."""
    emphasis = mention.text.isupper() and len(mention.text) >= IN_CAPITALS
    return text.upper() if emphasis and text.casefold() != mention.text.casefold() else text


def _other_forms(entity: Entity, variant: Variant) -> tuple[str, ...]:
    """The other forms of an undecided name, in the nominative where names inflect."""
    lang = entity.mentions[0].lang
    if data(lang).inflected:
        rivals = entity.canonical.rivals
        return tuple(one for one in rivals if not inflects_to(one, variant.form, lang))
    others = (one for one in entity.variants if one.expected == variant.expected)
    return tuple(one.form for one in others if one.form != variant.form)


def _applicability(
    entity: Entity, mention: Mention, variant: Variant, *, told: bool
) -> Applicability:
    """How far the expected form may be trusted; a hint where its case could not be `told`."""
    decided = entity.canonical.basis in _DECIDED
    if not told or entity.canonical.basis is Basis.UNDECIDED:
        return Applicability.DISPLAY
    if data(mention.lang).inflected:
        return Applicability.UNSAFE
    if decided and not mention.quoted and variant.kind in SAFE_KINDS:
        return Applicability.SAFE
    return Applicability.UNSAFE
