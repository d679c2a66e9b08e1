"""HSE002 lost-question: a question of the source that is no question in the translation."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="HSE002",
    since="1.0",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the source asks, the translation states",
    why="A question that became a statement says what nobody said.",
    languages=frozenset({"en"}),
    source_languages=frozenset({"ru", "uk"}),
    examples=(
        Bad("⟦He has left.⟧", source=("Він пішов?", "uk")),
        Bad("⟦He knows it.⟧ She left.", source=("Разве он это знает? Она ушла.", "ru")),
        Good("Has he left?", source=("Він пішов?", "uk")),
        Good("He has left.", source=("Він пішов.", "uk")),
    ),
)
def lost_question(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:
    """Report the whole passage: where the question was is not to be told."""
    at = pair.source.find("?")
    if at >= 0 and "?" not in pair.text and pair.text.strip():
        start = len(pair.text) - len(pair.text.lstrip())
        end = len(pair.text.rstrip())
        yield Hit(document.id, pair.at(start, end), confidence=0.8, source=pair.passage(at, at + 1))
