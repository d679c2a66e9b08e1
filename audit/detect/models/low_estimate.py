"""QE003 low-estimate: a passage to which a model of quality gives one of the lowest scores."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, document_rule
from audit.detect.models.doubted import Options, as_information, told
from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


def _low(start: int, end: int, rate: float | None) -> Doubt:
    return Doubt(ModelKind.QUALITY, Span(start, end), "metric", -17.2, rate, 0.4, pair=0)


@document_rule(
    options=Options,
    id="QE003",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    says="among the lowest estimates of quality, by {model}: {score}",
    why="An estimate of quality says where to begin reading. It cannot say which of two"
    " translations is the better one, nor what is wrong.",
    examples=(
        Bad(
            "⟦The mayor of the railway left Monday.⟧",
            source=("Мер залишив місто в понеділок уранці потягом.", "uk"),
            doubts=(_low(0, 37, 0.001),),
        ),
        Bad(
            "⟦The city mayor threw on Monday.⟧",
            source=("Мер залишив місто в понеділок.", "uk"),
            doubts=(_low(0, 31, None),),
        ),
        Good(
            "The mayor left the town on Monday.",
            source=("Мер залишив місто в понеділок.", "uk"),
            doubts=(_low(0, 34, 0.05),),
        ),
        Good(
            "The mayor left the town by train.",
            source=("Мер залишив місто потягом.", "uk"),
        ),
    ),
    references=(
        "https://aclanthology.org/2024.wmt-1.35/",
        "https://aclanthology.org/2020.coling-main.445/",
    ),
)
def low_estimate(document: Document, options: Options) -> Iterator[Hit]:
    """Report what a model of kind “quality” doubts: a query where its scores were measured.

    Where they were not, the worst passages of the document are information.
    """
    for doubt in document.doubts:
        if doubt.kind is not ModelKind.QUALITY:
            continue
        hit = told(document, doubt)
        if doubt.rate is None:
            yield as_information(hit)
        elif doubt.rate <= options.false_alarms:
            yield hit
