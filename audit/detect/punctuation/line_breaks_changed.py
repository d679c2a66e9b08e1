"""PUN024 line-breaks-changed: a passage in more or fewer lines than its source."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="PUN024",
    since="0.1",
    mqm=MQM.TEXTUAL_CONVENTIONS,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    default_on=False,
    says="{ours} lines, {theirs} in the source",
    why="Lines that were joined or broken upset lists, verses and the layout of a page.",
    examples=(
        Bad("⟦First, second, third⟧", source=("Erstens\nZweitens\nDrittens", "de")),
        Bad(
            "First\n⟦Second, third, fourth and fifth point⟧",
            source=("Erstens\nZweitens\nDrittens, viertens und fünftens", "de"),
        ),
        Good("First\nSecond", source=("Erstens\nZweitens", "de")),
        Good(
            "The mayor left.\n\nNobody knows why.",
            source=("Der Bürgermeister ist fort.\nNiemand weiß, warum.", "de"),
        ),
    ),
)
def line_breaks_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report pairs with different numbers of lines that are not blank."""
    ours = sum(bool(line.strip()) for line in pair.text.splitlines())
    theirs = sum(bool(line.strip()) for line in pair.source.splitlines())
    if ours and ours != theirs:
        yield Hit(
            document=document.id,
            at=pair.span,
            values=(("ours", str(ours)), ("theirs", str(theirs))),
            confidence=0.7,
        )
