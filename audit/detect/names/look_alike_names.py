"""NAM020: two names of one document that may be one."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, Lookalike
from audit.text.scripts import main_script


@entity_rule(
    id="NAM020",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    of_variants=True,
    says="“{found}” here and “{other}” elsewhere may be one name: {because}",
    why="A name guessed twice often comes out so differently that only a reader who knows the "
    "story can tell; a glance at both places is enough.",
    examples=(
        Bad("Coach Mirela Pelorin rested. In May ⟦Perin⟧ won the cup."),
        Bad("The mayor of Marisento thanked Stellan Rask. In May ⟦Marinto⟧ has no bridge."),
        Good("The towns of Tsuyama and Okayama lie close together."),
        Good("Anna Petrova came first. Inna Petrova came second."),
    ),
)
def look_alike_names(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at the rarer of two names that look alike."""
    for one in entity.lookalikes:
        yield _hit(entity, one)


def _hit(entity: Entity, one: Lookalike) -> Hit:
    values = (("found", one.part), ("other", one.other_part), ("because", one.because))
    replacement = one.mention.text.replace(one.part, one.expected)
    if main_script(one.part) != main_script(one.other_part):
        replacement = one.other.text
    because = f"“{one.other_part}” stands in “{one.other.text}”; perhaps it is the same name"
    return Hit(
        document=one.mention.document,
        at=one.mention.span,
        values=values,
        related=(Related(one.other.document, one.other.span, one.other.text),),
        fixes=(Fix(replacement, Applicability.DISPLAY, because),),
        confidence=one.confidence,
        entity=entity.id,
    )
