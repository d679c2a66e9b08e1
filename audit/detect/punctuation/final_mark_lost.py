"""PUN020 final-mark-lost: a sentence whose source ends in a mark, without one."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.prose import is_running
from audit.detect.punctuation.final_marks import ending
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="PUN020",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="the source ends in a mark, this sentence does not",
    why="The mark at the end of the source was lost, and perhaps more with it.",
    examples=(
        Bad(
            "The mayor of the town has said that he will leave in ⟦May⟧",
            source=("Мер міста сказав, що поїде в травні.", "uk"),
            fixed="The mayor of the town has said that he will leave in May.",
        ),
        Bad(
            "Der Bürgermeister hat gesagt, dass er im Mai die Stadt verlassen ⟦wird⟧",
            lang="de",
            source=("The mayor has said that he will leave the town in May.", "en"),
        ),
        Good("Mayor to Leave Town in May", source=("Мер залишить місто в травні.", "uk")),
        Good(
            "The mayor of the town has said that he will leave in May",
            source=("Мер міста сказав, що поїде в травні", "uk"),
        ),
        Good(
            "The mayor of the town has said that he will leave in May:",
            source=("Мер міста сказав, що поїде в травні.", "uk"),
        ),
    ),
)
def final_mark_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report running text that ends in a word where its source ends in a mark."""
    if not pair.text.rstrip()[-1:].isalnum():
        return
    if not (is_latin(pair.lang) or is_cyrillic(pair.lang)):
        return
    ours, theirs = ending(pair.text, pair.lang), ending(pair.source, pair.source_lang)
    if ours is None or theirs is None or not (theirs.statement or theirs.question):
        return
    if ours.statement or ours.question or ours.end != len(pair.text.rstrip()):
        return
    if is_running(pair.text.strip(), pair.lang):
        word = pair.text[ours.start : ours.end]
        mark = "?" if theirs.question else "."
        yield Hit(
            document=document.id,
            at=pair.at(ours.start, ours.end),
            fixes=(Fix(f"{word}{mark}", Applicability.UNSAFE, "the mark of the source"),),
            confidence=0.8,
        )
