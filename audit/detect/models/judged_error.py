"""QE005 judged-error: what a judge of translations, such as a large language model, marks."""

from collections.abc import Iterator
from dataclasses import replace

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.models.doubted import told
from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


def _marked(start: int, end: int, says: str, mqm: str = "accuracy/mistranslation") -> Doubt:
    return Doubt(
        ModelKind.JUDGE, Span(start, end), "judge", 0.6, None, 0.6, pair=0, says=says, mqm=mqm
    )


@document_rule(
    id="QE005",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    says="{says} ({mqm}, by {model})",
    why="A judge compared the passage with its source and marked this. It is right in a part of"
    " the cases only, so a person decides.",
    examples=(
        Bad(
            "The ⟦Minister⟧ left the town on Monday.",
            source=("Мер залишив місто в понеділок.", "uk"),
            doubts=(_marked(4, 12, "the source has the mayor"),),
        ),
        Bad(
            "The mayor ⟦did not leave⟧ the town on Monday.",
            source=("Мер залишив місто в понеділок.", "uk"),
            doubts=(_marked(10, 23, "the source has no negation"),),
        ),
        Good(
            "The mayor left the town on Monday.",
            source=("Мер залишив місто в понеділок.", "uk"),
            doubts=(_marked(4, 9, "", mqm=""),),
        ),
        Good(
            "The mayor left the town by train.",
            source=("Мер залишив місто потягом.", "uk"),
        ),
    ),
    references=("https://aclanthology.org/2023.wmt-1.100/",),
)
def judged_error(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report what a model of kind “judge” marks; a mark without a reason is no help to anybody."""
    for doubt in document.doubts:
        if doubt.kind is ModelKind.JUDGE and doubt.says.strip():
            hit = told(document, doubt)
            yield replace(hit, values=(*hit.values, ("says", doubt.says), ("mqm", doubt.mqm)))
