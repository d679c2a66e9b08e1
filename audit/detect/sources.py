"""What the source says where a rule that looks at one language has found something.

Such rules ask it before they speak: a word that the source doubles, too, is no slip of the decoder,
and a foreign word that stands in the source as it stands here was not left untranslated.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from audit.detect.quoted import is_quoted
from audit.model.place import Span
from audit.model.text import Document
from audit.text.scripts import main_script

_DOUBLED = re.compile(r"(?<!\w)(\w+)[\s,]+\1(?!\w)", re.IGNORECASE)


def source_of(document: Document, at: Span) -> str:
    """The source of the pairs that `at` meets, in order; empty where there is none."""
    if not document.pairs:
        return ""
    starts, ends = _bounds(document)
    first = bisect_right(ends, at.start)
    last = bisect_right(starts, max(at.start, at.end - 1))
    return " ".join(pair.source for pair in document.pairs[first:last] if pair.source.strip())


@lru_cache(2)
def _bounds(document: Document) -> tuple[list[int], list[int]]:
    return (
        [pair.span.start for pair in document.pairs],
        [pair.span.end for pair in document.pairs],
    )


def doubles_a_word(text: str) -> bool:
    """Whether some word stands twice in a row in a text."""
    return bool(text) and _DOUBLED.search(text) is not None


def is_foreign_there(source: str, word: str) -> bool:
    """Whether a word stands in the source as a foreign one: in another script, or quoted."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", source) if source else None
    if found is None:
        return False
    return main_script(word) != main_script(source) or is_quoted(source, *found.span())
