"""CAL004 stacked-connective: two connectives where one does."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL004",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” says one thing twice{advice}",
    why="Two particles of the source become two connectives; the sentence needs one of them.",
    languages=frozenset({"en"}),
    examples=(
        Bad("He stayed at home, ⟦because due to⟧ the storm no trains ran."),
        Bad("⟦However, in fact,⟧ the ship left.", fixed="In fact, the ship left."),
        Bad("⟦Although it was late, but⟧ they went on."),
        Good("The bridge was closed because, due to the storm, no trains ran."),
        Good("However, the fact remains that the ship left."),
        Good("The road is closed because due process was ignored."),
    ),
)
def stacked_connective(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report stacked connectives."""
    yield from hits(document, Kind.STACKED, "one connective is enough")
