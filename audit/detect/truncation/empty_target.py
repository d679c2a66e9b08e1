"""OMI005 empty-target: a passage of the source that was not translated at all."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_SHOWN = 60
"""Characters of the source that the message shows."""


@pair_rule(
    id="OMI005",
    since="0.1",
    mqm=MQM.OMISSION,
    severity=Severity.CRITICAL,
    finding_class=FindingClass.ERROR,
    says="nothing renders “{source}”",
    why="A passage of the source has no translation, so readers do not get what it says.",
    examples=(
        Bad("⟦⟧", source=("Мер залишив місто.", "uk")),
        Bad(
            "The mayor of the town left it on Monday morning by train.⟦⟧ Nobody at the town hall"
            " wanted to say on Tuesday why he had left.",
            source=(
                (
                    "Мер міста залишив його в понеділок уранці потягом. На вокзалі його проводжали"
                    " дружина, двоє дітей і десятки людей із камерами. Ніхто в мерії не захотів у"
                    " вівторок сказати, чому він поїхав.\nКінець."
                ),
                "uk",
            ),
        ),
        Good("", source=("— * * * —", "uk")),
        Good("The mayor left.", source=("Мер залишив місто.", "uk")),
    ),
)
def empty_target(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report pairs without a target whose source has a letter or a digit."""
    if pair.text.strip() or not any(map(str.isalnum, pair.source)):
        return
    source = " ".join(pair.source.split())
    shown = source if len(source) <= _SHOWN else f"{source[:_SHOWN].rstrip()}…"
    told = document.source is None  # the file says it; otherwise it was found by alignment
    yield Hit(
        document=document.id,
        at=pair.span,
        values=(("source", shown),),
        confidence=0.97 if told else 0.75,
        finding_class=None if told else FindingClass.QUERY,
        source=pair.passage(0, len(pair.source)),
    )
