"""Words of a segment with their places, as the rules on repetition count them."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
"""A word: letters, with apostrophes and hyphens inside; numbers are not counted."""


def words_of(text: str) -> list[re.Match[str]]:
    """All words of `text`, in order."""
    return list(WORD.finditer(text))
