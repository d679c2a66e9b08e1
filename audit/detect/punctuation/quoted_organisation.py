"""PUN012 quoted-organisation: quotation marks around the name of a body, as the source has them."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.punctuation.lexicon import lexicon
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_SMALL = "of|the|and|for|in|on|de|la|du|der|i|&|-|–"


@document_rule(
    id="PUN012",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{name}” is the name of a body and needs no quotation marks",
    why="Slavic languages quote names of agencies, firms and clubs; English sets them plain.",
    languages=frozenset({"en"}),
    references=("The Associated Press Stylebook, “company names”",),
    examples=(
        Bad("The agency ⟦“Novosti Dnya”⟧ closed.", fixed="The agency Novosti Dnya closed."),
        Bad('He works for the company ⟦"Beton"⟧ in Kyiv.'),
        Good("The film company made “Long Way Home” in May."),
        Good("The newspaper “was closed yesterday”, he said."),
        Good("The magazine's book “Home” sold out."),
    ),
)
def quoted_organisation(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report quoted capitalised names behind a word for a body that has a name."""
    for found in _pattern(document.lang).finditer(document.text):
        name = found["name"].rstrip(".,")
        yield Hit(
            document=document.id,
            at=Span(found.start("name") - 1, found.end("name") + 1),
            values=(("name", name),),
            fixes=(Fix(name, Applicability.UNSAFE, "the name without the marks"),),
            confidence=0.8,
        )


@cache
def _pattern(lang: str) -> Gated:
    """A word for a body, blank, quoted words that all have capitals."""
    bodies = "|".join(sorted(lexicon(lang).organisations))
    word = r"[A-Z0-9][\w.’'+-]*"
    pattern = re.compile(
        rf"\b(?:{bodies}) [“\"«](?P<name>[A-Z][\w.’'+-]*(?: (?:{word}|{_SMALL})){{0,4}})[”\"»]"
        r"(?!\w)"
    )
    return Gated(pattern, Trace(r"[“\"«][A-Z]"))
