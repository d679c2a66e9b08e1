"""The passages at which an entity departs from its expected form: what all NAM rules look at."""

from collections.abc import Iterator

from audit.lang import data
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related
from audit.model.names import Basis, Entity, Mention, Variant, VariantKind
from audit.model.place import Span

SURE = 0.8
"""Confidence from which a departure is an error."""
WORTH_A_LOOK = 0.7
"""Confidence from which it is a query; below, it is information. Chosen on the development data:
at 0.7 the human translations show 0.3 alarms in 1,000 words, most of them slips of the humans."""
MOST_RELATED = 3
"""Other passages shown with a departure; the report's concordance has them all."""
SAFE_KINDS = frozenset({VariantKind.HYPHENATION, VariantKind.DIACRITICS, VariantKind.ROMANIZATION})
"""Kinds whose replacement cannot change who or what is meant."""


def departures(entity: Entity, kind: VariantKind) -> Iterator[Hit]:
    """A hit at each mention whose form departs in the way of `kind`."""
    by_form = {variant.form: variant for variant in entity.variants if variant.kind is kind}
    for mention in entity.mentions if by_form else ():
        if variant := by_form.get(mention.text):
            yield _hit(entity, mention, variant)


def _hit(entity: Entity, mention: Mention, variant: Variant) -> Hit:
    values = (
        ("found", mention.text),
        ("expected", variant.expected),
        ("because", variant.because),
    )
    return Hit(
        document=mention.document,
        at=mention.span,
        values=values,
        related=tuple(_related(entity, mention, variant)),
        fixes=(_fix(entity, mention, variant),),
        confidence=variant.confidence,
        finding_class=class_of(variant.confidence),
        entity=entity.id,
    )


def class_of(confidence: float) -> FindingClass:
    """What an editor is to make of a finding on a name, by its confidence."""
    if confidence >= SURE:
        return FindingClass.ERROR
    return FindingClass.QUERY if confidence >= WORTH_A_LOOK else FindingClass.INFO


def _related(entity: Entity, mention: Mention, variant: Variant) -> Iterator[Related]:
    """Where the expected form stands: here first, then elsewhere, else in the authority."""
    shown = list[Mention]()
    departing = {one.form for one in entity.variants}
    others = [one for one in entity.mentions if one.text not in departing]
    others.sort(key=lambda one: (one.text != variant.expected, one.document != mention.document))
    first_of_each = {other.document: other for other in reversed(others)}
    for other in others:
        if first_of_each[other.document] is other and len(shown) < MOST_RELATED:
            shown.append(other)
    for other in shown:
        yield Related(other.document, other.span, other.text)
    if not others and entity.record:
        whole = Span(0, len(variant.expected))
        yield Related(f"authority:{entity.record}", whole, variant.expected)


def _fix(entity: Entity, mention: Mention, variant: Variant) -> Fix:
    """The expected form; only a hint where the language would have to inflect it."""
    decided = entity.canonical.basis in (Basis.STYLE, Basis.AUTHORITY)
    if data(mention.lang).inflected:
        applicability = Applicability.DISPLAY
    elif decided and not mention.quoted and variant.kind in SAFE_KINDS:
        applicability = Applicability.SAFE
    else:
        applicability = Applicability.UNSAFE
    return Fix(variant.expected, applicability, entity.canonical.because)
