"""Names in Latin letters amid a text in another script: there, capitals tell."""

import re
from collections.abc import Iterator

from audit.model.names import Kind, Mention
from audit.model.text import Document
from audit.text import quotes

MOST_OF_SEGMENT = 0.8
"""Share of a segment from which on it is no text with a name in it but a line left as it was."""

_LETTER = "A-Za-zÀ-ÖØ-öø-\u024f\u1e00-\u1eff"
_JOINED = rf"(?:(?=[’'\-][{_LETTER}])[’'\-][{_LETTER}]{{1,40}}+){{0,5}}+"
_WORD = rf"(?=[^\W\d_a-zß-öø-ÿ])[{_LETTER}]{{1,40}}+{_JOINED}"
_SMALL = r"(?:van|von|der|den|de|di|da|del|della|dos|bin|bint|ibn|al|el|le|la|ter)"
_TITLE = r"(?!(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Prof|Pope)\b)"
_NAME = re.compile(
    rf"(?<![{_LETTER}\d@#./]){_TITLE}{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD})+(?![{_LETTER}\d@])"
)
"""Two words at least: one alone is as often a brand, a unit or an abbreviation."""


def latin_names(document: Document) -> Iterator[Mention]:
    """The runs of two and more Latin words in capitals, unless shouted or most of a segment."""
    for segment in document.segments:
        for found in _NAME.finditer(segment.text):
            words = found.group().split()
            if not (words[0][0].isupper() and words[-1][0].isupper()) or found.group().isupper():
                continue
            if len(found.group()) > MOST_OF_SEGMENT * len(segment.text):
                continue
            start, end = found.span()
            yield Mention(
                document=document.id,
                span=segment.at(start, end),
                text=found.group(),
                kind=Kind.NAME,
                lang=document.lang,
                sentence_start=start == 0,
                quoted=quotes.after(segment.text[:start], inside=False),
            )
