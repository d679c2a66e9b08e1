"""OMI001 cut-sentence: a paragraph that breaks off where more must come."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import body
from audit.detect.truncation.lexicon import never_last
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_LAST = re.compile(r"[^\W\d_]+$")
_FEWEST_WORDS = 5


@document_rule(
    id="OMI001",
    since="0.1",
    mqm=MQM.TRUNCATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the sentence breaks off after “{word}”",
    why="No sentence ends in this word, so its end was lost; the source has it.",
    languages=frozenset(("en", "de", "fr", "es", "it", "ru", "uk", "cs", "pl")),
    examples=(
        Bad("The mayor left the town on Monday because of ⟦the⟧"),
        Bad("The mayor left the town on Monday, ⟦because⟧\nNobody knows why."),
        Bad("Der Bürgermeister verließ am Montag die Stadt ⟦und⟧", lang="de"),
        Good("The mayor left the town he came from."),
        Good("The mayor left the town and\nwent to the coast."),
        Good("The mayor of the town spoke to\n- the council"),
        Good("He ate vitamin A"),
        Good("What the mayor of the town has the right to and\n“what he has not”"),
    ),
)
def cut_sentence(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report paragraphs whose last word cannot end a sentence, where no line goes on below."""
    words = never_last(document.lang)
    blocks = body(document)
    for number, block in enumerate(blocks):
        text = document.cut(block.span).rstrip()
        if not text[-1:].isalnum():
            continue  # a mark, as nearly always
        found = _LAST.search(text, max(0, len(text) - 40))
        if not found or found[0] not in words:
            continue
        if len(text.split()) < _FEWEST_WORDS or not text.lstrip()[:1].isupper():
            continue
        behind = document.cut(blocks[number + 1].span).lstrip() if number + 1 < len(blocks) else ""
        if behind and not behind[:1].isupper():
            continue  # the sentence goes on in the next line, or a list follows
        yield Hit(
            document=document.id,
            at=Span(block.span.start + found.start(), block.span.start + found.end()),
            values=(("word", found[0]),),
            confidence=0.85,
        )
