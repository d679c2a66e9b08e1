"""QE004 lost-on-the-way-back: a passage whose translation back resembles its source too little."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, document_rule
from audit.detect.models.doubted import Options, doubted
from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


def _lost(start: int, end: int, rate: float) -> Doubt:
    return Doubt(
        ModelKind.BACK_TRANSLATION, Span(start, end), "translator", 14.3, rate, 0.5, pair=0
    )


@document_rule(
    options=Options,
    id="QE004",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    says="put back into the language of the source by {model}, it agrees with it to {score} of 100"
    " (chrF), as {rate} of sound translations do",
    why="What the source says does not come back, so it may never have arrived. A free translation"
    " looks the same, so this is the last of the signals to trust.",
    examples=(
        Bad(
            "⟦The bakery opens at seven and sells out by noon.⟧",
            source=("O prefeito deixou a cidade na segunda-feira de manhã.", "pt"),
            doubts=(_lost(0, 48, 0.001),),
        ),
        Bad(
            "⟦Nobody at the town hall.⟧",
            source=("Ninguém na prefeitura quis dizer na terça por que ele partiu.", "pt"),
            doubts=(_lost(0, 24, 0.002),),
        ),
        Good(
            "The mayor took the train on Monday.",
            source=("O prefeito deixou a cidade na segunda-feira.", "pt"),
            doubts=(_lost(0, 35, 0.01),),
        ),
        Good(
            "The mayor left the town on Monday.",
            source=("O prefeito deixou a cidade na segunda-feira.", "pt"),
        ),
    ),
    references=("https://aclanthology.org/2020.eamt-1.11/", "https://aclanthology.org/W15-3049/"),
)
def lost_on_the_way_back(document: Document, options: Options) -> Iterator[Hit]:
    """Report what a model of kind “back-translation” doubts."""
    yield from doubted(document, ModelKind.BACK_TRANSLATION, options)
