"""Where the names that something proves stand in a document, evidence beside them or not."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, MatchKind

from audit.model.names import Kind, Mention
from audit.model.text import Document
from audit.text import quotes

Proven: TypeAlias = Mapping[str, Kind]
"""The names that something in the document proves, with what it says of their kind."""

_KATAKANA = re.compile(r"[ァ-ヺー]")


def recurring(document: Document, proven: Proven) -> Iterator[Mention]:
    """Every place of every proven name, the longest first where several begin at one place.

    A name in katakana, Latin or Arabic letters must stand as a whole run of its letters, one in
    Hangul begin a word; one in Han characters is bounded by nothing.
    """
    if not proven:
        return
    names = sorted(proven)
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    for segment in document.segments:
        text = segment.text
        for number, start, end in automaton.find_matches_as_indexes(text):
            if not _stands_whole(text, start, end):
                continue
            yield Mention(
                document=document.id,
                span=segment.at(start, end),
                text=text[start:end],
                kind=proven[names[number]],
                lang=document.lang,
                sentence_start=start == 0,
                quoted=quotes.after(text[:start], inside=False),
            )


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether the name `text[start:end]` is no part of a longer word of its script."""
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if _KATAKANA.match(first) and _KATAKANA.match(before):
        return False
    if _KATAKANA.match(last) and _KATAKANA.match(after):
        return False
    if "\u0600" <= first <= "\u06ff":
        return not (before.isalnum() or after.isalnum())
    return not ("\uac00" <= first <= "\ud7a3" and before.isalnum())
