"""PUN023 edge-blanks: blanks at one end of a passage, on one side only."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="PUN023",
    since="0.1",
    mqm=MQM.TEXTUAL_CONVENTIONS,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    default_on=False,
    says="{which} at {end} of the passage, unlike in the source",
    why="Programs join passages to texts; a blank too few glues words, one too many shows.",
    examples=(
        Bad("⟦Name:⟧", source=("Ім'я: ", "uk")),
        Bad("⟦The mayor left.⟧", source=(" Мер поїхав.", "uk")),
        Good("Name: ", source=("Ім'я: ", "uk")),
        Good("The mayor left.", source=("市长离开了。", "zh")),
    ),
)
def edge_blanks(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first end at which one side alone has blanks."""
    ours, theirs = pair.text, pair.source
    if not ours.strip():
        return
    for end, our_blank, their_blank in (
        ("the beginning", ours[:1].isspace(), theirs[:1].isspace()),
        ("the end", ours[-1:].isspace(), theirs[-1:].isspace()),
    ):
        if our_blank != their_blank:
            bare = ours.strip()
            start = theirs[: len(theirs) - len(theirs.lstrip())]
            behind = theirs[len(theirs.rstrip()) :]
            because = "the blanks of the source"
            yield Hit(
                document=document.id,
                at=pair.span,
                values=(("which", "a blank" if our_blank else "no blank"), ("end", end)),
                fixes=(Fix(f"{start}{bare}{behind}", Applicability.UNSAFE, because),),
                confidence=0.8,
            )
            return
