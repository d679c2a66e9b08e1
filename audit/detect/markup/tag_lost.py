"""TAG003 tag-lost: a tag of the source that the translation lacks."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.inline import both_sides
from audit.detect.markup.tags import surplus
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="TAG003",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="the source has {lost}, which the translation lacks",
    why="A tag that is lost takes a link, an emphasis or the layout of what follows with it.",
    examples=(
        Bad("⟦Read <b>this first.⟧", source=("Прочитайте <b>це</b> спершу.", "uk")),
        Bad("⟦Press here⟧", source=("Drücken Sie <0>hier</0>", "de")),
        Good(
            "Read <em class='x'>this</em><br/>first.",
            source=("Прочитайте <em class='y'>це</em><br>спершу.", "uk"),
        ),
        Good("We <3 it: a is below b.", source=("Wir <3 es: a < b.", "de")),
        Good("He read it at the site.", source=("Er las es auf <https://example.org>.", "de")),
    ),
)
def tag_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the tags that are missing, once a pair."""
    theirs, ours = both_sides(document, pair)
    if not theirs or not pair.text.strip():
        return
    lost = surplus(theirs, ours)
    if lost:
        yield Hit(
            document=document.id,
            at=pair.span,
            values=(("lost", ", ".join(tag.text for tag in lost)),),
            confidence=0.92,
            source=pair.passage(lost[0].start, lost[0].end),
        )
