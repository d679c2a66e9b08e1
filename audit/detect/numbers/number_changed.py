"""NUM015 number-changed: the translation has another number than the source."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM015",
    since="0.2",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{target}” stands for “{source}”",
    why="A wrong number is a wrong fact, and readers cannot see it.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("Some ⟦48,000⟧ trees were planted.", source=("Посажено 18 тысяч деревьев.", "ru")),
        Bad("He left ⟦three⟧ cats.", source=("Він залишив п'ять котів.", "uk")),
        Bad("It took ⟦35 years⟧.", source=("Es dauerte 53 Jahre.", "de")),
        Good("Some 18,000 trees were planted.", source=("Посажено 18 тысяч деревьев.", "ru")),
        Good("The room has two beds.", source=("Номер 2-местный.", "ru")),
        Good("They walked 15 miles.", source=("Они прошли 24 км.", "ru")),
        Good("Prices rose threefold.", source=("Цены выросли в 3 раза.", "ru")),
        Good("In the 1960s", source=("20世纪六十年代", "zh")),
    ),
)
def number_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers that changed."""
    yield from hits(document, pair, Slip.CHANGED)
