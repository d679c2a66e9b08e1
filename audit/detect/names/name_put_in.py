"""NAM011: a name of the target that the source does not have."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.names.renderings import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.renderings import Fate
from audit.model.text import Document


@document_rule(
    id="NAM011",
    since="0.1",
    mqm=MQM.ADDITION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{found}” is not in the source: {because}",
    why="A translator may add a name for the reader’s sake; a machine has made it up.",
    examples=(
        Bad(
            "The minister spoke with farmers in ⟦Wrocław⟧ on Monday.",
            source=("Министр поговорил с фермерами в понедельник.", "ru"),
        ),
        Bad(
            "The river rose by a metre in ⟦Portugal⟧.",
            source=("Река поднялась на метр.", "ru"),
        ),
        Good(
            "The river rose by a metre in Ukraine.",
            source=("Украинская река поднялась на метр.", "ru"),
        ),
        Good(
            "The river rose by a metre on Monday.",
            source=("Река поднялась на метр в понедельник.", "ru"),
        ),
    ),
)
def name_put_in(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at a name that nothing in the source could be behind."""
    return hits(document, Fate.PUT_IN)
