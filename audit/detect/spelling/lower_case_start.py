"""SPL003 lower-case-start: a sentence that begins with a small letter."""

import re
from collections.abc import Iterator
from functools import cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import BODY, has_end, is_written_small
from audit.detect.spelling.lexicon import lexicon
from audit.lang import data
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"\. (?P<word>[^\W\d_]{2,})\b(?![.:/@])")
_OPENING = "\"“„«‘'"
_FEWEST_WORDS = 5
_SHORTEST = 4
"""Letters of a word before a full stop that is no abbreviation the lists have missed."""


@document_rule(
    id="SPL003",
    since="0.1",
    mqm=MQM.SPELLING,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="the sentence begins with a small letter",
    why="A sentence begins with a capital; a small letter here is a slip, or its head is missing.",
    examples=(
        Bad("⟦below⟧ them lives a mayor of Kyiv.", fixed="Below them lives a mayor of Kyiv."),
        Bad("He left on time. ⟦nobody⟧ in the town knows why."),
        Bad("Он уехал. ⟦никто⟧ в городе не знает почему.", lang="ru"),
        Good("iPhone and eBay sold well in May, and so did others."),
        Good("e.g. the mayor of the town left for the coast."),
        Good("“Why?” he asked the mayor of the town on Monday."),
        Good("de Gaulle left for the coast on Monday with his wife."),
        Good("The mayor left for\nthe coast on Monday with his wife and his dog."),
        Good("ok see you. we leave at five from the hall. i come later. bye"),
        Good("He waited... and then he left for the coast."),
        Good("De burgemeester neemt een koets, bijv. deze, naar de kust.", lang="nl"),
    ),
)
def lower_case_start(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report sentences whose first letter is small behind the end of another, or at the top."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)) or is_written_small(document):
        return
    before: Segment | None = None
    for segment in document.segments:
        yield from _inside(document, segment)
        head = len(segment.text) - len(segment.text.lstrip(_OPENING))
        first = _WORD.match(segment.text, head)
        small = first is not None and first[0].islower()
        if first and small and _is_sentence(document, before, segment):
            word = first[0]
            if not _is_name(segment, head, word, document.lang):
                yield Hit(
                    document=document.id,
                    at=segment.at(*first.span()),
                    fixes=(Fix(word[0].upper() + word[1:], Applicability.SAFE, "a capital"),),
                    confidence=0.9,
                )
        before = segment


def _inside(document: Document, segment: Segment) -> Iterator[Hit]:
    """Small letters behind a full stop in the midst of a segment, where no abbreviation stands."""
    text, abbreviations = segment.text, _abbreviations(segment.lang)
    if not abbreviations:
        return  # any word before a full stop may be one
    for found in _INSIDE.finditer(text):
        word = found["word"]
        if not word.islower():
            continue
        before = text[: found.start()].rpartition(" ")[2].lstrip('("“„«[')
        if not before.isalpha() or before[0].isupper():
            continue
        if len(before) < _SHORTEST and before not in data(segment.lang).function_words:
            continue
        if f"{before}." in abbreviations:
            continue
        yield Hit(
            document=document.id,
            at=segment.at(*found.span("word")),
            fixes=(Fix(word.capitalize(), Applicability.UNSAFE, "a capital, or no full stop"),),
            confidence=0.85,
        )


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    """Abbreviations of the language, in small letters."""
    return frozenset(word.lower() for word in data(lang).all_abbreviations)


def _is_sentence(document: Document, before: Segment | None, segment: Segment) -> bool:
    """Whether a segment is a sentence of its own, and what stands before it has ended."""
    text = segment.text
    if segment.kind not in BODY or len(text.split()) < _FEWEST_WORDS:
        return False
    if not any(char.isupper() for char in document.text):
        return False  # SPL002 speaks of it
    if before is None:
        return has_end(text) or len(document.segments) == 1
    gap = document.text[before.span.end : segment.span.start]
    ended = before.text[-1:] in ".!?" and not before.text.endswith("..")
    if before.text.rpartition(" ")[2].lower() in _abbreviations(segment.lang):
        return False
    if "\n" in gap:
        return ended and has_end(text) and text[-1] not in ":;"
    return ended and before.text[-1:] == "."


def _is_name(segment: Segment, head: int, word: str, lang: str) -> bool:
    """Whether a small first letter is part of a name, an abbreviation or an address."""
    end = head + len(word)
    behind = segment.text[end : end + 1]
    if behind in {".", ")", "@", "/", "_", "-"} or (len(word) == 1 and behind != " "):
        return True
    if word in data(lang).function_words:
        return False
    particle = word in lexicon("en").particles or word in data(lang).name_particles
    return particle and segment.text[end + 1 : end + 2].isupper()
