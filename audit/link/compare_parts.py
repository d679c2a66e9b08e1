"""Compares two parts of names: whether Bahmut and Bakhmut are one, and how they differ then."""

from dataclasses import dataclass
from functools import lru_cache

from audit.lang import data
from audit.lang.given import is_relative, same_given_name
from audit.lang.inflection import inflects_to, left_over_inflection, lemma_keys
from audit.lang.lexicon import is_common
from audit.model.names import VariantKind
from audit.text.distance import at_least, distance
from audit.text.fold import CACHE, bare, roman, squeeze
from audit.text.scripts import main_script
from audit.text.skeleton import skeleton

SHORTEST = 3
"""Letters below which two different parts are two different words: Un/Il, Li/Lu."""
ALIKE = 0.2
"""Relative distance up to which two parts that nothing else ties may be one name. Chosen on the
development data: 87 % of true variants lie below it."""
ALIKE_TIED = 0.34
"""The same where the rest of the name is equal: Elon Musk / Ilon Mask."""


DOUBTFUL = 0.4
"""Of a match that says nothing by itself: Ivanov and Ivanova may be one man or a couple."""
SHORT_DOUBT = 0.1
"""Taken off where so few letters are compared that chance makes them alike: Peel/Pall."""


@dataclass(frozen=True, slots=True)
class PartMatch:
    """Two parts are one: how they differ (`kind` None: not at all) and how sure that is, 0..1."""

    kind: VariantKind | None
    confidence: float


SAME = PartMatch(None, 1.0)


@lru_cache(CACHE)
def compare_parts(first: str, second: str, lang: str, *, tied: bool) -> PartMatch | None:
    """How two parts of names match in a text in `lang`, or None where they are different names.

    `tied` says that something beside the two words speaks for one name, such as an equal surname.
    """
    if first == second:
        return SAME
    if squeeze(first) == squeeze(second):
        alike = only_emphasis(first, second)
        return SAME if alike else PartMatch(VariantKind.HYPHENATION, 0.9)
    if data(lang).declensions and inflects_to(first, second, lang):
        return SAME  # before marks are compared: Duda, Dudą
    if bare(first) == bare(second):
        return PartMatch(VariantKind.DIACRITICS, 0.9)
    if first.isupper() and second.isupper():
        return None  # acronyms: one letter makes another one
    if _digits(first) != _digits(second):
        return None  # F-16, F-35
    if main_script(first) != main_script(second):
        return _across_scripts(first, second, lang)
    if min(len(first), len(second)) < SHORTEST:
        return None
    if data(lang).inflected:
        return _inflected(first, second, lang, tied=tied)
    return _plain(first, second, lang, tied=tied)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def only_emphasis(first: str, second: str) -> bool:
    """Whether two writings of one name differ for the sake of their place: KYIV, Al-Assad."""
    return first.isupper() != second.isupper() or first[1:] == second[1:]


def _plain(first: str, second: str, lang: str, *, tied: bool) -> PartMatch | None:
    """Two words of one script in a language that does not inflect names."""
    given = same_given_name(first, second)
    strangers = given is False and not (tied and is_relative(first, second))
    match = None if strangers else _alike(first, second, lang, given=bool(given), tied=tied)
    return None if match is None or _two_words(first, second, lang) else match


def _alike(first: str, second: str, lang: str, *, given: bool, tied: bool) -> PartMatch | None:
    """Two words by their letters alone; `given` says that they are forms of one given name."""
    if skeleton(first) == skeleton(second):
        return PartMatch(VariantKind.ROMANIZATION, 0.9 - _doubt(first, second, lang, tied=tied))
    if data(lang).capitalises_nouns and not tied:
        return None  # most capitals are nouns there, and nouns have endings
    if given:  # Oleksandr is Alexander where the surname says so, and else maybe somebody else
        return PartMatch(VariantKind.SPELLING, 0.8 if tied else 0.6)
    if left_over_inflection(first, second) or left_over_inflection(second, first):
        if _gender_pair(first, second) and not tied:
            return PartMatch(VariantKind.INFLECTION, DOUBTFUL)
        doubt = _doubt(first, second, lang, tied=tied)
        return PartMatch(VariantKind.INFLECTION, (0.8 if tied else 0.7) - doubt)
    match = _spelling(first, second, tied=tied) if tied or _same_start(first, second) else None
    if match is None:
        return None
    doubt = _doubt(first, second, lang, tied=tied)
    return PartMatch(match.kind, round(max(match.confidence - doubt, DOUBTFUL), 2))


VOWELS = "aeiou"
ENDING_DOUBT = 0.1
"""Taken off where only the last vowel differs, as in two names of one root: Mario/Maria."""
WORD_DOUBT = 0.25
"""Taken off where one of the two is also a word of the language: Jury/Yury, River/Rivera."""


def _doubt(first: str, second: str, lang: str, *, tied: bool) -> float:
    if tied:
        return 0.0
    return WORD_DOUBT if is_common(first, lang) != is_common(second, lang) else 0.0


_HERS = ("ova", "eva", "ina", "aya", "aia", "ska", "ivna", "ovna", "evna")


def _gender_pair(first: str, second: str) -> bool:
    """Whether one is the form that a woman of the family bears: Ivanov, Ivanova."""
    return roman(max(first, second, key=len)).endswith(_HERS)


