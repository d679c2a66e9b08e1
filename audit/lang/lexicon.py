"""Whether a word is a common word of a language."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from audit.lang.word_list import word_list

if TYPE_CHECKING:
    from simplemma import Lemmatizer

COMMON_CACHE = 1 << 16
"""Distinct words remembered per process."""

# Languages whose word lists are good enough to tell common words from names.
_LISTED = frozenset({"en", "uk", "ru", "de", "fr", "es", "pl", "cs", "it", "pt", "nl", "sv", "sk"})


@lru_cache(COMMON_CACHE)
def is_common(word: str, lang: str) -> bool:
    """Whether `word`, in lower case, is in the word list of `lang`.

    The lists are those of `simplemma` (MIT; inflected forms with their lemmas). They hold common
    words and also the best-known first names and places, so a word that is in a list may still be
    a name; one that is not is hardly a common word. False for languages without a list.
    """
    primary = lang.partition("-")[0]
    if primary not in _LISTED:
        return False
    return _is_listed(word.lower(), primary)


@lru_cache(COMMON_CACHE)
def is_plain_word(word: str, lang: str) -> bool:
    """Whether `word` is in the word list of `lang` as something other than a proper name.

    The lists give a word that is a name alone with a capital lemma ("путин": "Путин"). German
    writes every noun so; there a listed word counts as a plain one, as does a compound of two.
    """
    primary = lang.partition("-")[0]
    if primary not in _LISTED:
        return False
    lowered = word.lower()
    if primary == "de":
        return is_common(lowered, lang) or _is_compound(lowered, lang)
    return _is_listed(lowered, primary) and lemmatizer().lemmatize(lowered, primary).islower()


def has_list(lang: str) -> bool:
    """Whether a word list is there for a BCP 47 tag."""
    return lang.partition("-")[0] in _LISTED


_NAMES_KNOWN = frozenset({"uk", "ru", "pl", "cs"})
"""Languages whose lists tell a name from a word; elsewhere they hold holidays and brands, too."""


def is_unlisted(word: str, lang: str) -> bool:
    """Whether a list for `lang` is there and does not have `word`, or only as a proper name."""
    primary = lang.partition("-")[0]
    if primary not in _LISTED:
        return False
    return not (is_plain_word if primary in _NAMES_KNOWN else is_common)(word, lang)


SHORTEST_PART = 3
"""Letters of the shortest part of a German compound: Tal-straße."""


def _is_compound(word: str, lang: str) -> bool:
    """Whether a word falls into two words of the language, with or without a linking s."""
    return any(
        is_common(word[at:], lang)
        and (
            is_common(word[:at], lang) or (word[at - 1] == "s" and is_common(word[: at - 1], lang))
        )
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    )


def _is_listed(word: str, primary: str) -> bool:
    """Whether the list of a language has `word`, with or without a capital, as simplemma looks."""
    lemmas, word = word_list(primary), unicodedata.normalize("NFC", word)
    written = [word]
    if _APOSTROPHE.search(word):
        written += [_APOSTROPHE.sub(mark, word) for mark in "'’ʼ"]
    return any(one in lemmas or _other_case(one) in lemmas for one in written)


_APOSTROPHE = re.compile("['’ʼ]")


def _other_case(word: str) -> str:
    return word.lower() if word[:1].isupper() else word.capitalize()


class _WordLists:
    """The lists as simplemma asks for them."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """Lemmas by form in one language."""
        return word_list(lang)


@cache
def lemmatizer() -> "Lemmatizer":
    """The lemmatizer of `simplemma`, with the word lists as they are unpacked here."""
    from simplemma import Lemmatizer  # noqa: PLC0415 - takes a while, and is rarely needed
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_WordLists()))
