"""NUM019 unit-changed: the number is the same and counts something else."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM019",
    since="0.2",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{target}” is “{source}” in the source, in another unit",
    why="The number was kept and its unit changed without conversion.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("They walked ⟦24 miles⟧.", source=("Они прошли 24 км.", "ru")),
        Bad("It cost ⟦$1,000⟧.", source=("Це коштувало 1000 гривень.", "uk")),
        Good("It cost $1,000.", source=("Це коштувало 1000 доларів.", "uk")),
        Good("They walked 24 kilometers, or 15 miles.", source=("Они прошли 24 км.", "ru")),
    ),
)
def unit_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers whose unit or currency changed."""
    yield from hits(document, pair, Slip.UNIT)
