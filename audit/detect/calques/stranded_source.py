"""CAL002 stranded-source: the source left standing behind what it says."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL002",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” has the source in the place of an object",
    why="In the order of the original the name looks like what is written about.",
    languages=frozenset({"en"}),
    examples=(
        Bad("A Japanese publication ⟦writes about it Kyodo⟧ with reference to sources."),
        Bad("⟦Writes about this Reuters⟧."),
        Good("The agency writes about it every Monday."),
        Good("Kyodo reports about it in detail."),
    ),
)
def stranded_source(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report sources that stand behind their verb and its object."""
    yield from hits(document, Kind.STRANDED, "the source stands before its verb")
