"""Quotations: passages in somebody else's words, where matters of style are not ours."""

import re
from bisect import bisect_right
from functools import lru_cache

_QUOTATION = re.compile(
    r"“[^“”\n]*(?:”|$)|„[^„“”\n]*(?:[“”]|$)|«[^«»\n]*(?:»|$)|»[^«»\n]*«|「[^」\n]*」|『[^』\n]*』"
    r"|\"(?<!\w\")[^\"\n]*\"(?!\w)|‘(?<!\w‘)[^‘’\n]*’(?!\w)",
    re.MULTILINE,
)
"""From a mark to its partner on the same line; what an opening mark leaves open ends with the line.
Straight marks count in pairs only. Each choice begins with its mark, by which a search skips all
else."""


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The half-open spans of the quotations in `text`, marks included, in order."""
    if not any(mark in text for mark in _MARKS):
        return ()
    return tuple(found.span() for found in _QUOTATION.finditer(text))


_MARKS = '“„«»「『"‘'


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` lies within one quotation of `text`."""
    spans = quotations(text)
    index = bisect_right(spans, (start, len(text) + 1)) - 1
    return index >= 0 and spans[index][1] >= end
