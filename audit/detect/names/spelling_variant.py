"""NAM003: one name spelled in two ways."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM003",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="The translator guessed the name twice and came to two "
    "results; at most one of them is right.",
    examples=(
        Bad("They met Elon Musk in Texas. Later Elon Musk left, and ⟦Ilon Musk⟧ wrote about it."),
        Bad("Farmers near Korbeevo sow rye. Korbeevo likes rye. It is eaten in ⟦Korbeyavo⟧."),
        Good("The towns of Okayama and Tsuyama lie close together."),
        Good("Mr Peter Sands read from Potter. Then Sands and the Potter fans left."),
    ),
)
def spelling_variant(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.SPELLING)
