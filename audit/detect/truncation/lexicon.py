"""Words that cannot end a sentence, read from `data/<lang>.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def never_last(lang: str) -> frozenset[str]:
    """Words, in lower case, behind which more must come; empty where nothing is known."""
    primary = lang.partition("-")[0]
    file = files(__package__) / "data" / f"{primary}.toml"
    if not primary.isalpha() or not file.is_file():
        return frozenset()
    words: str = tomllib.loads(file.read_text(encoding="utf-8"))["never_last"]
    return frozenset(words.split())
