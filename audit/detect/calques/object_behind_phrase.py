"""CAL017 object-behind-phrase: “buy from Japan equipment”, the object far from its verb."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL017",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}” stands between the verb and its object; English puts it behind",
    why="English lets nothing short stand between a verb and its object; freer word orders do.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The port hopes to buy ⟦from Japan⟧ equipment for its cranes."),
        Bad("The bank received ⟦from Poland⟧ new loans."),
        Good("The port hopes to buy equipment from Japan."),
        Good("What they received from Poland was help. Ships got from Spain to Malta in a week."),
    ),
)
def object_behind_phrase(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report phrases of origin between a verb and its object."""
    yield from hits(document, Kind.OBJECT, "")
