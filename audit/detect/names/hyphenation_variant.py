"""NAM001: one name with and without hyphen, space or capital."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM001",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="A reader who meets both takes them for two names, and search finds only one of them.",
    examples=(
        Bad(
            "Kim Jong Un left Pyongyang. State media praised ⟦Kim Jong-un⟧ for the visit.",
            fixed="Kim Jong Un left Pyongyang. State media praised Kim Jong Un for the visit.",
        ),
        Bad("Doctor Zhong Nanshan spoke. Zhong Nanshan and not ⟦Zhongnanshan⟧ left."),
        Good(
            "Kim Jong Un left Pyongyang. Kim is expected on Monday. His sister Kim Yo Jong stayed."
        ),
        Good("The North-South line was closed. Trains run north and south of it."),
    ),
)
def hyphenation_variant(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.HYPHENATION)
