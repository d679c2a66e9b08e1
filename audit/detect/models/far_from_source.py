"""QE001 far-from-source: a passage that a model of meaning finds far from its source."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, document_rule
from audit.detect.models.doubted import Options, doubted
from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


def _far(start: int, end: int, rate: float) -> Doubt:
    return Doubt(ModelKind.ADEQUACY, Span(start, end), "encoder", 0.12, rate, 0.6, pair=0)


@document_rule(
    options=Options,
    id="QE001",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    says="says something else than its source, by {model}: nearness {score}, which {rate} of sound"
    " translations have",
    why="Text and source are far apart in meaning: another passage, or only a part of it, was"
    " translated. The model sees no single negation, number, date or name.",
    examples=(
        Bad(
            "⟦The bakery opens at seven and sells out by noon.⟧",
            source=("Мер залишив місто в понеділок уранці потягом.", "uk"),
            doubts=(_far(0, 48, 0.001),),
        ),
        Bad(
            "⟦Nobody at the town hall.⟧",
            source=(
                "Ніхто в мерії не захотів у вівторок сказати журналістам, чому він поїхав.",
                "uk",
            ),
            doubts=(_far(0, 24, 0.002),),
        ),
        Good(
            "The mayor took the train on Monday.",
            source=("Мер залишив місто в понеділок уранці потягом.", "uk"),
            doubts=(_far(0, 35, 0.02),),
        ),
        Good(
            "The mayor left the town on Monday.",
            source=("Мер залишив місто в понеділок.", "uk"),
        ),
    ),
    references=("https://aclanthology.org/2020.acl-demos.12/",),
)
def far_from_source(document: Document, options: Options) -> Iterator[Hit]:
    """Report what a model of kind “adequacy” doubts."""
    yield from doubted(document, ModelKind.ADEQUACY, options)
