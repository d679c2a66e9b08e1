"""CAL013 crowded-title: “the president of Turkey Recep Tayyip Erdogan”, without commas."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hit
from audit.detect.calques.lexicon import Kind, turns
from audit.lang.given import is_given_name
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

_NEXT = re.compile(r"\s+([^\W\d_]+)")


@document_rule(
    id="CAL013",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” runs into the name; set the name off with commas, or put the title before it",
    why="A title with an article and “of” is a noun of its own; the name beside it takes commas.",
    languages=frozenset({"en"}),
    examples=(
        Bad("⟦The President of Ukraine⟧ Volodymyr Zelenskyy came to Brussels."),
        Bad("The visit of ⟦the minister of foreign affairs⟧ Sergei Lavrov was put off."),
        Good("The President of Ukraine, Volodymyr Zelenskyy, came to Brussels."),
        Good("Ukrainian President Volodymyr Zelenskyy met Foreign Minister Dmytro Kuleba."),
        Good("He met the president of Ukraine International Airlines."),
    ),
)
def crowded_title(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report titles with an article that run into a personal name."""
    for found in turns(document, Kind.TITLE):
        following = _NEXT.match(document.text, found.marked[1])
        if following and is_given_name(following[1]):
            yield hit(document, found, found.marked, "", ())
