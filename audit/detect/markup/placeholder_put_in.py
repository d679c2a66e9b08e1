"""TAG002 placeholder-put-in: a placeholder of the translation that the source does not have."""

from collections import Counter
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.placeholders import placeholders
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="TAG002",
    since="0.1",
    mqm=MQM.MARKUP,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="{found} does not stand in the source",
    why="Nothing fills a placeholder that the program does not know, so readers see it as it is.",
    examples=(
        Bad("Hello, ⟦{name}⟧!", source=("Привіт!", "uk")),
        Bad("Copied to %s and ⟦%s⟧", source=("Kopiert nach %s", "de")),
        Good("Hello, {name}!", source=("Привіт, {name}!", "uk")),
        Good("Hello, {nom}!", source=("Привіт, {name}!", "uk")),
        Good("Salt &amp; pepper", source=("Salz & Pfeffer", "de")),
    ),
)
def placeholder_put_in(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report placeholders more than the source has; where it lacks one TAG001 speaks."""
    ours = placeholders(pair.text)
    if not ours:
        return
    theirs = Counter(one.key for one in placeholders(pair.source))
    if theirs - Counter(one.key for one in ours):
        return
    for one in ours:
        theirs[one.key] -= 1
        if theirs[one.key] < 0 and one.kind not in ("entity", "escape", "emoji"):
            yield Hit(
                document=document.id,
                at=pair.at(one.start, one.end),
                values=(("found", pair.text[one.start : one.end]),),
                confidence=0.9,
            )
