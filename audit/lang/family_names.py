"""Family names in Han and Hangul, which stand first in a name and tell where one begins."""

from functools import cache
from importlib.resources import files

from audit.lang.language import entries
from audit.tables import read_table


def written_family(text: str, lang: str) -> int:
    """How many characters of `text`, in its own script, are a family name; 0 for none.

    `text` begins with a name in the script of `lang` ("zh", "ko", "ja"); the longest entry counts.
    An everyday word that begins with the character of a family name has none (任命, to appoint).
    """
    if text[:2] in _words(lang):
        return 0
    known = _names().get(lang, frozenset())
    return next((size for size in (3, 2, 1) if text[:size] in known and len(text) >= size), 0)


@cache
def _table() -> dict[str, dict[str, str]]:
    file = files(__package__).joinpath("data", "family_names.toml")
    return read_table(file)


@cache
def _words(lang: str) -> frozenset[str]:
    """Two-character words that begin like a family name."""
    return frozenset(entries(_table().get(lang, {}).get("words", "")))


@cache
def _names() -> dict[str, frozenset[str]]:
    """The family names by language; Japanese ones have several characters."""
    found = {"ja": frozenset(entries(_table()["ja"]["names"]))}
    for lang in ("zh", "ko"):
        found[lang] = frozenset("".join(_table()[lang]["names"].split()))
    return found
