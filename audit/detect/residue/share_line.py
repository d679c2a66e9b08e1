"""BOI002 share-line: a line of share buttons."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind
from audit.detect.residue.lines import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="BOI002",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{line}” belongs to the share buttons",
    why="Share buttons are part of the page, not of the article.",
    examples=(
        Bad("The bridge opens in May.\n\n⟦Share post:⟧\n", fixed="The bridge opens in May.\n\n\n"),
        Bad("The bridge opens in May.\n⟦Share on Facebook⟧\n⟦Tweet⟧\n⟦Telegram⟧"),
        Bad("Міст відкриють у травні.\n⟦Поділитися у Facebook⟧", lang="uk"),
        Good("Share prices fell\n\nThe index lost 3 percent."),
        Good("Tweet\n\nThe president's first message on the network had two words."),
        Good("Telegram\n\nThe messenger has 900 million users."),
    ),
)
def share_line(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each line that labels a share button."""
    yield from hits(document, Kind.SHARE, "the line labels a share button")
