"""CAL012 formula-density: far more formulas of the source language than people write."""

from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, document_rule
from audit.detect.calques.lexicon import Found, Kind, turns
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.text.words import count_words

_COUNTED = (Kind.ATTRIBUTION, Kind.STRANDED, Kind.TURN, Kind.STACKED, Kind.OPENER, Kind.FORMULA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of CAL012."""

    words: int = 80
    """Shorter texts have no density worth the name."""

    fewest: int = 4
    """Formulas that a text must have, however short it is."""

    rate: float = 10.0
    """Formulas in 1,000 words from which on a text stands out."""


@document_rule(
    id="CAL012",
    since="0.1",
    mqm=MQM.UNIDIOMATIC_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="{count} formulas of the source language, {rate} in 1,000 words: {examples}",
    why="One “At the same time,” is nobody's fault; many of them make a text sound translated.",
    options=Options,
    languages=frozenset({"en"}),
    examples=(
        Bad(
            "⟦True,⟧ the bridge had been closed before. At the same time, the port was open, and "
            "ships that lay there were loaded within a week. In turn, the mayor promised "
            "a new road along the river, which the villages upstream have wanted for twenty years. "
            "Recall that the bridge was built in 1959 and has been repaired four times since then. "
            "According to him, the work will take until May, unless the winter is as hard as the "
            "last one, when ice stopped everything on the river for six weeks."
        ),
        Bad(
            "⟦According to Kyodo,⟧ the train crossed the border at night, and nobody who lives "
            "there heard it pass. It is noted that the station was closed for three days and that "
            "the people of the village were asked to stay at home. In addition, the street lamps "
            "were out. At the same time, a band played on the platform, a guard stood at each door "
            "and bread and salt were ready on a table. In his opinion, the guests were pleased "
            "with it."
        ),
        Good("True, the bridge was closed. In turn, the mayor left. Recall that it rained."),
        Good(
            "The bridge had been closed before, and the port was open then as it is now, and all "
            "the ships that lay there were loaded within a week. In turn, the mayor promised a new "
            "road along the river, which the villages upstream have wanted for twenty years. The "
            "bridge was built in 1959 and has been repaired four times since then. According to "
            "him, the work will take until May, unless the winter is as hard as the last one, when "
            "ice stopped everything on the river for six weeks."
        ),
    ),
)
def formula_density(document: Document, options: Options) -> Iterator[Hit]:
    """Report once a document, at its first formula, that formulas stand far above the norm."""
    found = sorted(_formulas(document), key=lambda one: one.marked)
    if len(found) < options.fewest:
        return
    words = count_words(document.text, document.lang)
    if words < options.words:
        return
    rate = 1000 * len(found) / words
    if rate < options.rate:
        return
    shown = dict.fromkeys(_text(document, one) for one in found)
    yield Hit(
        document=document.id,
        at=Span(*found[0].marked),
        values=(
            ("count", str(len(found))),
            ("rate", f"{rate:.0f}"),
            ("examples", ", ".join(f"“{text}”" for text in list(shown)[:_SHOWN])),
        ),
        related=tuple(
            Related(document.id, Span(*one.marked), _text(document, one)) for one in found[1:]
        ),
        confidence=0.8,
    )


_SHOWN = 4


def _formulas(document: Document) -> Iterator[Found]:
    """All formulas of a document, each passage once."""
    end = 0
    every = [one for kind in _COUNTED for one in turns(document, kind)]
    for found in sorted(every, key=lambda one: (one.marked[0], -one.marked[1])):
        if found.marked[0] >= end:
            end = found.marked[1]
            yield found


def _text(document: Document, found: Found) -> str:
    return document.text[found.marked[0] : found.marked[1]]
