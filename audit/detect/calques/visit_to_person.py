"""CAL011 visit-to-person: “going to Putin”, as one goes to a place."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hit
from audit.detect.calques.lexicon import Kind, turns
from audit.lang.given import is_given_name
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL011",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="One goes to see {phrase}, not to {phrase}",
    why="English goes to places and sees people; many languages have one preposition for both.",
    languages=frozenset({"en"}),
    examples=(
        Bad("Why is the envoy going to ⟦Putin⟧?\nHe has met Vladimir Putin twice."),
        Bad("Emmanuel Macron waited in Paris.\nThe prime minister flew to ⟦Macron⟧."),
        Good("Why is the envoy going to Vladivostok?\nHe has met Vladimir Putin twice."),
        Good("The prize went to Putin.\nHe has met Vladimir Putin twice."),
        Good("The envoy is going to see Putin.\nVladimir Putin was late."),
    ),
)
def visit_to_person(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report people gone to like places: surnames that elsewhere stand with a given name."""
    for found in turns(document, Kind.PERSON):
        name = document.text[found.marked[0] : found.marked[1]]
        before = re.compile(rf"([^\W\d_]+)\s+{re.escape(name)}\b")
        if any(is_given_name(one[1]) for one in before.finditer(document.text)):
            yield hit(
                document, found, found.marked, "people are seen, places gone to", (f"see {name}",)
            )
