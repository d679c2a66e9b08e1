"""PUN004 missing-space: two words that only a mark divides."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.scripts.plain_words import prose_only
from audit.lang import data
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_SMALL, _CAPITAL = "[a-zß-öø-ÿа-яёіїєґ]", "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_BEHIND = re.compile(r"[^\W\d_]+")

_JOINED = Gated(
    re.compile(
        rf"[,;.!?](?:(?<=[^\W\d_][,;])(?=[^\W\d_])|(?<={_SMALL}[!?])(?={_CAPITAL})"
        rf"|(?<=[^\W\d_]{{2}}{_SMALL}[.])(?={_CAPITAL}{_SMALL}{{2}}))"
    ),
    Trace(r"[,;.!?][^\W\d_]"),
)
_BRANDS = frozenset(("yahoo", "jeopardy", "oh", "oi"))
"""What a name with an exclamation mark inside begins with."""

_ENDINGS = frozenset(("com", "net", "org", "ru", "ua", "info", "biz"))


@document_rule(
    id="PUN004",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="no blank behind “{mark}”",
    why="A mark between two words has a blank behind it; without one they run together.",
    examples=(
        Bad("He cam⟦e,s⟧aw and left.", fixed="He came, saw and left."),
        Bad("It was lat⟦e.N⟧obody came.", fixed="It was late. Nobody came."),
        Bad("Он приехал в Киев⟦,а⟧ потом уехал.".replace("Киев⟦,а⟧", "Кие⟦в,а⟧"), lang="ru"),
        Good("He paid 1,500 in the U.S.A. for Node.js and Booking.Com."),
        Good("See example.org/a,b?c=d for Yahoo!News and oOh!media &quot;Ja&quot;."),
        Good("They read “Focus.Today” and &quot;Will he?&quot; too."),
        Good("Die Leser:innen kamen z.B. aus Köln.", lang="de"),
    ),
)
def missing_space(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report commas, semicolons, question marks and full stops between two words."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    abbreviations = data(document.lang).all_abbreviations
    text = prose_only(document.text)
    for found in _JOINED.finditer(text):
        at = found.start()
        mark = document.text[at]
        if document.text[at + 1] in "&#" or _is_meant(text, at, abbreviations):
            continue  # what stands behind is markup, of which SCR005 speaks
        around = document.text[at - 1 : at + 2]
        yield Hit(
            document=document.id,
            at=Span(at - 1, at + 2),
            values=(("mark", mark),),
            fixes=(
                Fix(f"{around[:2]} {around[2]}", Applicability.UNSAFE, "a blank behind the mark"),
            ),
            confidence=0.9,
        )


def _is_meant(text: str, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether the mark is the point of an abbreviation or address, or part of a brand."""
    mark = text[at]
    if mark in ",;":
        return False
    before = _WORD_BEFORE.search(text, max(0, at - 24), at)
    word = before[0].lower() if before else ""
    if mark != ".":
        return word in _BRANDS
    behind = _WORD_BEHIND.match(text, at + 1)
    if before and behind and _is_title(text, before.start(), behind.end()):
        return True
    return f"{word}." in abbreviations or (behind is not None and behind[0].lower() in _ENDINGS)


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether two capitalised words with a point between stand alone in quotation marks."""
    marks = text[start - 1 : start], text[end : end + 1]
    return text[start].isupper() and marks in {('"', '"'), ("“", "”"), ("«", "»"), ("„", "“")}
