"""ACR003 who-as-a-word: "the Who" for the World Health Organization."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WHO = re.compile(
    r"\b(?:the|The|of|by|from) (?P<who>Who)\b"
    r"(?! (?:is|was|are|knows|am|did|does|shot|framed|wants)\b)"
)
_HEALTH = re.compile(
    r"\b(?:health|Health|vaccin\w+|virus\w*|coronavirus|COVID\w*|pandemic|epidemic|disease\w*|medic\w+|doctors?|patients?)\b"
)
_BAND = re.compile(
    r"\b(?:band|album|songs?|concert|rock|guitar\w*|Townshend|Daltrey|Tommy|Doctor Who|Dr\.? Who)\b"
)


@document_rule(
    id="ACR003",
    since="0.1",
    mqm=MQM.MISTRANSLATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="the World Health Organization is the WHO, not “Who”",
    why="A system took the acronym for the pronoun or the band, and wrote it in small letters.",
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "Doctors of the ⟦Who⟧ warned of the virus.",
            fixed="Doctors of the WHO warned of the virus.",
        ),
        Bad("The ⟦Who⟧ spoke of a pandemic on Monday."),
        Good("The Who played songs of their first album for the doctors."),
        Good("The WHO spoke of a pandemic on Monday."),
        Good("The Who's Who of the town was late."),
        Good("The question of Who is to pay for the vaccine is open."),
    ),
)
def who_as_a_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report “the Who” in documents on health that speak of no band."""
    text = document.text
    if " Who" not in text or not _HEALTH.search(text) or _BAND.search(text):
        return
    for found in _WHO.finditer(text):
        if text[found.end() : found.end() + 6] == "'s Who":
            continue
        yield Hit(
            document=document.id,
            at=Span(*found.span("who")),
            fixes=(Fix("WHO", Applicability.SAFE, "the acronym"),),
            confidence=0.9,
        )
