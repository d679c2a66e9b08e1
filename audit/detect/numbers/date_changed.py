"""NUM017 date-changed: a date of the source is another day, month or year in the translation."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.numbers.comparison import Slip
from audit.detect.numbers.differences import hits
from audit.lang.numbers import known_languages
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="NUM017",
    since="0.2",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{target}” stands for “{source}”",
    why="A wrong date sends readers to the wrong day; months that look alike in two"
    " languages (June, July; květen, квітень) are a common cause.",
    languages=frozenset(known_languages()),
    source_languages=frozenset(known_languages()),
    examples=(
        Bad("She arrived on ⟦June⟧ 20.", source=("Вона приїхала 20 липня.", "uk")),
        Bad("It began on May ⟦17⟧, 2021.", source=("Es begann am 7. Mai 2021.", "de")),
        Good("She arrived on July 20.", source=("Вона приїхала 20.07.", "uk")),
        Good("It began on 02/12/2023.", source=("Это началось 12.02.2023.", "ru")),
        Good("It began in 2023.", source=("令和5年に始まった。", "ja")),
    ),
)
def date_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report days, months and years that changed."""
    yield from hits(document, pair, Slip.DATE)
