"""PUN014 missing-final-mark: a sentence of the body that ends without a mark."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import body, ends_its_sentences, has_end, is_running
from audit.detect.truncation.lexicon import never_last
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_LONG = 25
"""Words that no heading between paragraphs has."""

_MOST = 2
"""Hits in a document; where there are more its paragraphs end so on purpose."""

_CREDIT = 40
"""Characters at the end of a paragraph in which a stroke parts photographer and agency."""

_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?][”\"»]? (?=\S+ \S+ \S+ \S+ \S+)")
_LIST = ("-", "•", "·", "*", "–", "—", "1", "a)", "●", "■", "http")


@document_rule(
    id="PUN014",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="the sentence ends without a mark",
    why="The other paragraphs end in a mark; here it was lost, and perhaps more with it.",
    examples=(
        Bad("The mayor of the town has said that he will leave in ⟦May⟧"),
        Bad(
            "Bridge opens\nThe bridge across the river was opened by the mayor.\n"
            "He said that it would open. It would be closed in the winter of each ⟦year⟧\n"
            "Nobody was hurt."
        ),
        Bad("Der Bürgermeister hat gesagt, dass er im Mai die Stadt verlassen ⟦wird⟧", lang="de"),
        Good("Mayor to Leave Town in May, Says Paper\nThe mayor of the town will leave in May."),
        Good(
            "The mayor of the town leaves for the coast\nHe said it on Monday at noon in the hall."
        ),
        Good("The mayor of the town has said that he will leave in these cases:\n- in May"),
        Good("Photo: Mayor John Smith, Town Hall, Main Street, Springfield, Reuters"),
        Good("It rained.\nWhat the mayor of the town will do in May\nIt rained again."),
        Good("“The mayor of the town has said that he will leave in May.”"),
    ),
)
def missing_final_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report paragraphs of running text without a mark at their end, headlines left out."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    found = list(_without_end(document))
    if len(found) > _MOST:
        return
    for at in found:
        word = document.cut(at)
        yield Hit(
            document=document.id,
            at=at,
            fixes=(Fix(f"{word}.", Applicability.UNSAFE, "a full stop"),),
            confidence=0.8,
        )


def _without_end(document: Document) -> Iterator[Span]:
    """The last words of paragraphs of running text without a mark."""
    blocks = body(document)
    for number, block in enumerate(blocks):
        text = document.cut(block.span)
        line = text.rstrip()
        if has_end(line) or not line[-1:].isalnum():
            continue
        if len(blocks) > 1 and (number == 0 or not ends_its_sentences(document)):
            continue
        behind = document.cut(blocks[number + 1].span) if number + 1 < len(blocks) else "X"
        if behind.lstrip().startswith(_LIST) or behind.lstrip()[:1].islower():
            continue
        if not is_running(line.lstrip(), document.lang):
            continue
        if len(blocks) > 1 and not _is_body(line):
            continue
        start = max(line.rfind(" "), line.rfind("\u00a0")) + 1
        if line[start:] in never_last(document.lang):
            continue  # OMI001 speaks of it
        yield Span(block.span.start + start, block.span.start + len(line))


def _is_body(line: str) -> bool:
    """Whether a block among others is no heading: it is long, or holds a whole sentence before."""
    if "/" in line[-_CREDIT:]:
        return False
    return len(line.split()) >= _LONG or _SENTENCE_END.search(line) is not None
