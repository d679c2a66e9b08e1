"""STY005 divided-nation: “the Korean leader” in a text about one of two Koreas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.detect.quoted import is_quoted
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.tables import read_table


@dataclass(frozen=True, slots=True)
class _Nation:
    """A nation in two states: its adjective before an office, and the names of the states."""

    adjective: Gated
    states: re.Pattern[str]


@document_rule(
    id="STY005",
    since="0.1",
    mqm=MQM.ORGANIZATIONAL_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}”: of which of the two states?",
    why="Where two states share an adjective, an office of one needs the full one.",
    languages=frozenset({"en"}),
    examples=(
        Bad("North Korea closed the border. ⟦The Korean leader⟧ was silent."),
        Bad("Troops of South Sudan left. ⟦The Sudanese army⟧ stayed in Juba."),
        Good("North Korea closed the border. The North Korean leader was silent."),
        Good("The Korean president opened the fair in Busan."),
        Good("North Korea sang. The Korean people have one language; the Korean War went on."),
    ),
)
def divided_nation(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report offices of a nation in two states where the text names one of these."""
    for nation in _nations():
        for found in nation.adjective.finditer(document.text):
            if not nation.states.search(document.text):
                break
            if not is_quoted(document.text, *found.span()):
                yield Hit(
                    document=document.id,
                    at=Span(*found.span()),
                    values=(("phrase", found[0]),),
                    confidence=0.8,
                )


@cache
def _nations() -> tuple[_Nation, ...]:
    """The nations of the list, read once."""
    file = files(__package__) / "data" / "divided" / "en.toml"
    table = read_table(file)
    offices = "|".join(table["offices"].split())
    return tuple(
        _Nation(
            Gated(
                re.compile(rf"\b(?:[Tt]he|[Aa]) {nation['adjective']} (?:{offices})\b"),
                Gate(f" {nation['adjective']} "),
            ),
            re.compile(rf"\b(?:{'|'.join(nation['states'])})\b"),
        )
        for nation in table["nation"]
    )