def _inflected(first: str, second: str, lang: str, *, tied: bool) -> PartMatch | None:
    """Two words of one script, compared in all the nominatives that they may be cases of."""
    if not (tied or _same_start(first, second)):
        return None
    best: PartMatch | None = None
    for one in _nominatives(first, lang):
        for other in _nominatives(second, lang):
            if same_given_name(one, other) is False or is_derived(one, other, lang):
                return None
            match = _doubted(_spelling(one, other, tied=tied))
            if match and (best is None or match.confidence > best.confidence):
                best = match
    return None if best is None or _two_words(first, second, lang) else best


@lru_cache(CACHE)
def _nominatives(word: str, lang: str) -> tuple[str, ...]:
    """The nominatives that a word may be a case of, in a fixed order."""
    return tuple(sorted(lemma_keys(word, lang)))


CASE_DOUBT = 0.1
"""Taken off a likeness of words that may both be oblique cases of two different names."""


def _doubted(match: PartMatch | None) -> PartMatch | None:
    if match is None or match.kind is not VariantKind.SPELLING:
        return match
    return PartMatch(match.kind, round(match.confidence - CASE_DOUBT, 2))


def _spelling(one: str, other: str, *, tied: bool) -> PartMatch | None:
    """Two nominatives that may be one name spelled twice."""
    shorter = min(len(skeleton(one)), len(skeleton(other)))
    limit = ALIKE_TIED if tied else ALIKE
    if shorter < SHORTEST or at_least(one, other) > limit * shorter:
        return None
    apart = distance(one, other) / shorter
    if apart > limit:
        return None
    if apart == 0 and len(one) > SHORTEST:
        return PartMatch(VariantKind.ROMANIZATION, 0.9)
    if skeleton(one).replace("h", "g") == skeleton(other).replace("h", "g"):
        return PartMatch(VariantKind.ROMANIZATION, 0.85)
    confidence = (0.9 if tied else 0.8) - apart
    if not tied and _other_ending(skeleton(one), skeleton(other)):
        confidence -= ENDING_DOUBT
    if shorter == SHORTEST:
        confidence -= SHORT_DOUBT
    return PartMatch(VariantKind.SPELLING, round(confidence, 2))


def _across_scripts(first: str, second: str, lang: str) -> PartMatch | None:
    """One word in the script of the text, the other left in another script."""
    inflected = data(lang).inflected
    ones = lemma_keys(first, lang) if inflected else {first}
    others = lemma_keys(second, lang) if inflected else {second}
    shortest = min(len(roman(first)), len(roman(second)))
    if shortest < SHORTEST:
        return None
    apart = min(
        distance(a, b) / max(1, min(len(skeleton(a)), len(skeleton(b))))
        for a in ones
        for b in others
    )
    if apart > ALIKE:
        return None
    return PartMatch(VariantKind.MIXED_SCRIPT, round(0.9 - apart, 2))


def _other_ending(one: str, other: str) -> bool:
    """Whether two skeletons differ only in the vowels that both end in: Mario, Maria."""
    stem = one.rstrip(VOWELS)
    return stem == other.rstrip(VOWELS) and len(stem) < min(len(one), len(other))


_STARTS = {"h": "g", "g": "g", "c": "k", "C": "k", "k": "k", "S": "s", "s": "s", "z": "s", "Z": "J",
           "J": "J", "v": "v", "b": "v", "f": "v", "Q": "s", "d": "t", "t": "t", "l": "r", "r": "r",
           "p": "p", "m": "m", "n": "n"}  # fmt: skip


def _same_start(first: str, second: str) -> bool:
    """Whether two words begin alike; names that differ in their first sound are different names."""
    one, other = skeleton(first)[:1], skeleton(second)[:1]
    return _STARTS.get(one, "a") == _STARTS.get(other, "a")


def _two_words(first: str, second: str, lang: str) -> bool:
    """Whether the two are words of the language, or one is made from the other: Libya, Libyan."""
    one, other = first.casefold(), second.casefold()
    if is_common(one, lang) and is_common(other, lang):
        return True
    language = data(lang)
    if one in language.demonyms or other in language.demonyms:
        return True
    return is_derived(first, second, lang)


def is_derived(first: str, second: str, lang: str) -> bool:
    """Whether one word is the other with an ending that `lang` makes another word with.

    Such endings are those of plurals, demonyms and possessives (Havel, Havlův), and those of
    adjectives where they only follow what is a place's name already (Doněck, doněcký).
    """
    shorter, longer = sorted((first.casefold(), second.casefold()), key=len)
    if not longer.startswith(shorter):
        return False
    primary, ending = lang.partition("-")[0], longer[len(shorter) :]
    if shorter.endswith(_PLACE_ENDINGS) and ending in _ADJECTIVE_ENDINGS.get(primary, ()):
        return True
    if primary == "en" and ending == "i" and shorter[-1:] in _VOWELS:
        return False  # Iraqi of Iraq, but Zelenskyi is another romanization of Zelensky
    return ending in _ENDINGS.get(primary, ())


_VOWELS = frozenset("aeiouy")
_ENDINGS = {
    "en": ("s", "es", "n", "ns", "an", "ian", "ese", "er", "ers", "ism", "ist", "ish", "i"),
    "cs": ("ův", "ova", "ovo", "ovu", "ově", "ovy", "ovou", "ových", "ovým", "ovými"),
    **dict.fromkeys(("fr", "es", "pt", "ca"), ("s", "es")),
}
_PLACE_ENDINGS = ("sk", "ck")
_ADJECTIVE_ENDINGS = {
    "cs": ("ý", "á", "é", "ého", "ému", "ém", "ým", "ou", "í", "ých", "ými"),
    "pl": ("i", "a", "ie", "iego", "iemu", "im", "iej", "ą", "ich", "imi"),
}
