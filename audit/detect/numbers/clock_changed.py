"""NUM018 clock-changed: a time of the day is another in the translation."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM018",
    since="0.2",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{target}” stands for “{source}”",
    why="A wrong time makes readers miss what is announced.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("The shop closes at ⟦11:30 p.m.⟧", source=("Магазин закрывается в 22:30.", "ru")),
        Bad("The train leaves at ⟦6:45⟧.", source=("Der Zug fährt um 6.54 Uhr.", "de")),
        Good("The shop closes at 10 p.m.", source=("Магазин закрывается в 22-00.", "ru")),
        Good("We meet at 3:30 p.m.", source=("下午3点半见。", "zh")),
        Good("It ends at eight o'clock.", source=("Es endet um 20 Uhr.", "de")),
    ),
)
def clock_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report times that changed."""
    yield from hits(document, pair, Slip.CLOCK)
