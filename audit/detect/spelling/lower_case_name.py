"""SPL004 lower-case-name: a day, month, nation or country of English with a small letter."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.gate import Gate, Gated
from audit.detect.prose import is_written_small
from audit.detect.scripts.plain_words import prose_only
from audit.detect.spelling.lexicon import lexicon
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_HEAD = 2
_PRONOUN = Gated(
    re.compile(r"(?<=[a-z,] )i(?=['’](?:m|ve|ll|d)\b| [a-z])"), Gate(" i ", " i'", " i’")
)
"""English writes this pronoun with a capital."""


@document_rule(
    id="SPL004",
    since="0.1",
    mqm=MQM.SPELLING,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” has a capital in English",
    why="Most languages write days, months and nations with a small letter; English does not.",
    languages=frozenset({"en"}),
    examples=(
        Bad("He left on ⟦monday⟧ in ⟦october⟧.", fixed="He left on Monday in October."),
        Bad("He said ⟦i⟧ am late.", fixed="He said I am late."),
        Bad("The ⟦ukrainian⟧ and ⟦russian⟧ ministers met in ⟦germany⟧."),
        Good("He may march in May; the french windows are of polish make."),
        Good("He left on Monday; see #monday and example.com/russia."),
        Good("he left on monday for russia, and so on."),
    ),
)
def lower_case_name(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words that always have a capital, in documents that use capitals."""
    text = prose_only(document.text)
    found = [*_pattern(document.lang).finditer(text), *_PRONOUN.finditer(text)]
    if not found or document.text == document.text.lower() or is_written_small(document):
        return
    for each in sorted(found, key=lambda each: each.start()):
        yield Hit(
            document=document.id,
            at=Span(*each.span()),
            values=(("word", each[0]),),
            fixes=(Fix(each[0].capitalize(), Applicability.SAFE, "with a capital"),),
            confidence=0.92,
        )


@cache
def _pattern(lang: str) -> Gated:
    """The listed words in small letters, whole."""
    words = sorted(lexicon(lang).days_and_months | lexicon(lang).nations)
    by_head = (
        f"{head}(?:{'|'.join(word[_HEAD:] for word in group)})"
        for head, group in groupby(words, key=lambda word: word[:_HEAD])
    )  # so that few alternatives are tried at each word
    pattern = re.compile(rf"\b(?<![@#/._-])(?:{'|'.join(by_head)})\b(?![@/_.]\w)")
    return Gated(pattern, Gate(*words))
