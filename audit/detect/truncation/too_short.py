"""OMI007 too-short: a translation far shorter than those of sources of its length."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, pair_rule
from audit.detect.truncation.departure import departure
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@dataclass(frozen=True, slots=True)
class Options:
    """`deviations`: standard deviations below what is usual from which on a passage is told."""

    deviations: float = 4.0


@pair_rule(
    options=Options,
    id="OMI007",
    since="0.1",
    mqm=MQM.OMISSION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="only {share} of the length that a translation of this source has as a rule",
    why="A translation much shorter than usual mostly lacks a part of what its source says.",
    examples=(
        Bad(
            "⟦The mayor left.⟧",
            source=(
                (
                    "Мер залишив місто в понеділок уранці, а на вокзалі його проводили жінка, двоє"
                    " дітей і кілька десятків журналістів."
                ),
                "uk",
            ),
        ),
        Bad(
            "⟦Brücke gesperrt⟧",
            lang="de",
            source=(
                (
                    "The bridge over the river will stay closed until the end of May, the council"
                    " of the town has decided"
                ),
                "en",
            ),
        ),
        Good("The mayor left the town.", source=("Мер залишив місто.", "uk")),
        Good("Yes.", source=("Так, звичайно.", "uk")),
        Good(
            "Joint press conference of the prime ministers held",
            source=("两国总理举行联合记者招待会", "zh"),
        ),
    ),
    references=("https://aclanthology.org/J93-1004/",),
)
def too_short(document: Document, pair: Aligned, options: Options) -> Iterator[Hit]:
    """Report passages that depart by more than the deviations asked for."""
    found = departure(pair)
    if found and found.deviations < -options.deviations:
        yield Hit(
            document=document.id,
            at=pair.span,
            values=(("share", f"{100 * found.share:.0f} %"),),
            confidence=0.75,
            source=pair.passage(0, len(pair.source)),
        )
