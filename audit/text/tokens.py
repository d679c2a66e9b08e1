"""Word tokens as name finding needs them: with initials, inner apostrophes and hyphens."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from audit.text.scripts import COMMON, main_script

_LETTER = r"[^\W\d_]"
_MARK = r"[\u0300-\u036f]"
"""Python's \\w leaves combining marks out; they stand behind letters."""
# More letters, with their marks, and digits; bare ones, which most are, in one step.
_MORE = rf"[^\W_]*(?:(?<={_LETTER}){_MARK}+[^\W_]*)*"
_TOKEN = re.compile(
    rf"{_LETTER}(?:"  # before the choice, so that a search skips all that is no letter
    rf"{_MARK}*\.(?:{_LETTER}{_MARK}*\.){{0,2}}(?=\s?{_LETTER})"  # initials: N. I. Pirogov
    rf"|{_MORE}(?:[’'ʼ`\-‐‑](?=[^\W_]){_MORE})*)"
)
_POSSESSIVE = re.compile(r"[’'](?:[sS]|ll|ve|re)$|(?<=[sS])[’']$")
"""English endings behind an apostrophe, of verbs too: Anderson’ll. Sa'd and As'ad are names."""
_HYPHEN = re.compile(r"[\-‐‑]")
_PREFIXED = re.compile(r"(?:al|el|ad|ar|as|at|an|ash|az|ul|d|l|de)[-’'‑](?=[^\W\d_])")


class Token(NamedTuple):
    """One word of a text: `text[start:end]`; a possessive ending is left out of it."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it is written like a name: Kim, al-Assad, d'Estaing, McDonald; not iPhone."""
        if self.text.islower():  # most words
            return False
        if self.text[0].isupper():
            return True
        if self.text.isalpha():
            return False
        prefix = _PREFIXED.match(self.text)
        return prefix is not None and self.text[prefix.end()].isupper()

    @property
    def initials(self) -> bool:
        """Whether it is one or more initials with their full stops."""
        return self.text.endswith(".")

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout, as an acronym or a headline is."""
        return len(self.text) > 1 and self.text.isupper() and not self.initials


_new = tuple.__new__


def tokens(text: str, *, possessive: bool) -> Iterator[Token]:
    """The words of `text` in order; `possessive` says whether 's ends are to be left out.

    A hyphen between two scripts parts two words: Inu-монета.
    """
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        whole = text[start:end]
        if whole.isalpha():  # most words, of which nothing is to be left out
            yield _new(Token, (start, end, whole))
            continue
        for word in _by_script(whole):
            marked = possessive and ("'" in word or "’" in word)
            ending = _POSSESSIVE.search(word) if marked else None
            kept = word[: ending.start()] if ending else word
            # As `Token(...)`, without the call of Python that this makes of each of many words.
            yield _new(Token, (start, start + len(kept), kept))
            start += len(word) + 1


def _by_script(word: str) -> list[str]:
    """`word` cut at its hyphens between two scripts, which few words have."""
    if word.isascii() or not _HYPHEN.search(word):
        return [word]
    pieces = _HYPHEN.split(word)
    found = [pieces[0]]
    for piece in pieces[1:]:
        known = {main_script(found[-1]), main_script(piece)} - {COMMON}
        if len(known) > 1:
            found.append(piece)
        else:
            found[-1] += word[len("-".join(found))] + piece
    return found
