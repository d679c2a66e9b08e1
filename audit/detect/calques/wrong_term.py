"""CAL018 wrong-term: a thing that has its own name in English, under another one."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL018",
    since="0.1",
    mqm=MQM.WRONG_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}” goes by another name in English{advice}",
    why="Weapons, bodies and borders have names of their own; a literal one hides which are meant.",
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "They met in the ⟦neutral zone⟧ between North and South Korea.",
            fixed="They met in the demilitarized zone between North and South Korea.",
        ),
        Bad("The ship fired two ⟦winged missiles⟧."),
        Bad("The law was passed by the ⟦Supreme Rada⟧."),
        Bad("Nobody slept after the ⟦air alarm⟧."),
        Good("The linesman waited in the neutral zone for the puck."),
        Good("She paints found objects and winged horses."),
        Good("The Near East is a field of study. The cruise missile missed."),
    ),
)
def wrong_term(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report terms put together from the words of the source."""
    yield from hits(document, Kind.TERM, "the name in use")
