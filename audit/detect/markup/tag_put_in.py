"""TAG004 tag-put-in: a tag of the translation that the source does not have."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.inline import both_sides
from audit.detect.markup.tags import surplus
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="TAG004",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="{found} does not stand in the source{more}",
    why="A tag that the source does not have changes the page in a way that nobody asked for.",
    examples=(
        Bad(
            "Read this⟦</b>⟧ first.",
            source=("Прочитайте це спершу.", "uk"),
            fixed="Read this first.",
        ),
        Bad("⟦<1>⟧Read⟦</1>⟧ this first.", source=("Lesen Sie das zuerst.", "de")),
        Good("Read <b>this</b> first.", source=("Прочитайте <b>це</b> спершу.", "uk")),
        Good("He saw <Bridge Street, Lutsk>.", source=("Він бачив＜Луцьк＞.", "uk")),
        Good("A room of <10 people>", source=("Raum für <10 Personen>", "de")),
    ),
)
def tag_put_in(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each tag more than the source has.

    A second copy of an inline tag is a query: XLIFF lets translators make copies of most.
    """
    theirs, ours = both_sides(document, pair)
    if not ours:
        return
    known = {tag.key for tag in theirs if tag.inline}
    for tag in surplus(ours, theirs):
        copied = tag.inline and tag.key in known
        because = "the source has no such tag"
        yield Hit(
            document=document.id,
            at=pair.at(tag.start, tag.end),
            values=(("found", tag.text), ("more", ", or not as often" if copied else "")),
            fixes=() if tag.inline else (Fix("", Applicability.UNSAFE, because),),
            confidence=0.75 if copied else 0.9,
            finding_class=FindingClass.QUERY if copied else None,
        )
