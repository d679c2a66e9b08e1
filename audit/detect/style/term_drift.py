"""STY002 term-drift: one thing under two names that translation puts for one word."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.quoted import is_quoted
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.tables import read_table


@document_rule(
    id="STY002",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{word}” here, “{first}” elsewhere: is it one thing?",
    why="One word of the source comes out as two; readers take them for two things.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The army lacks shells.\nThe port holds ⟦projectiles⟧ of that calibre."),
        Bad("The kindergartens are shut. The ⟦nursery schools⟧ open in May."),
        Good("The army lacks shells; the shells in the port are too old."),
        Good("The army lacks shells. “They threw projectiles,” he said."),
    ),
)
def term_drift(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report once a group the first place of each choice but the one that stands first."""
    for pattern, choices in _groups():
        if sum(any(form in document.text for form in forms) for forms in choices) < 2:
            continue
        places: dict[str, Span] = {}
        for found in pattern.finditer(document.text):
            if not is_quoted(document.text, *found.span()):
                places.setdefault(str(found.lastgroup), Span(*found.span()))
        if len(places) < 2:
            continue
        first, *others = sorted(places.values())
        for at in others:
            yield Hit(
                document=document.id,
                at=at,
                values=(("word", document.cut(at)), ("first", document.cut(first))),
                related=(Related(document.id, first, document.cut(first)),),
                confidence=0.5,
            )


@cache
def _groups() -> tuple[tuple[re.Pattern[str], list[list[str]]], ...]:
    """One pattern a group, with one named group a choice, and the forms of each choice."""
    file = files(__package__) / "data" / "terms" / "en.toml"
    groups: list[str] = read_table(file)["groups"]
    every = [
        [[form.strip() for form in choice.split(",")] for choice in group.split("/")]
        for group in groups
    ]
    return tuple((re.compile(rf"\b(?:{_pattern(choices)})\b"), choices) for choices in every)


def _pattern(choices: list[list[str]]) -> str:
    """The choices of a group as alternatives: `(?P<c0>shell|shells)|(?P<c1>projectile)`."""
    return "|".join(
        f"(?P<c{number}>{'|'.join(map(re.escape, forms))})" for number, forms in enumerate(choices)
    )
