"""CAL005 literal-opener: a sentence opener of the source language."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL005",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="The sentence opens with “{phrase}”, a formula of the source language{advice}",
    why="Openers such as “True,” are no faults, but many of them make a text sound translated.",
    languages=frozenset({"en"}),
    examples=(
        Bad("⟦True,⟧ the bridge had been closed before."),
        Bad("⟦In turn,⟧ the mayor promised a new road."),
        Bad("⟦Recall that⟧ the bridge was built in 1959."),
        Good("True friends of the bridge came on Sunday. In addition, it rained."),
        Good("Recall elections were held in May."),
        Good("“True, it rained,” she said."),
    ),
)
def literal_opener(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report formulaic openers."""
    yield from hits(document, Kind.OPENER, "what would open such a sentence in this language")
