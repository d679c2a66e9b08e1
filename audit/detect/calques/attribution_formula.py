"""CAL001 attribution-formula: the source named with a formula of the original language."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL001",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” is a formula of the source language{advice}",
    why="Every language has set words for where news comes from; carried over they sound foreign.",
    languages=frozenset({"en", "ru"}),
    examples=(
        Bad(
            "The bridge will close, Reuters said ⟦with reference to⟧ its own sources.",
            fixed="The bridge will close, Reuters said citing its own sources.",
        ),
        Bad("The bridge will close in May, ⟦writes⟧ TASS."),
        Bad("⟦This was reported by⟧ the press service of the port."),
        Bad(
            "“The crew is safe,” ⟦the message reads⟧.",
            fixed="“The crew is safe,” the statement said.",
        ),
        Bad("The miller spoke ⟦on the air of⟧ the TV channel of the valley."),
        Bad("The newspaper ⟦writes about it⟧ on its front page."),
        Bad("Мост закроют, сообщает агентство ⟦с ссылкой на⟧ источники.", lang="ru"),
        Good("According to Kyodo, the bridge will close in May."),
        Good("He spoke with reference to a chart of the harbour and to the law of 2014."),
        Good("She told the court that the message read: come home."),
        Good("“This was reported by my neighbour,” she said with a smile."),
        Good("Nobody writes about it any more, and that is a pity."),
    ),
)
def attribution_formula(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report attribution formulas of the source language."""
    yield from hits(document, Kind.ATTRIBUTION, "the way this language names its sources")
