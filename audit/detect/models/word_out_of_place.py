"""QE002 word-out-of-place: a word where a language model is sure that another belongs."""

from collections.abc import Iterator
from dataclasses import replace

from audit.detect.base import Bad, Good, document_rule
from audit.detect.models.doubted import Options, told
from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


def _odd(start: int, end: int, expected: str, rate: float = 0.001) -> Doubt:
    return Doubt(ModelKind.FLUENCY, Span(start, end), "model", -9.5, rate, 0.7, expected=expected)


@document_rule(
    options=Options,
    id="QE002",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{word}” is out of place here, by {model}, which expected “{expected}”; words of native"
    " text are as odd in {rate} of cases",
    why="A language model that was trained on native text is sure of another word, as it is where"
    " a preposition, an article or an ending is wrong.",
    examples=(
        Bad("He arrived ⟦to⟧ the airport at noon.", doubts=(_odd(11, 13, "at"),)),
        Bad("It depends ⟦from⟧ the weather.", doubts=(_odd(11, 15, "on"),)),
        Good("He arrived at the airport.", doubts=(_odd(11, 13, "in", rate=0.05),)),
        Good("Minsk said no.", doubts=(_odd(0, 5, "She"),)),
    ),
    references=("https://aclanthology.org/2020.acl-main.240/",),
)
def word_out_of_place(document: Document, options: Options) -> Iterator[Hit]:
    """Report what a model of kind “fluency” doubts, names left out."""
    names = [mention.span for mention in document.mentions]
    for doubt in document.doubts:
        if doubt.kind is not ModelKind.FLUENCY or doubt.rate is None:
            continue
        if doubt.rate > options.false_alarms or any(map(doubt.span.overlaps, names)):
            continue
        hit = told(document, doubt)
        word = document.cut(doubt.span)
        yield replace(
            hit,
            values=(*hit.values, ("word", word), ("expected", doubt.expected)),
            fixes=(Fix(doubt.expected, Applicability.DISPLAY, f"expected by {doubt.model}"),),
        )
