"""REP004 one-source-two-targets: one passage of the source, translated in two ways."""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.detect.base import Bad, Good, NoOptions, feed_rule
from audit.detect.repetition.same_sources import grouped
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@feed_rule(
    id="REP004",
    since="0.1",
    mqm=MQM.INCONSISTENT_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    default_on=False,
    says="the same source is translated as “{other}” elsewhere",
    why="Standing phrases of a paper, a form or a program are to read the same each time.",
    examples=(
        Bad(
            "All rights are reserved here.\nThe mayor of the town left.\n"
            "⟦Every right is held back.⟧\nAll rights are reserved here.",
            source=(
                (
                    "Всі права тут захищені.\nМер міста вчора поїхав.\nВсі права тут захищені.\n"
                    "Всі права тут захищені."
                ),
                "uk",
            ),
        ),
        Bad(
            "Press the red button to go on.\n⟦Push the red knob to continue.⟧",
            source=("Drücken Sie die rote Taste.\nDrücken Sie die rote Taste.", "de"),
        ),
        Good(
            "All rights are reserved here.\nALL RIGHTS ARE RESERVED HERE!",
            source=("Всі права тут захищені.\nВсі права тут захищені.", "uk"),
        ),
        Good("Yes.\nOf course.", source=("Так.\nТак.", "uk")),
    ),
)
def one_source_two_targets(documents: Sequence[Document], options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report all translations of a passage but the most frequent, of equals the first."""
    for same in grouped(documents, by_source=True).values():
        counts = Counter(target for _, _, target in same)
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        home, first, _ = next(one for one in same if one[2] == usual)
        for document, pair, target in same:
            if target != usual:
                yield Hit(
                    document=document.id,
                    at=pair.span,
                    values=(("other", first.text.strip()),),
                    related=(Related(home.id, first.span, first.text),),
                    confidence=0.7,
                )
