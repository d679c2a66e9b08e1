"""NUM020 percent-lost: a percentage became a bare number."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM020",
    since="0.2",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{target}” is “{source}” in the source",
    why="Without “percent” the number counts something else.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("Exports fell by ⟦12⟧.", source=("Экспорт сократился на 12%.", "ru")),
        Bad("Only ⟦2.5⟧ of them voted.", source=("Nur 2,5 Prozent stimmten ab.", "de")),
        Good("Exports fell by 12 per cent.", source=("Экспорт сократился на 12%.", "ru")),
        Good("Exports fell by half.", source=("Экспорт сократился на 50%.", "ru")),
    ),
)
def percent_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report percentages without “percent”."""
    yield from hits(document, pair, Slip.PERCENT)
