"""How common a word of English is, and two words in a row.

The counts are those of the frequency dictionaries that `symspellpy` ships (MIT): 82,765 words that
both the Google Books Ngram data and the SCOWL spelling lists hold, and the 242,342 most frequent
pairs of such words. Other languages have none here.
"""

import math
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from audit.tables import kept

_FILE = "frequency_dictionary_en_82_765.txt"
_PAIRS = "frequency_bigramdictionary_en_243_342.txt"


def counts(lang: str) -> Mapping[str, int]:
    """Occurrences by word, in lower case, in some 600 billion words of text; empty if unknown."""
    return _english() if lang.partition("-")[0] == "en" else _NONE


_NONE: Mapping[str, int] = MappingProxyType({})


@cache
def _english() -> Mapping[str, int]:
    """Read the list, a word and its count on each line, once a process."""
    content = listing("en")

    def parsed() -> dict[str, int]:
        fields = content.decode("utf-8-sig").split()
        return dict(zip(fields[::2], map(int, fields[1::2]), strict=True))

    return MappingProxyType(_kept(_FILE, content, parsed))


@cache
def listing(lang: str) -> bytes:
    """What the counts of a language are read from; changes whenever they change."""
    file = files("symspellpy").joinpath(_FILE)
    return file.read_bytes() if lang.partition("-")[0] == "en" else b""


def go_together(first: str, second: str, lang: str) -> bool:
    """Whether two words in lower case are a frequent pair, more so than chance would have it.

    Chance is what the counts of the single words let expect (pointwise mutual information above
    1). False where nothing is known.
    """
    words = counts(lang)
    if first not in words or second not in words:
        return False
    seen = _pairs().get(f"{first} {second}", 0)
    return seen * _total() > math.e * words[first] * words[second]


UNSEEN = 0.3
"""Share of the rarest listed pair's count that a pair out of the list is taken to have at most."""


def log_chance(first: str | None, second: str, lang: str, otherwise: int) -> float:
    """The natural logarithm of the chance that `second` follows `first`, both in lower case.

    By the counts of pairs, and for pairs that are too rare for the list by what chance would have
    (add-nothing back-off to single words), but no more than the list would have shown. `first` is
    None where nothing is known of it; a word without a count has `otherwise`.
    """
    words = counts(lang)
    second_count = words.get(second, otherwise)
    if first is None:
        return math.log(second_count / _total())
    first_count = words.get(first, otherwise)
    seen: float = _pairs().get(f"{first} {second}", 0)
    if not seen:
        seen = min(UNSEEN * _rarest_pair(), first_count * second_count / _total())
    return math.log(seen / first_count)


@cache
def _rarest_pair() -> int:
    """Occurrences of the rarest pair in the list."""
    return min(_pairs().values())


@cache
def _total() -> int:
    """Occurrences of all words together."""
    return sum(_english().values())


@cache
def _pairs() -> Mapping[str, int]:
    """Read the pairs, two words with a blank between them, once a process and only when asked."""
    content = files("symspellpy").joinpath(_PAIRS).read_bytes()

    def parsed() -> dict[str, int]:
        lines = (line.rpartition(" ") for line in content.decode("utf-8-sig").splitlines() if line)
        return {pair: int(count) for pair, _, count in lines}

    return MappingProxyType(_kept(_PAIRS, content, parsed))


def _kept(name: str, content: bytes, parsed: Callable[[], dict[str, int]]) -> dict[str, int]:
    """The counts that `parsed` reads from `content`, kept in this package."""
    home = files(__package__)
    made_from = (home.joinpath("frequency.py").read_bytes(), content)
    return kept(home / name, made_from, dict[str, int], parsed)
