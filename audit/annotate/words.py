"""The words of a segment with what their surroundings say of their capitals."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from audit.lang import data
from audit.model.text import BlockKind, Segment
from audit.text import quotes
from audit.text.tokens import Token, tokens

TITLE_CASE_SHARE = 0.75
"""Above this share of capitals among its longer words, a line is set in title case."""
TITLE_CASE_WORDS = 4
"""Fewer longer words than this tell nothing about how a line is set."""
LONGER_WORD = 4
"""Letters from which on title case capitalises a word whatever it is."""

_ELISION = re.compile(r"(?:l|d|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
_OPENS = frozenset(":—–-•*/|·….!?。>")
_BRACKETS = "\"“”„«»‘’‚'([ \u00a0"


class Word(NamedTuple):
    """A token with what its surroundings say of its capital."""

    token: Token
    weak: bool
    quoted: bool
    joined: bool
    """Stands one space after the word before it."""


_new = tuple.__new__
"""Makes a tuple of a named kind without the call of Python that its name makes."""


def words_of(segment: Segment) -> list[Word]:
    """The words of a segment with what stands before each of them."""
    text, quoted, words = segment.text, False, list[Word]()
    found = list(tokens(text, possessive=segment.lang.startswith("en")))
    if segment.lang.startswith("fr"):
        found = _without_elided(found)
    title_case = _title_case(found, segment)
    at = 0
    for index, token in enumerate(found):
        start, end, _ = token
        if start - at == 1 and index and text[at] == " ":  # most words: nothing else is to be asked
            words.append(_new(Word, (token, title_case, quoted, True)))
            at = end
            continue
        between = text[at:start]
        at = end
        quoted = quotes.after(between, inside=quoted)
        before = found[index - 1].text if index else ""
        weak = title_case or _opens_sentence(before, between, segment.lang)
        joined = between in (" ", "\u00a0") or (between == "" and index > 0)
        words.append(Word(token, weak, quoted, joined))
    return words


def _without_elided(found: Sequence[Token]) -> list[Token]:
    """French words less their elided article or preposition: l'Ukraine; not Giscard d'Estaing."""
    kept = list[Token]()
    for index, token in enumerate(found):
        elided = _ELISION.match(token.text) if index == 0 or token.text[0].islower() else None
        before = found[index - 1] if index else None
        surname = before and before.capital and before.end + 1 == token.start
        if elided and not surname:
            start = token.start + elided.end()
            token = Token(start, token.end, token.text[elided.end() :])  # noqa: PLW2901
        kept.append(token)
    return kept


def _opens_sentence(before: str, between: str, lang: str) -> bool:
    """Whether a capital stands for the sentence's sake after the word `before` and `between`.

    Speech opens a sentence after a colon or comma; a quoted name amid a sentence does not, nor
    does one after initials (John F. Kennedy) or an abbreviation that ends none (Mr. Brown).
    """
    outer = between.rstrip(_BRACKETS)
    if not outer:
        return not before
    if outer == "." and not data(lang).abbreviations.isdisjoint(
        {f"{before}.", f"{before.casefold()}."}
    ):
        return False
    if outer[-1] in _OPENS:
        return True
    spoken = any(char in between for char in _BRACKETS[:9])
    return spoken and outer[-1] == ","


def _title_case(found: Sequence[Token], segment: Segment) -> bool:
    """Whether the line capitalises its words as a headline does."""
    if segment.text.rstrip().endswith((".", "!", "…")):
        return False
    longer = [token for token in found if len(token.text) >= LONGER_WORD]
    if len(longer) < TITLE_CASE_WORDS:
        return False
    share = sum(token.capital for token in longer) / len(longer)
    return share >= TITLE_CASE_SHARE or (
        segment.kind is BlockKind.HEADING and share >= TITLE_CASE_SHARE / 2
    )


def shouting(words: Sequence[Word]) -> bool:
    """Whether a line is set in capitals throughout, so that they tell nothing."""
    longer = 0
    for word in words:
        if len(word.token.text) >= LONGER_WORD:
            if not word.token.shouted:
                return False
            longer += 1
    return longer >= TITLE_CASE_WORDS
