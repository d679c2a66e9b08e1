"""Sentences of a text: sentencex proposes breaks, the language's own data corrects them.

sentencex (rules and abbreviation lists for some 300 languages) breaks after abbreviations it does
not list and after ordinals; it overlooks breaks as in "2005 г. Он", "contra. El" or after a
sentence in brackets. `_OVERLOOKED` and `opens_after` propose what it misses; `joins` says which of
all the breaks proposed are none.
Speech in quotation marks stays in one sentence with what introduces it, as sentencex has it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from audit.lang.language import LanguageData, data
from audit.segment.breaks import joins, opens_after

# A lone surrogate has no UTF-8, in which sentencex reads; any letter-free stand-in will do.
_SURROGATE = re.compile("[\ud800-\udfff]")

_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n|\r[ \t]*\r")

# Ends of sentences that sentencex overlooks: a bracket that closes a whole sentence, the next item
# of a list in running text, and brackets after the full-width stops.
_OVERLOOKED = re.compile(
    r"""(?<=[.!?…])["”’»]?[)\]]["”’»]?\s+(?=["“„«(\[]?[^\W\d_])"""
    r"""|(?<=[.!?…;])\s+(?=\d{1,2}\)\s)"""
    r"""|(?<=[。！？])[)）](?=\w)"""
)
_BRACKETS = ")]）"
"""Each of these ends holds one."""

# Where a sentence may have ended that sentencex took for an abbreviation.
_AFTER_POINT = re.compile(r"(?<=\.)\s+(?=\w)")

# Closing marks that a break may have cut off from their sentence. “ and " are not among them:
# they also open; the quotes of the language decide on “. Stops count where no blank is before them.
_CLOSERS = "”’»›)]}）】」』》〉"
_STOPS = ".,;:!?…。，、；：！？"

_NO_LANGUAGE = "en"
"""What sentencex is told where the language is unknown; its rules are the mildest."""


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """The half-open spans of the sentences of `text`, in order, blank ends trimmed.

    They do not overlap and hold every character that is no blank.
    """
    known = data(lang)
    kept = [0]
    for at in (*_proposed(text, lang, known), len(text)):
        if at == len(text) or not _joined(text, kept[-1], at, known):
            kept.append(at)
    spans = []
    for start, end in pairwise(kept):
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            spans.append((left, start + len(piece.rstrip())))
    return spans


def _proposed(text: str, lang: str, known: LanguageData) -> list[int]:
    """Offsets inside `text` at which a sentence may begin, ascending."""
    found = {at for at in _by_sentencex(text, lang) if 0 < at < len(text)}
    if any(bracket in text for bracket in _BRACKETS):
        found.update(match.end() for match in _OVERLOOKED.finditer(text))
    if known.has_case:
        found.update(
            match.end()
            for match in _AFTER_POINT.finditer(text)
            if match.end() not in found and opens_after(text, match.start(), match.end(), known)
        )
    closers = _CLOSERS + "".join(close for _, close in known.quotes if close == "“")
    shifted = {_past(text, at, closers) for at in found}
    return sorted(at for at in shifted if at < len(text))


def _by_sentencex(text: str, lang: str) -> Iterator[int]:
    """Yield the offset, in code points, at which each sentence of sentencex begins."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415

    primary = lang.partition("-")[0]
    readable = _SURROGATE.sub("\ufffd", text)
    told = _NO_LANGUAGE if primary == "und" else primary
    for boundary in get_sentence_boundaries(told, readable):
        yield boundary["start_index"]


def _past(text: str, at: int, closers: str) -> int:
    """Move a break behind closing marks that follow it directly, and the blanks after them."""
    moved = at
    marks = closers if text[at - 1].isspace() else closers + _STOPS
    limit = min(len(text), at + _MOST_CLOSERS)
    while moved < limit and text[moved] in marks:
        moved += 1
    while moved > at and moved < len(text) and text[moved].isspace():
        moved += 1
    return moved


_MOST_CLOSERS = 8
"""Marks a break is moved behind: "?!”)" and some to spare; endless runs cost no more."""


def _joined(text: str, start: int, at: int, known: LanguageData) -> bool:
    """Whether the break at `at` of the sentence that began at `start` is none."""
    left = text[start:at]
    if at - start > _HEAD + _TAIL:
        left = text[start : start + _HEAD] + text[at - _TAIL : at]
    gap = left[len(left.rstrip()) :]
    if _BLANK_LINE.search(gap):
        return False
    return joins(left.strip(), text[at : at + _LOOK_AHEAD], bool(gap), known)


_HEAD = 40
_TAIL = 200
"""Characters of a long sentence so far that are looked at; keeps the work linear."""

_LOOK_AHEAD = 80
"""Characters after a break that are looked at: its first word and some to spare."""
