"""REP005 two-sources-one-target: different sources with one translation."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from audit.detect.base import Bad, Good, NoOptions, feed_rule
from audit.detect.repetition.same_sources import grouped
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

_ALIKE = 60.0
"""Likeness, 0..100, from which on two sources are taken to say the same."""


@feed_rule(
    id="REP005",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    says="another source, “{other}”, has this very translation",
    why="Two different sentences that come out as one: one was passed over, or a translation"
    " slipped into the wrong place.",
    examples=(
        Bad(
            "The mayor left the town.\n⟦The mayor left the town.⟧",
            source=("Мер учора залишив місто.\nУ школі горить дах.", "uk"),
        ),
        Bad(
            "Nobody was hurt in the fire.\nThe school is shut.\n⟦Nobody was hurt in the fire.⟧",
            source=(
                (
                    "Bei dem Brand wurde niemand verletzt.\nDie Schule ist nun geschlossen.\n"
                    "Der Schaden beträgt eine Million."
                ),
                "de",
            ),
        ),
        Good(
            "The mayor left the town.\nThe mayor left the town.",
            source=("Мер учора залишив місто.\nМер вчора залишив місто.", "uk"),
        ),
        Good("Thank you.\nThank you.", source=("Дякую.\nСпасибі вам.", "uk")),
    ),
)
def two_sources_one_target(documents: Sequence[Document], options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report passages that were translated as an earlier one with quite another source was."""
    for same in grouped(documents, by_source=False).values():
        home, first, source = same[0]
        for document, pair, other in same[1:]:
            if other != source and fuzz.token_set_ratio(other, source) < _ALIKE:
                yield Hit(
                    document=document.id,
                    at=pair.span,
                    values=(("other", first.source.strip()),),
                    related=(Related(home.id, first.span, first.text),),
                    confidence=0.75,
                    source=pair.passage(0, len(pair.source)),
                )
