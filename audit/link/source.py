"""What the source text says of names: which of its words each part of a name renders.

Where a document comes with its source, that decides what the target alone cannot: two spellings of
one source word are one name, however far apart, and two source words are two names, however alike.
In scripts with capitals these are the capitalised words of a sentence; elsewhere a stretch of it
that sounds like the part.
"""

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum

from rapidfuzz.distance import Prefix

from audit.lang import data, identify
from audit.lang.inflection import lemma_keys
from audit.link.source_sound import sounding
from audit.model.names import Mention
from audit.model.text import Document
from audit.text.distance import at_least, distance
from audit.text.scripts import main_script
from audit.text.skeleton import skeleton
from audit.text.tokens import tokens

RENDERS = 0.34
"""Relative distance up to which a part of a name renders a word of its source sentence; wider than
between two target forms, since only the few capitalised words of one sentence compete."""
CLEARLY = 0.1
"""How much nearer the best word must be than the next for the rendering to be sure."""
CASED_SCRIPTS = frozenset({"Latin", "Cyrillic", "Greek", "Armenian"})
"""Scripts that write names with capitals."""
SHORTEST = 3
"""Letters of a skeleton below which nothing is told."""

Keys = frozenset[str]
"""The nominatives, in lower case, that a source word may stand for; empty where none is found."""


class Evidence(Enum):
    """What the source says of two names."""

    SAME = "one source name"
    DIFFERENT = "two source names"


def source_language(document: Document) -> str:
    """The primary language tag of a document's source; empty where it brings none."""
    texts = [pair.source for pair in document.pairs] or [document.source or ""]
    if not any(texts):
        return ""
    return (document.source_lang or identify(" ".join(texts)).lang).partition("-")[0]


class SourceNames:
    """Finds the source words behind the names of one document; `lang` is the source's language."""

    def __init__(self, document: Document) -> None:
        self._spans = [pair.span for pair in document.pairs]
        self._texts = [pair.source for pair in document.pairs]
        if not self._texts and document.source:
            self._texts = [document.source]
        self._starts = [span.start for span in self._spans]
        self.lang = source_language(document)
        self._words: dict[int, tuple[Keys, ...]] = {}

    def __bool__(self) -> bool:
        """Whether the document brings a source at all."""
        return bool(self._texts)

    def behind(self, mention: Mention, parts: Sequence[str]) -> tuple[Keys, ...]:
        """For each part of a mention the source word it renders; all empty without a source."""
        at = self._text_of(mention)
        if at is None:
            return tuple(frozenset() for _ in parts)
        if main_script(self._texts[at]) not in CASED_SCRIPTS:
            found = (sounding(part, self._texts[at], self.lang) for part in parts)
            return tuple(frozenset({one}) if one else frozenset() for one in found)
        if at not in self._words:
            self._words[at] = tuple(self._names_in(self._texts[at]))
        return tuple(_rendered(part, self._words[at]) for part in parts)

    def _text_of(self, mention: Mention) -> int | None:
        """The index of the source text beside the mention."""
        if not self._texts:
            return None
        if not self._spans:
            return 0
        index = bisect_right(self._starts, mention.span.start) - 1
        return index if index >= 0 and self._spans[index].holds(mention.span) else None

    def _names_in(self, text: str) -> list[Keys]:
        """The keys of each capitalised word of a source text."""
        inflected = data(self.lang).inflected
        found = []
        for token in tokens(text, possessive=self.lang == "en"):
            if token.capital and not token.initials:
                nominatives = lemma_keys(token.text, self.lang) if inflected else ()
                found.append(frozenset(one.casefold() for one in (token.text, *nominatives)))
        return found


def _rendered(part: str, words: Sequence[Keys]) -> Keys:
    """The source word that a part renders, when one of them is clearly the nearest."""
    length = len(skeleton(part))
    if length < SHORTEST:
        return frozenset()
    ranked = sorted({(_nearest(part, keys), keys) for keys in set(words)}, key=lambda item: item[0])
    if not ranked or ranked[0][0] > RENDERS * length:
        return frozenset()
    if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < CLEARLY * length:
        return frozenset() if ranked[0][1].isdisjoint(ranked[1][1]) else ranked[0][1]
    return ranked[0][1]


def _nearest(part: str, keys: Keys) -> float:
    """The distance of a part from the nearest nominative of a source word."""
    bound = RENDERS * len(skeleton(part))
    near = [key for key in sorted(keys) if at_least(part, key) <= bound]
    return min((distance(part, key) for key in near), default=float("inf"))


def compare_sources(one: Sequence[Keys], other: Sequence[Keys]) -> Evidence | None:
    """What the source words behind two names of equally many parts say; None where too little.

    Two source words are one when they share a nominative, and two when their beginnings part
    early. Words that are merely alike say nothing: they may be two names, or one in a case or an
    adjective that no data knows (Кронштадт, Кронштадтский).
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a and b]
    if any(_shared_beginning(a, b) < PART_EARLY for a, b in pairs):
        return Evidence.DIFFERENT
    if len(pairs) == len(one) and not any(a.isdisjoint(b) for a, b in pairs):
        return Evidence.SAME
    return None


PART_EARLY = 0.5
"""Share of the shorter word, below which two source words with a common beginning are two names."""


def _shared_beginning(one: Keys, other: Keys) -> float:
    """The largest share of the shorter word that two nominatives have in common at the start."""
    return max(
        Prefix.similarity(a, b) / min(len(a), len(b)) for a in sorted(one) for b in sorted(other)
    )
