"""BOI005 navigation-line: a line of the navigation of a page."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind
from audit.detect.residue.lines import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="BOI005",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{line}” belongs to the navigation of the page",
    why="Menus, trails and buttons belong to the page, not to the article.",
    examples=(
        Bad("⟦Home / News / World⟧\nThe bridge opens in May.", fixed="\nThe bridge opens in May."),
        Bad(
            "The bridge opens in May.\n⟦Back to top⟧\n⟦Next article⟧\n⟦Print version⟧\n⟦Loading...⟧"
        ),
        Bad("⟦Головна › Новини › Світ⟧\nМіст відкриють у травні.", lang="uk"),
        Good("Home\n\nThe team plays its next match in its own stadium."),
        Good("Home - sweet home: why more and more people in the north build their own houses"),
        Good("The next article of the treaty deals with fishing."),
    ),
)
def navigation_line(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each line that belongs to the navigation of the page."""
    yield from hits(document, Kind.NAVIGATE, "the line belongs to the navigation of the page")
