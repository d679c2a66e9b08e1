"""CAL009 bare-own: “own” without the word that it needs."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL009",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}” lacks its “its”, “his” or “their”",
    why="English “own” follows a possessive; languages without one there leave it standing bare.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The agency writes this citing ⟦own⟧ sources."),
        Bad("He paid for the repairs with ⟦own⟧ money."),
        Good("They want to own land, and own goals do not help. He did it with his own hands."),
        Good("She rides a horse of her own. The store sells own brand tea."),
    ),
)
def bare_own(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report bare “own”."""
    yield from hits(document, Kind.OWN, "a possessive before “own”")
