"""OMI003 unbalanced-quotation: a quotation that opens and never closes, or the other way."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import body
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Block, Document

_EVERY_MARK = '"“”„«»'
_MARKS = re.compile(f"[{_EVERY_MARK}]")
_INCHES = re.compile(r"\d[\d.,/½¼¾]*$")
_SHORT_QUOTATION = 40
"""Code points within which a number ends a quotation rather than a measure."""

_NEAR = 6
"""Paragraphs over which one quotation may run."""

_MOST = 1
"""Hits in a document; where there are more it quotes in a way of its own."""


@document_rule(
    id="OMI003",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{mark}” has no partner",
    why="Readers cannot tell where the quotation begins or ends, and whose words these are.",
    examples=(
        Bad("The mayor said: ⟦“⟧We will leave the town on Monday. Nobody knew why."),
        Bad('The mayor said the⟦"⟧ town is lost.'),
        Bad(
            'He said "yes" and "no⟦"⟧ and "perhaps.'.replace('no⟦"⟧', 'no"').replace(
                '"perhaps', '⟦"⟧perhaps'
            )
        ),
        Bad("Мэр сказал: ⟦«⟧Мы уедем из города. Никто не знал почему.", lang="ru"),
        Good("“We will leave the town.\n“We will be back,” the mayor said."),
        Good('He bought a 7" disc and a 12" one, and said "yes".'),
        Good('They used "Boat-10." It was "5", he said.'),
        Good("„Wir gehen“, sagte er, “und kommen wieder”.", lang="de"),
        Good('He said: "We will go.\nWe will be back."'),
        Good("「他来了", lang="zh"),
    ),
)
def unbalanced_quotation(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report paragraphs with an odd number of marks that no paragraph nearby makes even."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    if not any(mark in document.text for mark in _EVERY_MARK):
        return
    odd: list[tuple[int, int]] = []
    blocks = body(document)
    for number, block in enumerate(blocks):
        at = _odd(document.text, block)
        if at is not None:
            odd.append((number, at))
    alone = [at for number, at in _unpaired(odd) if not _goes_on(document, blocks, number)]
    if len(alone) > _MOST:
        return
    for at in alone:
        yield Hit(
            document=document.id,
            at=Span(at, at + 1),
            values=(("mark", document.text[at]),),
            confidence=0.8,
        )


def _unpaired(odd: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The odd blocks that no odd block nearby makes even."""
    index = 0
    while index < len(odd):
        if index + 1 < len(odd) and odd[index + 1][0] - odd[index][0] <= _NEAR:
            index += 2
            continue
        yield odd[index]
        index += 1


def _odd(text: str, block: Block) -> int | None:
    """The place of a mark without partner in a block whose marks are odd in number."""
    marks = [
        found
        for found in _MARKS.finditer(text, block.span.start, block.span.end)
        if not (found[0] in '"”' and _is_inches(text, found.start(), block.span.start))
    ]
    if len(marks) % 2 == 0:
        return None
    opened: int | None = None
    for found in marks:
        at = found.start()
        opens = found[0] in "“„«" or (found[0] == '"' and _looks_open(text, at))
        if opened is not None and opens:
            return opened
        if opened is None and not opens:
            return at
        opened = at if opened is None else None
    return opened if opened is not None else marks[-1].start()


def _is_inches(text: str, at: int, start: int) -> bool:
    """Whether a mark behind digits measures, and no quotation that opened just before ends here."""
    if not _INCHES.search(text, max(start, at - 6), at):
        return False
    opened = max(text.rfind('"', start, at), text.rfind("“", start, at))
    return opened < at - _SHORT_QUOTATION or not (text[opened] == "“" or _looks_open(text, opened))


def _looks_open(text: str, at: int) -> bool:
    """Whether a straight mark stands where an opening one stands: before a word, behind a blank."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-") and not after.isspace()


def _goes_on(document: Document, blocks: tuple[Block, ...], number: int) -> bool:
    """Whether the next paragraph opens with a mark, too: a speech of several paragraphs."""
    if number + 1 >= len(blocks):
        return False
    return document.cut(blocks[number + 1].span).lstrip()[:1] in '"“„«'
