"""STY003 undated-time: “today” or “on the 26th” in a text that has no date."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.detect.quoted import is_quoted
from audit.lang import data
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document
from audit.tables import read_table

_HEAD = 300
"""Code points in which a date line would stand."""

_PERSONAL = re.compile(r"\b(?:(?P<first>I|me|my)|you|your)\b")
"""Words of letters, chats and posts, whose readers know the day."""

_OFTEN = 3
"""How often a text that is one says “you”; a comment form below an article does so twice."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@document_rule(
    id="STY003",
    since="0.1",
    mqm=MQM.ORGANIZATIONAL_STYLE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    of_articles=True,
    says="“{word}”: nothing here says which day that is",
    why="A reprint is read on another day, and stylebooks want the weekday or the date.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The bridge was closed ⟦yesterday⟧.\nIt will open ⟦tomorrow⟧; yesterday is gone."),
        Bad("The crew landed ⟦on the 26th⟧, the agency said."),
        Good("KYIV, May 4 — The bridge was closed yesterday."),
        Good("“It is worse today than yesterday,” she said."),
        Good("I will be discharged tomorrow. The day before the storm was calm."),
        Good("They met on the 26th of May and on the 26th floor."),
    ),
)
def undated_time(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words of time that need a date where there is none, each once a document."""
    if document.date or _is_dated(document.text[:_HEAD]):
        return
    said = list(_words().finditer(document.text))
    if not said or _is_personal(document.text):
        return
    seen: set[str] = set()
    for found in said:
        if found[0].lower() in seen or is_quoted(document.text, *found.span()):
            continue
        for segment in document.segments:
            start = found.start() - segment.span.start
            if start >= 0 and found.end() <= segment.span.end:
                yield Hit(
                    document=document.id,
                    at=segment.at(start, start + len(found[0])),
                    values=(("word", found[0]),),
                    confidence=0.6,
                )
                seen.add(found[0].lower())


def _is_personal(text: str) -> bool:
    """Whether the writer says “I”, or “you” often, outside quotations."""
    said = [each for each in _PERSONAL.finditer(text) if not is_quoted(text, *each.span())]
    return len(said) >= _OFTEN or any(each["first"] for each in said)


def _is_dated(head: str) -> bool:
    """Whether the head of a text names a month or a year."""
    months = data("en").month_words - {"may", "march"}
    words = set(re.findall(r"[A-Za-z]+", head))
    named = any(word.lower() in months for word in words) or {"May", "March"} & words
    return bool(named) or bool(_YEAR.search(head))


@cache
def _words() -> Gated:
    """The words of time, and a day of the month without its month."""
    file = files(__package__) / "data" / "terms" / "times.toml"
    listed: list[str] = read_table(file)["words"]
    ordered = "|".join(sorted(map(re.escape, listed), key=lambda one: (-len(one), one)))
    bare = r"on the \d{1,2}(?:st|nd|rd|th)(?=[,.;:]| (?:that|to|in|at|and)\b)"
    alone = r"(?! (?:the|a|an|his|her|its|their|she|he|they|it)\b)"
    pattern = re.compile(rf"\b(?:(?i:{ordered})\b{alone}|(?i:on) {bare[3:]})")
    return Gated(pattern, Gate(*listed, "on the ", any_case=True))
