"""TAG005 tags-crossed: the tags of the source, no longer around what they stood around there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.inline import inline_tags, moved
from audit.detect.markup.tags import Tag, misnested, surplus, tags
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_CROSSED = "closes a tag that is not the last one open"


@pair_rule(
    id="TAG005",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{found}” {fault}",
    why="All tags of the source are there, but they cross, or no longer stand around what they"
    " stood around, so that the page looks otherwise or cannot be read.",
    examples=(
        Bad("Read <b><i>this⟦</b>⟧</i>.", source=("Прочитайте <b><i>це</i></b>.", "uk")),
        Bad("Read ⟦</b>⟧this<b>.", source=("Прочитайте <b>це</b>.", "uk")),
        Good("<i>This</i> read <b>first</b>.", source=("<b>Erst</b> <i>dies</i> lesen.", "de")),
        Good("One</b> and two", source=("Eins</b> und zwei", "de")),
    ),
)
def tags_crossed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first tag out of order where the tags are those of the source, and it is sound.

    Tags of the text and inline tags are looked at apart: the file keeps only the latter in order.
    """
    theirs, ours = inline_tags(document, pair)
    wrong = _out_of_order(tags(pair.source), tags(pair.text)) or _out_of_order(theirs, ours)
    if wrong is not None:
        yield _hit(document, pair, wrong, _CROSSED)
    elif ours and not surplus(theirs, ours) and not surplus(ours, theirs):
        for tag, fault in moved(theirs, ours):
            yield replace(
                _hit(document, pair, tag, fault), confidence=0.75, finding_class=FindingClass.QUERY
            )


def _out_of_order(theirs: Sequence[Tag], ours: Sequence[Tag]) -> Tag | None:
    wrong = misnested(ours) if ours else None
    if wrong is None or misnested(theirs) or surplus(ours, theirs) or surplus(theirs, ours):
        return None
    return wrong


def _hit(document: Document, pair: Aligned, tag: Tag, fault: str) -> Hit:
    return Hit(
        document=document.id,
        at=pair.at(tag.start, tag.end),
        values=(("found", tag.text), ("fault", fault)),
        confidence=0.92,
    )
