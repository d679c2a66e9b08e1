"""OMI002 unbalanced-bracket: a bracket that opens and does not close, or the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import body
from audit.detect.scripts.plain_words import prose_only
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_BRACKETS = re.compile(r"[()\[\]（）]")
_PARTNER = {")": "(", "]": "[", "）": "（"}
_LABEL = re.compile(r"(?:^|[\s(;,.])(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})$")
"""What stands before the bracket of an item: "a)", "12)", "iv)"."""

_SMILES = re.compile(r"\({3}|\){2}(?!\S)|[:;]-?[()](?!\w)")

_LONGEST_LINE = 4000
_NEAR = 2
"""Blocks over which a pair may run."""


@document_rule(
    id="OMI002",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{bracket}” has no partner",
    why="One bracket of a pair was lost, and what stood there may be lost with it.",
    examples=(
        Bad("The mayor ⟦(⟧of the town left on Monday."),
        Bad("The mayor of the town⟦)⟧ left."),
        Bad("Der Bürgermeister ⟦[⟧der Stadt ging.", lang="de"),
        Good("The mayor (of the town) left [on Monday]."),
        Good("He left: a) at once, b) alone, 12) by night, iv) in May."),
        Good("Nice :) See you ;-( bye ))) Oh yes) And then (((("),
        Good("The mayor (who left\nthe town) is back."),
        Good("It cost a lot ($110) and (-2) is less than (+ 2) or ( so )."),
        Good("Many animals (e.g.\ncats and dogs) live here."),
        Good("I came home (but she had left. I cannot sleep :( Write to me."),
    ),
)
def unbalanced_bracket(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report brackets without a partner in their paragraph or the ones beside it."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    text = prose_only(document.text)
    if _BRACKETS.search(text) is None:
        return
    loose: list[_Loose] = []
    for number, block in enumerate(body(document)):
        if len(block.span) <= _LONGEST_LINE:
            loose += _loose(text, block.span, number)
    if not loose:
        return
    smiles = any(each.smile for each in loose) or _SMILES.search(text) is not None
    for index, each in enumerate(loose):
        if not each.told or _meets(text, loose, index) or (smiles and text[each.at] in "()"):
            continue
        yield Hit(
            document=document.id,
            at=Span(each.at, each.at + 1),
            values=(("bracket", document.text[each.at]),),
            confidence=0.8,
        )


@dataclass(frozen=True, slots=True)
class _Loose:
    """A bracket without partner in its block."""

    block: int
    at: int
    told: bool
    """Whether it stands where a bracket of a pair would."""
    smile: bool = False
    """Whether it ends a sentence as half a smile does."""


def _loose(text: str, span: Span, number: int) -> list[_Loose]:
    """Brackets without a partner in one block, in order."""
    open_: list[int] = []
    lost: list[_Loose] = []
    for found in _BRACKETS.finditer(text, span.start, span.end):
        at, bracket = found.start(), found[0]
        partner = _PARTNER.get(bracket)
        if partner is None:
            open_.append(at)
        elif open_ and text[open_[-1]] == partner:
            open_.pop()
        elif bracket != ")":
            lost.append(_Loose(number, at, told=True))
        elif not _is_label(text[max(span.start, at - 8) : at]):
            on = _goes_on(text, at)
            lost.append(_Loose(number, at, told=on, smile=not on))
    lost += (_Loose(number, at, told=_holds(text, at)) for at in open_)
    return sorted(lost, key=lambda each: each.at)


def _holds(text: str, at: int) -> bool:
    """Whether a bracket opens; a sad smile has a blank or another bracket beside it."""
    behind = text[at + 1 : at + 2]
    return text[at] != "(" or not (behind in "( \n" or text[at - 1 : at] == "(")


def _is_label(before: str) -> bool:
    """Whether a bracket closes the letter or number of an item, or begins a line."""
    return not before.strip() or _LABEL.search(before) is not None


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind a bracket; people end sentences with half a smile."""
    behind = text[at + 1 : at + 3]
    return text[at - 1 : at].isalnum() and (
        behind[:1] in {",", ";", ":"} or (behind[:1] == " " and behind[1:].islower())
    )


def _meets(text: str, loose: list[_Loose], index: int) -> bool:
    """Whether a loose bracket meets its partner in a block nearby."""
    each = loose[index]
    for other in (index - 1, index + 1):
        if 0 <= other < len(loose) and abs(loose[other].block - each.block) <= _NEAR:
            first, second = sorted((each.at, loose[other].at))
            if _PARTNER.get(text[second]) == text[first]:
                return True
    return False
