"""Gates: patterns that are searched for only where a text can hold what they find.

Most patterns find nothing in most texts, and to learn that from a pattern that begins with an
assertion or a choice takes a try at each letter. A needle, a string that is in all that a pattern
matches, is found or missed at the speed of memory; a trace, a shorter pattern that begins with a
digit or one of some signs, at the speed of a search for these.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ahocorasick_rs import AhoCorasick

_FEW = 12
"""Needles that are looked for one by one; more of them are found in one pass of an automaton."""

# What a pattern that ignores case takes for these letters of ASCII, and `lower` does not.
_LIKE_ASCII = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})


@lru_cache(4)
def small(text: str) -> str:
    """`text` in small letters, as a pattern that ignores the case of ASCII letters sees it."""
    return (text if text.isascii() else text.translate(_LIKE_ASCII)).lower()


_DIGIT = re.compile(r"(?P<set>\[[^\]]*\])|\\d")
"""A digit outside sets. Those of ASCII alone are found in half the time."""


class Gate:
    """Needles of which one stands in every text that matters."""

    def __init__(self, *needles: str, any_case: bool = False) -> None:
        """`any_case` needles are given in small letters of ASCII."""
        self._needles = needles
        self._any_case = any_case
        self._automaton = AhoCorasick(needles) if len(needles) > _FEW else None

    def lets(self, text: str) -> bool:
        """Whether `text` holds a needle."""
        seen = small(text) if self._any_case else text
        if self._automaton:
            return bool(self._automaton.find_matches_as_indexes(seen))
        return any(needle in seen for needle in self._needles)


class Trace:
    """A pattern that is quick to search for and matches in every text that matters."""

    def __init__(self, regex: str) -> None:
        """`regex` should begin with what few letters of a text can be."""
        self._regex = regex

    def lets(self, text: str) -> bool:
        """Whether `text` has a trace."""
        pattern = self._in_ascii if text.isascii() else self._in_any_text
        return pattern.search(text) is not None

    @cached_property
    def _in_any_text(self) -> re.Pattern[str]:
        return re.compile(self._regex)

    @cached_property
    def _in_ascii(self) -> re.Pattern[str]:
        return re.compile(_DIGIT.sub(lambda found: found["set"] or "[0-9]", self._regex))


class Gated:
    """A pattern behind a gate: it finds what it would find alone."""

    def __init__(self, pattern: re.Pattern[str], gate: Gate | Trace) -> None:
        """Every text that `pattern` matches somewhere must pass `gate`."""
        self.pattern = pattern
        self.gate = gate

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches of the pattern in `text`, in order."""
        return self.pattern.finditer(text) if self.gate.lets(text) else iter(())
