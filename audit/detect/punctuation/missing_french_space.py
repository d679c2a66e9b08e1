"""PUN013 missing-french-space: a high mark without the blank that the rest of the document has."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.scripts.plain_words import prose_only
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_HIGH = re.compile(
    r"(?<=[^\W\d_])(?P<gap>[ \u00a0\u202f]?)(?P<mark>[;!?:»])(?<![A-Z]:)(?=[\s,.]|$)"
    r"|«(?P<open>[ \u00a0\u202f]?)(?=\w)",
    re.MULTILINE,
)
_FEWEST = 2
"""Marks with a blank that show the document's custom."""


@document_rule(
    id="PUN013",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="no blank before “{mark}”, unlike elsewhere in this document",
    why="French of France sets a narrow blank before high marks; this document does so elsewhere.",
    languages=frozenset({"fr"}),
    references=("Lexique des règles typographiques en usage à l’Imprimerie nationale",),
    examples=(
        Bad("Est-il venu ? Oui ! Qui l’a v⟦u?⟧", lang="fr"),
        Bad("Il a dit : non ; il a dit : oui⟦;⟧ puis rien.".replace("oui⟦;⟧", "ou⟦i;⟧"), lang="fr"),
        Good("Est-il venu? Oui! Qui l’a vu?", lang="fr"),
        Good("Est-il venu ? Oui !", lang="fr"),
        Good("Est-il venu ? Oui ! À 10:30.", lang="fr"),
        Good("Est-il venu ? Oui ! Le son DTS: X est beau:) Merci !", lang="fr"),
    ),
)
def missing_french_space(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first high mark without its blank where most of them have one."""
    bare, spaced = [], 0
    for found in _HIGH.finditer(prose_only(document.text)):
        if found["mark"] is None:
            spaced += bool(found["open"])
        elif found["gap"]:
            spaced += 1
        else:
            bare.append(found.start("mark"))
    if not bare or spaced < _FEWEST or len(bare) >= spaced:
        return
    at = bare[0]
    mark = document.text[at]
    yield Hit(
        document=document.id,
        at=Span(at - 1, at + 1),
        values=(("mark", mark),),
        fixes=(
            Fix(
                f"{document.text[at - 1]}\u00a0{mark}",
                Applicability.SAFE,
                "a no-break space before the mark",
            ),
        ),
        confidence=0.85,
    )
