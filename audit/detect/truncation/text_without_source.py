"""OMI006 text-without-source: a passage for which the source has nothing."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

_FEWEST_LETTERS = 3


@document_rule(
    id="OMI006",
    since="0.1",
    mqm=MQM.ADDITION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    of_words=True,
    says="nothing in the source stands for this",
    why="The translator may have made it up, or the source of this passage is lost.",
    examples=(
        Bad(
            "The mayor of the town left it on Monday morning by train.\n⟦His wife, two children and"
            " a crowd of reporters with cameras saw him off at the railway station.⟧\nNobody at"
            " the town hall wanted to say on Tuesday why he left.\nThe council will meet on"
            " Friday and elect somebody else in his place.",
            source=(
                (
                    "Мер міста залишив його в понеділок уранці потягом.\n"
                    "Ніхто в мерії не захотів у вівторок сказати, чому він поїхав.\n"
                    "Міська рада збереться в п'ятницю й обере когось іншого на його місце."
                ),
                "uk",
            ),
        ),
        Bad(
            "Der Bürgermeister der Stadt hat sie am 12. Mai mit dem Zug verlassen.\n⟦Seine Frau,"
            " zwei Kinder und eine Menge Reporter begleiteten ihn zum Bahnhof.⟧\nNiemand im Rathaus"
            " von Lutsk wollte am Dienstag sagen, warum er ging.\nDer Rat der Stadt tritt am"
            " 20. Mai zusammen und wählt einen anderen an seiner Stelle.",
            lang="de",
            source=(
                (
                    "The mayor of the town left it on May 12 by train.\nNobody at the hall of Lutsk"
                    " wanted to say on Tuesday why he left.\nThe council will meet on May 20"
                    " and elect somebody else in his place."
                ),
                "en",
            ),
        ),
        Good(
            "The mayor left the town on Monday. He took the train. Nobody knows why.",
            source=("Мер залишив місто в понеділок потягом, і ніхто не знає чому.", "uk"),
        ),
        Good(
            "The mayor left the town on Monday. Nobody knows why.",
            source=("Мер залишив місто в понеділок, і ніхто не знає чому.", "uk"),
        ),
    ),
)
def text_without_source(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report pairs without a source, in a document whose other pairs have one."""
    if not any(pair.source.strip() for pair in document.pairs):
        return
    for pair in document.pairs:
        letters = sum(map(str.isalpha, document.cut(pair.span)))
        if not pair.source.strip() and letters >= _FEWEST_LETTERS:
            yield Hit(document=document.id, at=pair.span, confidence=0.75)
