"""NAM006: a case ending left on a name."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM006",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="The name stood in an oblique case in the source and was not "
    "brought back to its basic form.",
    examples=(
        Bad("Sergei Furgal was arrested. Friends of Furgal and of ⟦Furgala⟧ met."),
        Bad("Minister Solovey resigned. Critics of Solovey hid the portrait of ⟦Soloveya⟧."),
        Good("Petra and Peter Ivanenko both voted."),
        Good(
            "Alina Kabaeva and Yuri Kabaev are not related, Alina Kabaeva said; Yuri Kabaev agreed."
        ),
    ),
)
def leftover_inflection(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.INFLECTION)
