"""Completes names that begin a sentence, where another place shows the name in full.

"Sylvan Brandt" at the start of a sentence is found as "Brandt" alone, since many words stand
before a surname there (Yesterday Brandt said). Where the text has a "Sylvain Brandt" elsewhere, the
word before is no such word but his given name, spelled otherwise or not.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler

from audit.model.names import Mention
from audit.model.place import Span
from audit.model.text import Document
from audit.text.fold import roman

ALIKE = 0.75
"""Jaro-Winkler likeness of the word before to the first word of the full name."""

_BEFORE = re.compile(r"([^\W\d_][\w'’-]*) ")


def completed(mentions: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """The mentions, each with the word before it where that makes it an echo of a fuller name."""
    kept = list(mentions)
    firsts = defaultdict[str, set[str]](set)
    for mention in kept:
        first, space, rest = mention.text.partition(" ")
        if space:
            firsts[rest].add(first)
    starts = [segment.span.start for segment in document.segments]
    for mention in kept:
        at = bisect_right(starts, mention.span.start) - 1
        if mention.text in firsts and at >= 0:
            yield _echo(mention, firsts[mention.text], document, starts[at])
        else:
            yield mention


def _echo(mention: Mention, firsts: set[str], document: Document, sentence: int) -> Mention:
    """The mention with the one word between it and the start of its sentence, if that fits."""
    before = _BEFORE.fullmatch(document.text, sentence, mention.span.start)
    if before is None or not before.group(1)[0].isupper():
        return mention
    word = roman(before.group(1))
    if not any(JaroWinkler.similarity(word, roman(one)) >= ALIKE for one in firsts):
        return mention
    at = Span(sentence, mention.span.end)
    return replace(mention, span=at, text=document.cut(at), sentence_start=True)
