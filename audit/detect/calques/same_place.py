"""CAL007 same-place: “in the same Vladivostok”, an emphasis of the source."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hit
from audit.detect.calques.lexicon import Kind, turns
from audit.lang import data
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

_PREPOSITION = re.compile(r"\b(?:in|to|from|near)\s+$", re.IGNORECASE)


@document_rule(
    id="CAL007",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}” sounds as if there were several{advice}",
    why="“In the same X” means a place that others share; the source meant the place just named.",
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "They had met four years before in ⟦the same Vladivostok⟧.",
            fixed="They had met four years before in Vladivostok.",
        ),
        Bad("The next round will be held in ⟦the same Geneva⟧, the envoy said."),
        Good("They had met in the same Vladivostok hotel and on the same Monday."),
        Good("The same Putin, the same Moscow: nothing changes."),
        Good("He drove home in the same German, he joked."),
    ),
)
def same_place(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report places that are called the same although there is but one."""
    known = data("en")
    for found in turns(document, Kind.SAME_PLACE):
        start, end = found.whole[0], found.marked[1]
        name = document.text[found.marked[0] : end]
        word = name.lower()
        if word in known.demonyms or word in known.month_words | known.weekday_words:
            continue
        if _PREPOSITION.search(document.text[found.segment.span.start : start]):
            yield hit(document, found, (start, end), "the place alone", (name,))
