"""NUM013 number-missing: a number of the source has no counterpart in the translation."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM013",
    since="0.2",
    mqm=MQM.OMISSION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{source}” of the source is missing",
    why="A number that is left out takes a fact from the reader.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("⟦The fire killed people in Odesa.⟧", source=("Пожежа вбила 17 людей в Одесі.", "uk")),
        Bad("⟦Wages rose.⟧", source=("Die Löhne stiegen um 4,5 Prozent.", "de")),
        Good("Seventeen people died.", source=("Загинули 17 людей.", "uk")),
        Good("The talks lasted a dozen days.", source=("Переговоры длились 12 дней.", "ru")),
        Good("He came on Monday.", source=("他23日来了。", "zh")),
        Good("Both sides agreed.", source=("2 сторони домовилися.", "uk")),
    ),
)
def number_missing(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report numbers that only the source has."""
    yield from hits(document, pair, Slip.MISSING)
