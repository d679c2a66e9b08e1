"""BOI004 subscription-line: a line that advertises: newsletter, channels, cookies, ads."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind
from audit.detect.residue.lines import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="BOI004",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{line}” is a notice of the publisher",
    why="Calls to subscribe, cookie notices and ad marks belong to the page, not to the article.",
    examples=(
        Bad(
            "The bridge opens in May.\n⟦Subscribe to our Telegram channel⟧\n⟦Advertisement⟧",
            fixed="The bridge opens in May.\n\n",
        ),
        Bad("The bridge opens in May.\n\n⟦Follow us on Facebook and Instagram!⟧"),
        Bad("Most zostanie otwarty w maju.\n⟦Reklama⟧\nBudowa trwała rok.", lang="pl"),
        Good("Advertisement spending fell by a tenth.\nSubscribers left the channel in thousands."),
        Good("Follow us into the cave, the guide said, and keep your heads down."),
        Good("Support\n\nThe party has the backing of 12 percent."),
    ),
)
def subscription_line(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each line that asks to subscribe or to accept, or that marks advertising."""
    yield from hits(
        document, Kind.SUBSCRIBE, "the line is a notice of the publisher, not text of the article"
    )
