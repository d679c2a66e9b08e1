"""SPL008 article-without-noun: an article before a word that no article can stand before."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gated, Trace
from audit.detect.prose import is_written_small
from audit.detect.quoted import is_quoted
from audit.detect.scripts.plain_words import prose_only
from audit.detect.spelling.lexicon import lexicon
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document


@document_rule(
    id="SPL008",
    since="0.2",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}”: nothing that “{article}” could belong to",
    why="An article has its noun behind it, and no verb, preposition or second article: the noun"
    " was lost, or “an” is what is left of “and”.",
    languages=frozenset({"en"}),
    examples=(
        Bad("⟦The of⟧ the town left, ⟦an the⟧ council stayed."),
        Bad("He met ⟦the and⟧ went home to ⟦a with⟧ two doors."),
        Good("Vitamin A is in the above list; the “is” was late, the to-do list was not."),
        Good("The The made records. Plan A and the one of the town."),
        Good("We read the The Who biography and saw the has-been."),
    ),
)
def article_without_noun(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report articles right before words that begin nothing an article can stand before."""
    text = prose_only(document.text)
    if is_written_small(document):
        return
    for found in _pattern(document.lang).finditer(text):
        at = Span(*found.span())
        if is_quoted(document.text, at.start, at.end):
            continue
        yield Hit(
            document=document.id,
            at=at,
            values=(("phrase", found[0]), ("article", found["article"])),
            confidence=0.92,
        )


@cache
def _pattern(lang: str) -> Gated:
    """An article, a blank and a listed word in small letters."""
    words = "|".join(sorted(lexicon(lang).no_noun_phrase)) or "(?!)"
    behind = rf"[ \u00a0](?:{words}|(?<!he )the)(?![\w'’-]|\.\w)"
    article = "(?:(?<=[Tt])he|(?<=[Aa])n|(?<=a))"
    pattern = re.compile(rf"(?P<article>[TtAa](?<![\w.'’-].){article}){behind}")
    return Gated(pattern, Trace(rf"[TtAa](?:he|(?<=[Aa])n|(?<=a)){behind}"))
