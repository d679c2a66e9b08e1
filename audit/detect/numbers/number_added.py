"""NUM014 number-added: a number of the translation has no counterpart in the source."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM014",
    since="0.2",
    mqm=MQM.ADDITION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the source has no “{target}”",
    why="A number that nobody gave is an invention, or belongs to another sentence.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad(
            "Police held ⟦40⟧ protesters.", source=("Полиция задержала участников протеста.", "ru")
        ),
        Bad("It costs ⟦9⟧ 90 thousand dollars.", source=("Це коштує 90 тисяч доларів.", "uk")),
        Good("It happened on 5 May 2023.", source=("Це сталося 5 числа.", "uk")),
        Good("It takes 24 hours.", source=("На это уходят сутки.", "ru")),
    ),
)
def number_added(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers that only the translation has."""
    yield from hits(document, pair, Slip.ADDED)
