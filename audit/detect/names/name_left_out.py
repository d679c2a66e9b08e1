"""NAM009: a name of the source that the target does not have."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.names.renderings import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.renderings import Fate
from audit.model.text import Document


@document_rule(
    id="NAM009",
    since="0.1",
    mqm=MQM.OMISSION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the source has “{source}”{expected}, but {because}",
    why="A name that falls out of a sentence takes the fact with it: who did it, or where it was.",
    examples=(
        Bad(
            "The talks were held ⟦in ,⟧ the capital of Poland.",
            source=("Переговоры прошли в Варшаве, столице Польши.", "ru"),
        ),
        Bad(
            "⟦Heavy rain fell on the south of the country.⟧",
            source=("Starker Regen fiel im Süden von Deutschland.", "de"),
        ),
        Good(
            "German ministers met in Warsaw.",
            source=("Министры Германии встретились в Варшаве.", "ru"),
        ),
        Good(
            "The Dutch team won. It flew home at night.",
            source=("荷兰队赢了。他们连夜回国。", "zh"),
        ),
    ),
)
def name_left_out(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at the gap, or the passage, that lacks a name of its source."""
    return hits(document, Fate.LEFT_OUT)
