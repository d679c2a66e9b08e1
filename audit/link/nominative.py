"""The nominative of a name that was met in other cases, where that is certain."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Prefix

from audit.lang.inflection import lemma_keys
from audit.text.distance import distance
from audit.text.fold import parts
from audit.text.skeleton import skeleton


def nominative(text: str, cases: Sequence[str], others: Sequence[str], lang: str) -> str:
    """`text` with each word in the nominative, if the forms met leave one possibility only.

    `cases` are other case forms of the name, `others` other spellings of it, in any script. A word
    stays as it is where its forms agree with several nominatives.
    """
    words = parts(text)
    told = [one for one in map(parts, cases) if len(one) == len(words)]
    likes = [one for one in map(parts, others) if len(one) == len(words)]
    loose = {word for one in map(parts, others) for word in one}
    for number, word in enumerate(words):
        met = {one[number] for one in told} | {word}
        same = {one[number] for one in likes} | loose
        better = _nominative(word, met, same, lang)
        if better != word:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", better, text, count=1)
    return text


def _nominative(word: str, met: set[str], others: set[str], lang: str) -> str:
    """The nominative of one word, or the word itself where that is not certain.

    Of several nominatives that all forms may be cases of, another spelling of the name may tell
    the right one (Вагнера beside Wagner is of Вагнер).
    """
    possible = frozenset.intersection(*(lemma_keys(one, lang) for one in sorted(met)))
    if len(possible) > 1:
        possible = _nearest(word, possible, others)
    if len(possible) != 1:
        return word
    (key,) = possible
    kept = Prefix.similarity(word.casefold().replace("ё", "е"), key.replace("ё", "е"))
    return word[:kept] + key[kept:]


NEAR = 0.34
"""Relative distance up to which another word spells the same name."""


CLEARLY = 0.4
"""How much nearer a nominative must be than the word as it stands; a case vowel costs 0.5."""


def _nearest(word: str, possible: frozenset[str], others: set[str]) -> frozenset[str]:
    """The nominatives that are nearest to another spelling, and nearer than the word itself."""
    apart = {key: _apart(key, others) for key in sorted(possible)}
    least = min(apart.values())
    if least > NEAR * len(skeleton(word)) or _apart(word, others) - least < CLEARLY:
        return frozenset()
    return frozenset(key for key, far in apart.items() if far == least)


def _apart(word: str, others: set[str]) -> float:
    return min((distance(word, other) for other in sorted(others)), default=float("inf"))
