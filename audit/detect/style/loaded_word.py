"""STY004 loaded-word: a word that takes a side, outside a quotation."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.phrasebook import Phrasebook
from audit.detect.quoted import is_quoted
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.tables import read_table


@document_rule(
    id="STY004",
    since="0.1",
    mqm=MQM.REGISTER,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{word}” takes a side; is it the paper's own word?",
    why="A translation hands on the tone of its source; here it becomes that of the house.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The ⟦dictator⟧ left his palace at night."),
        Bad("Shells fell on the town when the ⟦occupiers⟧ came."),
        Bad("The envoy will ⟦beg Macron⟧ for a loan."),
        Bad("He spoke of the ⟦Kyiv regime⟧ and left."),
        Good("“The dictator has left,” she said."),
        Good("The tax regime of the island; invaders of Rome; an exchange rate regime."),
        Good("They beg for bread."),
    ),
)
def loaded_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words that take a side, each once a document."""
    spans = sorted(
        match.marked
        for match in _phrases().matches(document.text)
        if not is_quoted(document.text, *match.marked)
    )
    seen: set[str] = set()
    for start, end in spans:
        word = document.text[start:end]
        if word.lower() not in seen:
            seen.add(word.lower())
            yield Hit(
                document=document.id,
                at=Span(start, end),
                values=(("word", word),),
                confidence=0.6,
            )


@cache
def _phrases() -> Phrasebook:
    """The loaded words, read once."""
    folder = files(__package__) / "data" / "loaded"
    return Phrasebook(read_table(folder / "en.toml")["phrases"], beside=folder / "en.find")
