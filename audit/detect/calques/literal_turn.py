"""CAL003 literal-turn: a fixed turn of the source language rendered word for word."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import LANGUAGES, Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL003",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” is rendered word for word{advice}",
    why="A set phrase of another language, put word by word, is not what anybody would write.",
    languages=LANGUAGES,
    examples=(
        Bad("The company opened an office ⟦in the nearest future⟧."),
        Bad("He was ⟦brought to criminal responsibility⟧ for the fire."),
        Bad(
            "A fight broke out ⟦on the territory of⟧ the old hospital.",
            fixed="A fight broke out in the old hospital.",
        ),
        Bad("The school was built ⟦within the framework of⟧ a regional programme."),
        Bad("Автор ⟦прийняв участь⟧ у виставці.", lang="uk"),
        Bad("Am Ende muss er ⟦eine Entscheidung machen⟧.", lang="de"),
        Good("The ship left the territory of the harbour authority, which ends at the mole."),
        Good("Early in the morning of 6 May the ice broke."),
        Good("The judge emphasised the word stressed on the first syllable."),
        Good("Das Gesetz macht den Unterschied deutlich.", lang="de"),
    ),
)
def literal_turn(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report turns of phrase rendered word for word."""
    yield from hits(document, Kind.TURN, "what is usual in this language")
