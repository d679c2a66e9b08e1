"""HSE001 banned-word: a word that this publisher does not print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, segment_rule
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment


@dataclass(frozen=True, slots=True)
class Banned:
    """The settings of the rule."""

    word: str = "utilize"
    """The word, in small letters."""
    instead: str = "use"
    """What to write instead."""


@segment_rule(
    Banned,
    id="HSE001",
    since="1.0",
    mqm=MQM.ORGANIZATIONAL_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” is not printed here",
    why="The house style asks for the plain word.",
    languages=frozenset({"en"}),
    examples=(
        Bad("They ⟦utilize⟧ the old bridge.", fixed="They use the old bridge."),
        Bad("⟦Utilize⟧ it, they said, and ⟦utilize⟧ it well."),
        Good("They use the old bridge."),
        Good("It is utilized by nobody."),
        Good("Das Werkzeug heißt utilize.", lang="de"),
    ),
)
def banned_word(document: Document, segment: Segment, options: Banned) -> Iterator[Hit]:
    """Report the word wherever it stands by itself."""
    for found in re.finditer(rf"\b{re.escape(options.word)}\b", segment.text, re.IGNORECASE):
        yield Hit(
            document.id,
            segment.at(*found.span()),
            values=(("word", found[0]),),
            fixes=(Fix(options.instead, Applicability.UNSAFE, "the plain word"),),
        )
