"""NAM005: one name in two orders."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM005",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="Family name first here and last there makes the reader guess which part is which.",
    examples=(
        Bad("Moritani Kasane opened the shop. We like Moritani Kasane; ⟦Kasane Moritani⟧ waved."),
        Bad("Masayoshi Uryu said no. Later Masayoshi Uryu agreed; ⟦Uryu Masayoshi⟧ signed."),
        Bad("Fighters of PMC Wagner left. PMC Wagner said so; ⟦Wagner PMC⟧ denied it."),
        Bad("Fans of FC Vostok sang. Then ⟦Vostok FC⟧ won."),
        Good("Paul Simon met Simon Pauls in Berlin."),
        Good("Moritani Kasane opened the shop. Moritani is thirty."),
    ),
)
def name_order_variant(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.NAME_ORDER)
