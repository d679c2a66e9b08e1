"""Words that cannot end a sentence, read from `data/<lang>.toml`."""

from functools import cache

from audit.detect.language_files import language_table


@cache
def never_last(lang: str) -> frozenset[str]:
    """Words, in lower case, behind which more must come; empty where nothing is known."""
    words: str = language_table(__package__, lang).get("never_last", "")
    return frozenset(words.split())
