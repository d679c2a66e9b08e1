"""NAM010: a name of the source for which another name stands."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.names.renderings import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.renderings import Fate
from audit.model.text import Document


@document_rule(
    id="NAM010",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.CRITICAL,
    finding_class=FindingClass.QUERY,
    says="“{found}” stands for “{source}”{expected}: {because}",
    why="The sentence reads well and says of one place or person what is true of another.",
    examples=(
        Bad(
            "Shells hit a village near ⟦Belgrade⟧.",
            source=("Снаряды попали в село под Белгородом.", "ru"),
        ),
        Bad(
            "The minister flew to ⟦Norway⟧ on Monday.",
            source=("部长周一飞往葡萄牙。", "zh"),
        ),
        Good(
            "Shells hit a village near Belgorod.",
            source=("Снаряды попали в село под Белгородом.", "ru"),
        ),
        Good(
            "The minister flew to Naples on Monday.",
            source=("Der Minister flog am Montag nach Neapel.", "de"),
        ),
    ),
)
def name_replaced(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at a name that stands in the place of another."""
    return hits(document, Fate.REPLACED)
