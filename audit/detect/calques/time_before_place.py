"""CAL016 time-before-place: “arrived on Monday in Vienna”, the place behind the time."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL016",
    since="0.1",
    mqm=MQM.AWKWARD_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}”: the place belongs to the verb, the time behind it",
    why="A verb of motion keeps its place next to it; other languages put the time first.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The envoy arrived ⟦on Monday in Vienna⟧, where the talks are held."),
        Bad("The choir returned ⟦yesterday to Lviv⟧."),
        Bad("She flew ⟦on 5 May to Lisbon⟧ and was met by nobody."),
        Good("The envoy arrived in Vienna on Monday. She flew to Lisbon on 5 May."),
        Good("The trains that came on Monday in January were late."),
        Good("Talks were held on Monday in Vienna, and on Tuesday in Bonn."),
    ),
)
def time_before_place(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the place of a verb of motion behind its time."""
    yield from hits(document, Kind.PLACE, "")
