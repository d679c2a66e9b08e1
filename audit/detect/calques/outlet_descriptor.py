"""CAL006 outlet-descriptor: “the publication Bloomberg”, where the name alone says it."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hit
from audit.detect.calques.lexicon import Kind, turns
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL006",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}”: what this outlet is need not be said{advice}",
    why="Slavic news puts the kind of outlet before its name; English gives the name alone.",
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "According to ⟦the American publication Bloomberg⟧, rates will rise.",
            fixed="According to Bloomberg, rates will rise.",
        ),
        Bad("He gave an interview to ⟦the Glavred edition⟧ in May."),
        Good("According to the French newspaper Le Monde, rates will rise."),
        Good("The publication of the Bloomberg index was put off."),
        Good("The publication Bee Culture has been read by farmers since 1873."),
    ),
)
def outlet_descriptor(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report outlets of renown that are introduced with the kind of thing they are."""
    for found in turns(document, Kind.DESCRIPTOR):
        name = document.text[found.marked[0] : found.marked[1]]
        yield hit(document, found, found.whole, "the name alone", (name,))
