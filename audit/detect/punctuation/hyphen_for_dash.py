"""PUN010 hyphen-for-dash: a hyphen as a dash where the document has dashes."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_DASH = re.compile(r"(?<=[^\W\d_]) ?([–—]) ?(?=[^\W\d_])")
_HYPHEN = re.compile(r"(?<=[^\W\d_]) - (?=[^\W\d_])")
_FEWEST = 2
"""Dashes that show the document's custom."""


@document_rule(
    id="PUN010",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="a hyphen stands for a dash; the document has “{dash}” elsewhere",
    why="A hyphen joins words and a dash divides clauses; this document parts them elsewhere.",
    examples=(
        Bad("One – two. Three – four. Five⟦ - ⟧six.", fixed="One – two. Three – four. Five – six."),
        Bad("Ein Tag – zwei Tage – drei Tage⟦ - ⟧viele Tage.", lang="de"),
        Good("One - two. Three - four. Five - six."),
        Good("One – two. Three - four."),
        Good("One – two – three: the score was 5 - 4 in a well-known game."),
    ),
)
def hyphen_for_dash(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first spaced hyphen in a document that has dashes, once."""
    text = document.text
    if " - " not in text or not ("–" in text or "—" in text):
        return
    dashes = list(_DASH.finditer(text))
    hyphens = list(_HYPHEN.finditer(text))
    if len(dashes) < _FEWEST or not hyphens or len(hyphens) >= len(dashes):
        return
    first, dash = hyphens[0], dashes[0]
    yield Hit(
        document=document.id,
        at=Span(*first.span()),
        values=(("dash", dash[1]),),
        related=(Related(document.id, Span(*dash.span()), dash[0]),),
        fixes=(Fix(dash[0], Applicability.UNSAFE, "the dash of the rest of the document"),),
        confidence=0.8,
    )
