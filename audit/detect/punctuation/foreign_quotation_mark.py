"""PUN002 foreign-quotation-mark: quotation marks that the language does not use."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.lang import data
from audit.lang.scripts import is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_MARKS = re.compile("[«»„‹›]")
_OPENING = frozenset("«„‹")


@document_rule(
    id="PUN002",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{mark}” is no quotation mark of this language",
    why="Guillemets and low marks come from the source; readers know other quotation marks.",
    references=("Unicode CLDR, delimiters",),
    examples=(
        Bad("The paper ⟦«⟧Novosti⟦»⟧ closed.", fixed="The paper “Novosti” closed."),
        Bad('He said ⟦„⟧yes" and left.', fixed='He said "yes" and left.'),
        Good("La presse parle d’une « crise ».", lang="fr"),
        Good("Er sagte »ja« und „nein“.", lang="de"),
        Good("The menu Page » Options » Save"),
        Good("Powiedział „tak” i «nie».", lang="pl"),
        Good("The note read: «Нас обманули», in Russian."),
    ),
)
def foreign_quotation_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report guillemets and low marks in languages whose data does not list them."""
    if not _MARKS.search(document.text):
        return
    own = data(document.lang).quotes
    known = {mark for pair in own for mark in pair}
    if not own or not is_latin(document.lang):
        return
    straight = document.text.count('"') > document.text.count("“")
    for found in _MARKS.finditer(document.text):
        if found[0] in known or _is_sign(document.text, found.start()):
            continue
        side = 0 if found[0] in _OPENING else 1
        right = '"' if straight else own[0][side]
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("mark", found[0]),),
            fixes=(Fix(right, Applicability.SAFE, "the quotation mark of this text"),),
            confidence=0.95,
        )


def _is_sign(text: str, at: int) -> bool:
    """Whether a mark is an arrow between menu entries, or quotes words of another script."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (not before or before.isspace()) and (not after or after.isspace()):
        return True
    near = text[max(0, at - 2) : at + 3]
    return any(char.isalpha() and ord(char) > 0x36F for char in near)
