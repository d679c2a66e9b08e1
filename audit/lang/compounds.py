"""Compounds: words that a list does not hold, but whose parts it does.

German writes compounds as one word and makes new ones every day; no list holds them. Between the
parts may stand a joint (Fugenelement; Duden, Die Grammatik, "Die Fugenelemente").
"""

from functools import lru_cache

from audit.lang.lexicon import COMMON_CACHE, is_common

JOINTS = ("", "s", "n", "en", "es", "e", "er")
"""What German puts between two parts; the first part keeps it."""
SHORTEST_HEAD = 4
SHORTEST_TAIL = 5
"""Letters of the parts; shorter ones are endings of names as often: Wat-ford, Zucker-berg."""


@lru_cache(COMMON_CACHE)
def is_compound(word: str, lang: str) -> bool:
    """Whether `word`, in lower case, is made of common words of `lang`; German alone is known."""
    if lang.partition("-")[0] != "de":
        return False
    for at in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        if is_common(word[at:], lang) and _is_head(word[:at], lang):
            return True
    return False


def _is_head(head: str, lang: str) -> bool:
    """Whether `head` is a common word or compound, a joint left out."""
    for joint in JOINTS:
        bare = head.removesuffix(joint) if joint else head
        if joint and bare == head:
            continue
        if len(bare) >= SHORTEST_HEAD and (is_common(bare, lang) or is_compound(bare, lang)):
            return True
    return False
