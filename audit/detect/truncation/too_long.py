"""OMI008 too-long: a translation far longer than those of sources of its length."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, pair_rule
from audit.detect.truncation.departure import departure
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@dataclass(frozen=True, slots=True)
class Options:
    """`deviations`: standard deviations above what is usual from which on a passage is told."""

    deviations: float = 4.5


@pair_rule(
    options=Options,
    id="OMI008",
    since="0.1",
    mqm=MQM.ADDITION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="{share} of the length that a translation of this source has as a rule",
    why="A translation much longer than usual mostly says something that its source does not, or"
    " says it over and over.",
    examples=(
        Bad(
            "⟦The mayor left the town on Monday, the mayor left the town on Monday, the mayor left"
            " the town on Monday, and then the mayor left the town on Monday once more.⟧",
            source=("Мер залишив місто в понеділок уранці.", "uk"),
        ),
        Bad(
            "⟦Мост закрыт, как решил вчера вечером городской совет, до самого конца мая из-за"
            " ремонта, который начнётся в понедельник⟧",
            lang="ru",
            source=("The bridge is closed until June", "en"),
        ),
        Good("The mayor of the town left it.", source=("Мер залишив місто.", "uk")),
        Good("That is what he said.", source=("Так.", "uk")),
    ),
    references=("https://aclanthology.org/J93-1004/",),
)
def too_long(document: Document, pair: Aligned, options: Options) -> Iterator[Hit]:
    """Report passages that depart by more than the deviations asked for."""
    found = departure(pair)
    if found and found.deviations > options.deviations:
        yield Hit(
            document=document.id,
            at=pair.span,
            values=(("share", f"{100 * found.share:.0f} %"),),
            confidence=0.75,
            source=pair.passage(0, len(pair.source)),
        )
