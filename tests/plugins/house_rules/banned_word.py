"""HSE001 banned-word: a word that this publisher does not print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, segment_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment


@dataclass(frozen=True, slots=True)
class Banned:
    """The settings of the rule."""

    word: str = "utilize"
    """The word, in small letters."""


@segment_rule(
    Banned,
    id="HSE001",
    since="1.0",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” is not printed here",
    why="The house style forbids it.",
    examples=(Bad("They ⟦utilize⟧ it."), Good("They use it.")),
)
def banned_word(document: Document, segment: Segment, options: Banned) -> Iterator[Hit]:
    """Report the word."""
    for found in re.finditer(rf"\b{re.escape(options.word)}\b", segment.text, re.IGNORECASE):
        yield Hit(document.id, segment.at(*found.span()), (("word", found[0]),))
