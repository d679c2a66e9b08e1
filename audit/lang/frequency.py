"""How common a word of English is.

The counts are those of the frequency dictionary that `symspellpy` ships (MIT): 82,765 words that
both the Google Books Ngram data and the SCOWL spelling lists hold. Other languages have none here.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_FILE = "frequency_dictionary_en_82_765.txt"


def counts(lang: str) -> Mapping[str, int]:
    """Occurrences by word, in lower case, in some 600 billion words of text; empty if unknown."""
    return _english() if lang.partition("-")[0] == "en" else _NONE


_NONE: Mapping[str, int] = MappingProxyType({})


@cache
def _english() -> Mapping[str, int]:
    """Read the list, a word and its count on each line, once a process."""
    fields = files("symspellpy").joinpath(_FILE).read_text(encoding="utf-8-sig").split()
    return MappingProxyType(dict(zip(fields[::2], map(int, fields[1::2]), strict=True)))
