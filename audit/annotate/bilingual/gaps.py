"""Places at which a sentence lacks a noun: "the capital of ." where a name has fallen out.

By itself such a place proves little (English may end on a preposition); beside a name of the source
that the target lacks, it shows where it should stand.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.lang.language import entries
from audit.model.place import Span
from audit.tables import read_table

_MARKS = re.compile(r"(?:(?<=\s)|^)['’]s\b|\(\s*\)|\[\s*\]|„\s*[“”]|“\s*”|«\s*»|,\s+,|^\s*,")
"""Marks with nothing before or between them."""
_LOOSE = re.compile(r"\s[,;](?=\s)|,,|\w \.$")
"""The same where a text may be set loosely."""
_CLOSES = r"\s*[,.;:!?)”»](?!\w)|\s*$"


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a text where a noun is missing; `strong` where hardly any sound text has it."""

    at: Span
    strong: bool


def gap(text: str, lang: str) -> Gap | None:
    """The first place of a text where a noun is missing, a strong one before a weak one."""
    for pattern, strong in ((_MARKS, True), *_patterns(lang), (_LOOSE, False)):
        if found := _first(pattern, text):
            marks = pattern in (_MARKS, _LOOSE)
            at = _visible(text, *found.span()) if marks else Span(*found.span())
            return Gap(at, strong)
    return None


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place that a pattern finds; a single capital letter is an initial, no word."""
    for found in pattern.finditer(text):
        word = found[0].split()[0] if found[0].split() else ""
        if not (word[:1].isupper() and not word[1:2].isalpha()):
            return found
    return None


def _visible(text: str, start: int, end: int) -> Span:
    """The gap with the word before it, so that there is something to see."""
    start = len(text[:start].rstrip())
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return Span(start, max(end, start + 1))


@cache
def _patterns(lang: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """What shows a gap in a language, strong ones first; empty where nothing is known of it."""
    table = read_table(files(__package__).joinpath("gaps.toml")).get(lang)
    if table is None:
        return ()
    word = {
        key: "|".join(map(re.escape, entries(words)))
        for key, words in table.items()
        if isinstance(words, str)
    }
    strong = rf"(?:{word['open']})(?:{_CLOSES})|(?:{word['needs']})\s+(?:{word['finite']})(?![\w-])"
    whole = [(re.compile(pattern), True) for pattern in table.get("patterns", ())]
    weak = [rf"(?:{word['weak']})(?:{_CLOSES})"] if "weak" in word else []
    found = [(re.compile(rf"(?<![\w-])(?:{strong})", re.IGNORECASE), True), *whole]
    found += [(re.compile(rf"(?<![\w-])(?:{one})", re.IGNORECASE), False) for one in weak]
    if "opening" in word:  # a finite verb, but not of a question
        found.append((re.compile(rf"^(?:{word['opening']})\b(?=[^?]*$)"), False))
    return tuple(found)
