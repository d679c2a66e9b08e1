"""BOI006 credit-line: a line that only names the source of a picture or of the news."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind
from audit.detect.residue.lines import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="BOI006",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    of_articles=True,
    says="“{line}” is a credit line",
    why="A credit line is no sentence of the article; the publisher says whether it stays.",
    default_on=False,
    examples=(
        Bad("The bridge opens in May.\n⟦Photo: Reuters⟧\nThe work took a year."),
        Bad("Міст відкриють у травні.\n⟦Джерело: Укрінформ⟧", lang="uk"),
        Good("The photo shows the bridge in May.\nSources close to the ministry confirmed it."),
        Good("Kim on the bridge / photo REUTERS"),
    ),
)
def credit_line(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each line that only credits a source."""
    yield from hits(
        document, Kind.CREDIT, "the line credits a source; keep it as a caption or take it out"
    )
