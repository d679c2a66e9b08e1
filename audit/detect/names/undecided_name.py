"""NAM019: the other side of an undecided name."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import undecided
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity


@entity_rule(
    id="NAM019",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    of_variants=True,
    says="“{found}” here, “{other}” elsewhere, and nothing tells which is right: {because}",
    why="A form is proposed only because one has to be; whoever knows the name may decide for "
    "the other one from either place.",
    examples=(
        Bad("They met ⟦Martin Belanar⟧ on Monday. Later Martin Belanal went home."),
        Bad("The poet Ming Ming wrote. Later ⟦Mingming⟧ came home."),
        Good("They met Martin Belanar. Martin Belanar spoke. Later Martin Belanal went home."),
        Good("They met Martin Belanar on Monday. Later Martin Belanar went home."),
    ),
)
def undecided_name(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention of the proposed form with the forms that may as well be right."""
    return undecided(entity)
