"""Finds names that stand apart here and together elsewhere: Lingdong, Ling Dong.

Two words side by side that are a name of the text with another division are that name, though a
finder may have seen no name there: at the start of a sentence, or among words of the language.
"""

import re
from collections.abc import Iterable, Iterator

from audit.model.names import Mention
from audit.model.text import Document
from audit.text import quotes

SHORTEST = 6
"""Letters of a name below which two words may make it by chance: Onto, On To."""

_TWO_WORDS = re.compile(r"(?<![\w’'.-])(?=(([^\W_a-z][^\W_]+) ([^\W_]{2,}))(?![\w’-]))")
_HYPHENS = re.compile(r"[-‐‑]")


def divided(mentions: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """The mentions, and those of the same names in two words."""
    together = dict[str, Mention]()
    for mention in mentions:
        yield mention
        letters = _HYPHENS.sub("", mention.text)
        if " " not in letters and len(letters) >= SHORTEST:
            together.setdefault(letters.casefold(), mention)
    folded = document.text.casefold()
    if not any(_may_be_apart(name, folded) for name in together):
        return
    for segment in document.segments:
        text = segment.text
        for found in _TWO_WORDS.finditer(text):
            both, first, second = found.groups()
            if not first[0].isupper():
                continue
            name = together.get((first + second).casefold())
            if name and (second[0].isupper() or _hyphen_between(name.text, first, second)):
                start = found.start()
                yield Mention(
                    document=document.id,
                    span=segment.at(start, start + len(both)),
                    text=both,
                    kind=name.kind,
                    lang=name.lang,
                    sentence_start=start == 0,
                    quoted=quotes.after(text[:start], inside=False),
                )


def _may_be_apart(name: str, text: str) -> bool:
    """Whether a name stands in `text` with a blank somewhere; both are folded."""
    return any(f"{name[:at]} {name[at:]}" in text for at in range(1, len(name)))


def _hyphen_between(name: str, first: str, second: str) -> bool:
    """Whether the name has a hyphen where the two words part."""
    return bool(_HYPHENS.fullmatch(name[len(first) : len(name) - len(second)]))
