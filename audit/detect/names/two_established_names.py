"""NAM008: two established names of one thing."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM008",
    since="0.1",
    mqm=MQM.INCONSISTENT_WITH_RESOURCE,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="Both names are in use, but one publication uses one of "
    "them; the names authority says which.",
    examples=(
        Bad("The train left Kyiv at nine. Snow fell on Kyiv, and ⟦Kiev⟧ was dark."),
        Bad("Talks in Beijing failed. Diplomats left Beijing; ⟦Peking⟧ regretted it."),
        Good("Chicken Kiev is a dish served in Kyiv and elsewhere."),
        Good("North Korea and South Korea talked. South Korea agreed."),
    ),
)
def two_established_names(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.EXONYM)
