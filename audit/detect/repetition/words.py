"""Words of a segment with their places, as the rules on repetition count them."""

import re
from functools import lru_cache

SEGMENTS = 256
"""Segments remembered: those of a document, which one rule after another goes through."""

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
"""A word: letters, with apostrophes and hyphens inside; numbers are not counted."""

_ASCII_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
"""The same in small letters of ASCII, found in half the time."""


@lru_cache(SEGMENTS)
def words_of(text: str) -> list[re.Match[str]]:
    """All words of `text`, in order."""
    return list(WORD.finditer(text))


@lru_cache(SEGMENTS)
def small_words_of(text: str) -> list[str]:
    """The same words in small letters, without their places, which few sentences are asked for."""
    if text.isascii():  # else a letter may become two: “İ”
        return _ASCII_WORD.findall(text.lower())
    return [*map(str.lower, WORD.findall(text))]
