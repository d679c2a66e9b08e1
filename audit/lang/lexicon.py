"""Whether a word is a common word of a language."""

from functools import lru_cache

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
    import simplemma  # noqa: PLC0415 - loading its dictionaries takes a quarter of a second

    return simplemma.is_known(word.lower(), primary)
