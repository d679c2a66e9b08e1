"""Text from outside, wrapped for drawing."""

from audit.report.html.passages import direction
from audit.report.html.reveal import reveal
from audit.report.html.views import Snippet


def snippet(text: str, lang: str) -> Snippet:
    """`text` with its invisible characters marked, its language and its direction."""
    return Snippet(reveal(text), lang, direction(lang))


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage."""
    return f"{round(share * 100)}%"
