"""NAM004: one name with and without its marks."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM004",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="A name is written with its marks throughout or without them "
    "throughout, as the house decides.",
    examples=(
        Bad("They showed Cézanne first. The Cézanne room closed early, though ⟦Cezanne⟧ sells."),
        Good("They showed Cézanne first. The Cézanne room closed early."),
        Bad("Minister Guðbjörg Jónsdóttir spoke; then ⟦Gudbjörg Jónsdóttir⟧ left."),
        Good("The resume of Peter Sands was short. They resume talks with Peter Sands."),
    ),
)
def diacritics_variant(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.DIACRITICS)
