"""TAG005 tags-crossed: the tags of the source, in an order in which they do not enclose."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.tags import misnested, surplus, tags
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="TAG005",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{found}” closes a tag that is not the last one open",
    why="All tags of the source are there, but they cross or close before they open, so that the"
    " page cannot be read.",
    examples=(
        Bad("Read <b><i>this⟦</b>⟧</i>.", source=("Прочитайте <b><i>це</i></b>.", "uk")),
        Bad("Read ⟦</b>⟧this<b>.", source=("Прочитайте <b>це</b>.", "uk")),
        Good("<i>This</i> read <b>first</b>.", source=("<b>Erst</b> <i>dies</i> lesen.", "de")),
        Good("One</b> and two", source=("Eins</b> und zwei", "de")),
    ),
)
def tags_crossed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first tag out of order where the tags are those of the source, and it is sound."""
    ours = tags(pair.text)
    wrong = misnested(ours) if ours else None
    if wrong is None:
        return
    theirs = tags(pair.source)
    if misnested(theirs) or surplus(ours, theirs) or surplus(theirs, ours):
        return
    yield Hit(
        document=document.id,
        at=pair.at(wrong.start, wrong.end),
        values=(("found", wrong.text),),
        confidence=0.92,
    )
