"""PUN007 mixed-quotation-marks: straight and typographic quotation marks in one document."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_STRAIGHT = re.compile(r'(?<!\d)"(?=\S)[^"\n]{1,300}(?<=\S)"')
_TYPOGRAPHIC = re.compile(r"[“„«][^“”„«»\n]{1,300}[”“»]")
_FEWEST = 2
"""Quotations of either kind; a single one may be quoted from somewhere as it stood."""


@document_rule(
    id="PUN007",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="straight and typographic quotation marks stand in one document",
    why="Either kind is a house style; both in one article show that its parts were not edited"
    " together.",
    examples=(
        Bad('He said “yes” and “no”. She said ⟦"yes"⟧ and "no".'),
        Bad('Er sagte „ja“ und „nein“ und „ja“. Sie sagte ⟦"ja"⟧ und "nein".', lang="de"),
        Good('He said "yes", "no" and "perhaps".'),
        Good('He said “yes” and “no” on a 5" and a 7" screen.'),
        Good('Il dit : « le "oui" et le "non" ». Elle : « peut-être ».', lang="fr"),
        Good('He said “yes” and “no”, and the label reads "Mon amour".'),
    ),
)
def mixed_quotation_marks(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first quotation of the rarer kind, once a document."""
    text = document.text
    if '"' not in text or not any(mark in text for mark in "“„«"):
        return
    typographic = list(_TYPOGRAPHIC.finditer(text))
    straight = [found for found in _STRAIGHT.finditer(text) if not _inside(found, typographic)]
    if min(len(straight), len(typographic)) < _FEWEST:
        return
    rare, common = sorted((straight, typographic), key=len)
    if len(rare) == len(common):
        rare, common = straight, typographic
    first, other = rare[0], common[0]
    yield Hit(
        document=document.id,
        at=Span(*first.span()),
        related=(Related(document.id, Span(*other.span()), other[0]),),
        fixes=(
            Fix(
                f"{other[0][0]}{first[0][1:-1]}{other[0][-1]}",
                Applicability.UNSAFE,
                "the marks that most of the document has",
            ),
        ),
        confidence=0.95,
    )


def _inside(found: re.Match[str], outer: list[re.Match[str]]) -> bool:
    """Whether a quotation is nested in another."""
    return any(each.start() < found.start() < each.end() for each in outer)
