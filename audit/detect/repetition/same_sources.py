"""Passages of a feed by their source, and by what they became."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from audit.lang.lengths import letters
from audit.model.text import Aligned, Document

FEWEST_WORDS = 4
"""Words of a passage that is compared; shorter ones depend on what stands around them."""
FEWEST_CHARACTERS = 12
"""The same for languages without blanks between words."""
_MARKS = re.compile(r"[\W_]+")


def passages(documents: Sequence[Document]) -> Iterator[tuple[Document, Aligned, str, str]]:
    """Each pair that is long enough, with its source and its target, both folded."""
    for document in documents:
        for pair in document.aligned():
            source, target = folded(pair.source), folded(pair.text)
            if source and target and source != target and _is_long(source) and _is_long(target):
                yield document, pair, source, target


def folded(text: str) -> str:
    """A text without capitals, blanks and marks, in which translations of one thing may differ."""
    return _MARKS.sub(" ", text.casefold()).strip()


def _is_long(text: str) -> bool:
    words = text.split()
    if len(words) >= FEWEST_WORDS:
        return True
    return (
        len(words) < 3
        and not text.isascii()
        and letters(text) >= FEWEST_CHARACTERS
        and _no_case(text)
    )


def _no_case(text: str) -> bool:
    return text.upper() == text.lower()


def grouped(
    documents: Sequence[Document], *, by_source: bool
) -> dict[tuple[str, str, str], list[tuple[Document, Aligned, str]]]:
    """Pairs by both languages and one side, each with the other side, folded."""
    groups = defaultdict[tuple[str, str, str], list[tuple[Document, Aligned, str]]](list)
    for document, pair, source, target in passages(documents):
        key, other = (source, target) if by_source else (target, source)
        groups[pair.source_lang, pair.lang, key].append((document, pair, other))
    return groups
