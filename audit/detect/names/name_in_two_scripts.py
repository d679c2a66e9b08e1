"""NAM007: one name in two scripts."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, entity_rule
from audit.detect.names.departures import departures
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.names import Entity, VariantKind


@entity_rule(
    id="NAM007",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    of_variants=True,
    says="“{found}” here, but “{expected}” is expected: {because}",
    why="A name left in another script reads as another name, and "
    "many readers cannot read it at all.",
    examples=(
        Bad(
            "Інвестори Вагнер чекали. Потім Вагнер пішов, а ⟦Wagner⟧ залишився в Києві.", lang="uk"
        ),
        Bad("The striker Kaapo Kakko scored. Then Kakko fell and ⟦Какко⟧ left the ice."),
        Good("Компанія Google подала звіт. Акції Google зросли.", lang="uk"),
        Good("The city of Kyiv lies on the Dnipro. They love Kyiv."),
    ),
)
def name_in_two_scripts(entity: Entity, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each mention that departs in this way."""
    return departures(entity, VariantKind.MIXED_SCRIPT)
