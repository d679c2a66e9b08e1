"""CAL015 missing-listener: “he informed that”, without the person informed."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL015",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” lacks the person it is said to{advice}",
    why="In English one informs, reminds or assures somebody; other languages need nobody there.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The ministry ⟦informed that⟧ the road is closed."),
        Bad("Ivanov also ⟦reminded that⟧ the bridge is old."),
        Bad("An engineer ⟦introduced that⟧ the soil had been prepared."),
        Good("The ministry informed us that the road is closed. He was reminded that it is old."),
        Good("Informed that the road was closed, he rested assured that a train would come."),
        Good("She introduced that friend to her mother, who was told that he sings."),
    ),
)
def missing_listener(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report verbs of telling without anybody who is told."""
    yield from hits(document, Kind.LISTENER, "the verb needs a person, or another verb")
