"""BOI003 comment-form-line: a line of the comment form below an article."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind
from audit.detect.residue.lines import hits
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="BOI003",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{line}” belongs to the comment form",
    why="The comment form is part of the page, not of the article.",
    examples=(
        Bad("⟦Please enter your comment!⟧\n⟦Please enter your name here⟧"),
        Bad(
            "The bridge opens in May.\n⟦Leave a reply⟧\n⟦Name⟧\n"
            "⟦Save my name, email, and website in this browser for the next time I comment.⟧",
            fixed="The bridge opens in May.\n\n\n",
        ),
        Bad("Мост откроют в мае.\n⟦Добавить комментарий⟧", lang="ru"),
        Good("Comments\n\nThe minister declined to speak about the case."),
        Good("Residents may leave a comment on the plan at the town hall until Friday."),
        Good("Name: Anna Berg\nAge: 34"),
    ),
)
def comment_form_line(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report each line that belongs to a comment form."""
    yield from hits(document, Kind.COMMENT, "the line belongs to the comment form")
