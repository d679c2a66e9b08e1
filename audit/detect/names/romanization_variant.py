"""NAM002: one name by two romanization schemes."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM002",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="Two schemes for one foreign name make two people or two towns of it.",
    examples=(
        Bad(
            "Shells fell on Bakhmut at dawn. By noon Bakhmut was quiet, but ⟦Bahmut⟧ had no power."
        ),
        Bad("Mykhailo Podolyak replied. Then ⟦Mykhailo Podoliak⟧ signed."),
        Good("Anna Petrova and Inna Petrova came first and second."),
        Good("Iran and Iraq signed. Later Iran and then Iraq confirmed it."),
    ),
)
def romanization_variant(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.ROMANIZATION)
