"""CAL014 counted-mass-noun: a noun that cannot be counted, counted."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL014",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}”: this noun has no plural and no “a”{advice}",
    why="Many languages count what English does not: advice, information, equipment.",
    languages=frozenset({"en"}),
    examples=(
        Bad("He gave them many good ⟦advices⟧."),
        Bad("The army has 50 ⟦aircrafts⟧.", fixed="The army has 50 aircraft."),
        Bad("She received ⟦an information⟧, but it came late."),
        Good("She stood at an information desk and read the news, a news agency report."),
        Good("The aircraft’s wings and the advice’s worth were discussed."),
    ),
)
def counted_mass_noun(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report nouns counted against the grammar."""
    yield from hits(document, Kind.MASS, "the noun has one form")
