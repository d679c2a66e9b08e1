"""One side of a pair of sentences, with everything that looking for a name in it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from audit.annotate.words import Word, words_of
from audit.lang import data
from audit.lang.lexicon import is_plain_word
from audit.model.place import Span
from audit.model.text import Segment
from audit.text.distance import at_least, distance
from audit.text.fold import bare, roman, squeeze
from audit.text.skeleton import consonants, skeleton

CASELESS = frozenset({"ar", "fa", "he", "hi", "ja", "ka", "ko", "mr", "ne", "th", "ur", "zh"})
"""Languages whose script has no capitals, however many Latin letters a text of theirs holds."""
UNSPACED = frozenset({"ja", "th", "zh"})
"""Those of them that set no spaces between words."""
ALIKE = 0.45
"""Relative distance up to which a word may render a name; wide, since a name that is only
rendered oddly has not been left out."""
ALIKE_A_NOUN = 0.2
"""The same for a plain noun of a language that gives all nouns capitals."""
STEM = 0.7
"""Share of the shorter word that a common beginning must have: Washingtoner, Washington."""
LETTERS_OF_STEM = 4
"""Letters that such a beginning must have at least."""
LIKE_A_STRETCH = 60.0
"""Likeness, 0..100, from which on consonants may stand somewhere in an unspaced text."""


# No slots: what is derived from the text is made on first use and kept.
@dataclass(frozen=True)
class Side:
    """The source or the target of one pair, in a language given by its primary subtag."""

    text: str
    lang: str

    @cached_property
    def cased(self) -> bool:
        """Whether its names have capitals."""
        return self.lang not in CASELESS

    @cached_property
    def spaced(self) -> bool:
        """Whether its words stand apart."""
        return self.lang not in UNSPACED

    @cached_property
    def words(self) -> Sequence[Word]:
        """Its words with what stands before each."""
        return words_of(Segment(Span(0, len(self.text)), self.text, self.lang))

    @cached_property
    def _bare(self) -> str:
        return bare(self.text)

    @cached_property
    def _letters(self) -> str:
        # Folding takes the voicing marks off kana; there the reading is wanted as it stands.
        read = roman(self.text) if self.cased else anyascii(self.text).casefold()
        return squeeze(read)

    @cached_property
    def _consonants(self) -> str:
        return consonants(self._letters)

    def holds(self, form: str) -> bool:
        """Whether a form stands in it whatever its capitals and marks."""
        return bare(form) in self._bare

    def begins(self, stem: str) -> bool:
        """Whether some word of it begins so, whatever its capitals and marks."""
        wanted = bare(stem)
        return any(bare(word.token.text).startswith(wanted) for word in self.words)

    def has_like(self, part: str) -> bool:
        """Whether some stretch of it may render a part of a name, or be rendered by it."""
        if not self.cased:
            return self._has_word_like(part) if self.spaced else self._has_sound(part)
        return any(self._like(part, word) for word in self._capitalised) or (
            len(part) >= LETTERS_OF_STEM and squeeze(roman(part)) in self._letters
        )

    @cached_property
    def _capitalised(self) -> Sequence[str]:
        """Its words with a capital, which may be names."""
        return [word.token.text for word in self.words if word.token.capital]

    def _like(self, part: str, word: str) -> bool:
        """Whether a word may be a part of a name; a plain one has to be it nearly letter by letter.

        Where all nouns have capitals, some noun is always a little like a name.
        """
        if not alike(part, word):
            return False
        if not data(self.lang).capitalises_nouns or not is_plain_word(word, self.lang):
            return True
        shorter = min(len(skeleton(part)), len(skeleton(word)))
        return distance(part, word) <= ALIKE_A_NOUN * shorter or part[:4] == word[:4]

    def _has_word_like(self, part: str) -> bool:
        """The same for a text in words without capitals: any word may be a name."""
        return any(alike(part, word) for word in self.text.split())

    def _has_sound(self, part: str) -> bool:
        """The same for a text whose words cannot be told or sound only roughly as they read."""
        sounds = consonants(part)
        if len(sounds) < 2:
            return True
        return fuzz.partial_ratio(sounds, self._consonants) >= LIKE_A_STRETCH


CONFUSED = 0.3
"""Relative distance up to which one name may be taken for another: Belgorod, Belgrade."""


def easily_confused(one: str, other: str) -> bool:
    """Whether a translator may take one name for the other; not America and the Americas."""
    first, second = skeleton(one), skeleton(other)
    if first.rstrip("s") == second.rstrip("s"):
        return False
    limit = CONFUSED * min(len(first), len(second))
    return at_least(one, other) <= limit and distance(one, other) <= limit


def alike(one: str, other: str) -> bool:
    """Whether two words may be one name in two languages: Neapel, Naples."""
    first, second = skeleton(one), skeleton(other)
    shorter = min(len(first), len(second))
    if shorter < 2:
        return False
    shared = Prefix.similarity(first, second)
    if shared >= LETTERS_OF_STEM and shared >= STEM * shorter:
        return True
    if shorter >= LETTERS_OF_STEM:  # an ending of the source language: Києвом, Kyiv
        first, second = first[:shorter], second[:shorter]
    return _near(one, other, shorter) or _near(first, second, shorter)


def _near(one: str, other: str, shorter: int) -> bool:
    limit = ALIKE * shorter
    return at_least(one, other) <= limit and distance(one, other) <= limit
