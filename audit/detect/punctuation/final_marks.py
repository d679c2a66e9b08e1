"""How a passage ends: as a statement or a question, in the marks of its language.

The question mark is ; in Greek and ؟ in Arabic script (Unicode Standard, chapter 6.2). Japanese and
Chinese may ask by a particle and a full stop alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_CLOSERS = "\"'”“’»«›)]）」』】》〉*_ \t\n\u00a0\u200b"
_QUESTION = "?？؟⁇⁈⁉"
_PARTICLES = {
    "ja": re.compile("(?:か|かな|かしら|の|だろう|でしょう)[。．]?$"),
    "zh": re.compile("(?:吗|嗎|呢|吧|么|麼)[。．！]?$"),
    "ko": re.compile("(?:까|나요|가요|니)[.。]?$"),
    "th": re.compile("(?:ไหม|มั้ย|หรือ)$"),
}
_LAST_WORD = re.compile(r"(?<![\w'’-])[\w'’-]+$")


@dataclass(frozen=True, slots=True)
class Ending:
    """The last mark at `start:end`, or the last word where no mark ends the passage.

    `asks` says that a word makes it a question, whatever the mark.
    """

    question: bool
    statement: bool
    asks: bool
    start: int
    end: int


@lru_cache(256)
def ending(text: str, lang: str) -> Ending | None:
    """How `text` in `lang` ends; None where it has no letter, or ends in another mark."""
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return None
    last, primary = bare[-1], lang.partition("-")[0]
    asks = primary in _PARTICLES and bool(_PARTICLES[primary].search(bare))
    question = last in _QUESTION or (primary == "el" and last in ";\u037e")
    # "?!" and the "?.." of Slavic texts ask, too
    marks = re.search(r"(?<![?？؟!！.…。])[?？؟!！.…。]+$", bare)
    if marks:
        question = question or any(mark in _QUESTION for mark in marks[0])
        return Ending(question, not question, asks, marks.start(), len(bare))
    if question:
        return Ending(True, False, asks, len(bare) - 1, len(bare))
    word = _LAST_WORD.search(bare)
    if word is None:
        return None
    return Ending(False, False, asks, word.start(), word.end())


def has_question(text: str, lang: str) -> bool:
    """Whether a question mark of the language stands anywhere in a text."""
    if lang.partition("-")[0] == "el" and any(mark in text for mark in ";\u037e"):
        return True
    return any(mark in text for mark in _QUESTION)
