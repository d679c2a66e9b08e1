"""SPL006 lone-letter: a letter alone between two words, all that is left of a third."""

import re
import string
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_LETTER = Gated(
    re.compile(
        r" (?:(?P<letter>[b-hj-z])(?<=[a-z]{2} [a-z])(?= [a-z]{2})|(?P<verb>i)(?= (?:a|an|the) ))"
    ),
    Gate(*(f" {letter} " for letter in string.ascii_lowercase if letter != "a")),
)
_NAMED = re.compile(
    r"\b(?:letters?|vitamins?|plan|type|class|grade|point|option|variables?|matrix|section|times|"
    r"value|number|group) .$"
)
"""What stands before letters that are the name of something."""


@document_rule(
    id="SPL006",
    since="0.1",
    mqm=MQM.SPELLING,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{letter}” stands alone between two words",
    why="English has no word of this one letter; the rest of the word was lost (“i” is no pronoun"
    " before an article).",
    languages=frozenset({"en"}),
    examples=(
        Bad("The mayor ⟦o⟧ the town said ⟦h⟧ would leave."),
        Bad("It will ⟦e⟧ slightly cloudy. The town ⟦i⟧ a port."),
        Good("The vitamin c tablets and the variable x of plan b were of type x."),
        Good("He said a word, and i came; x is x, and the e commerce grew."),
        Good("Rock ’n’ roll and the B side of Plan B"),
    ),
)
def lone_letter(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report single small letters between words in small letters."""
    text = document.text
    for found in _LETTER.finditer(text):
        at = found.start(found.lastgroup or 0)
        if _NAMED.search(text, max(0, at - 12), at + 1) or text.startswith("e commerce", at):
            continue
        yield Hit(
            document=document.id,
            at=Span(at, at + 1),
            values=(("letter", text[at]),),
            confidence=0.8,
        )
