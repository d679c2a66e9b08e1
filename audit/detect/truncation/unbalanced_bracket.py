"""OMI002 unbalanced-bracket: a bracket that opens and does not close, or the other way round."""

import re
from collections.abc import Iterator

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

_LONGEST_LINE = 4000


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
    ),
)
def unbalanced_bracket(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report brackets without a partner in their paragraph or the ones beside it."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    text = prose_only(document.text)
    loose: list[tuple[int, int]] = []
    for number, block in enumerate(body(document)):
        if len(block.span) <= _LONGEST_LINE:
            loose += [(number, at) for at in _loose(text, block.span)]
    for index, (_, at) in enumerate(loose):
        if _meets(text, loose, index):
            continue
        yield Hit(
            document=document.id,
            at=Span(at, at + 1),
            values=(("bracket", document.text[at]),),
            confidence=0.8,
        )


def _loose(text: str, span: Span) -> Iterator[int]:
    """Places of brackets without a partner in one block, in order."""
    open_: list[int] = []
    lost: list[int] = []
    for found in _BRACKETS.finditer(text, span.start, span.end):
        at, bracket = found.start(), found[0]
        before = text[max(span.start, at - 8) : at]
        partner = _PARTNER.get(bracket)
        if partner is None:
            if bracket != "(" or text[at + 1 : at + 2].isalnum():
                open_.append(at)  # a smile has a blank or another bracket behind it
        elif open_ and text[open_[-1]] == partner:
            open_.pop()
        elif bracket != ")" or (_goes_on(text, at) and not _is_label(before)):
            lost.append(at)
    yield from sorted(open_ + lost)


def _is_label(before: str) -> bool:
    """Whether a bracket closes the letter or number of an item, or begins a line."""
    return not before.strip() or _LABEL.search(before) is not None


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind a bracket; people end sentences with half a smile."""
    behind = text[at + 1 : at + 3]
    return text[at - 1 : at].isalnum() and (
        behind[:1] in {",", ";", ":"} or (behind[:1] == " " and behind[1:].islower())
    )


def _meets(text: str, loose: list[tuple[int, int]], index: int) -> bool:
    """Whether a loose bracket meets its partner in a block nearby."""
    number, at = loose[index]
    for other in (index - 1, index + 1):
        if 0 <= other < len(loose) and abs(loose[other][0] - number) <= 2:
            pair = {text[at], text[loose[other][1]]}
            if any(pair == {closing, opening} for closing, opening in _PARTNER.items()):
                return True
    return False
