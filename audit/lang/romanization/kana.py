"""Romanization of Japanese from kana: modified Hepburn, Hepburn as the press prints it, Kunrei."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

from audit.lang.romanization.scheme import Scheme
from audit.tables import read_table

_WORD = re.compile("[ぁ-ゖァ-ヺー]+")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヷ"))}
_SMALL_Y = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_SIBILANTS = {"shi": "sh", "chi": "ch", "ji": "j"}
"""Syllables whose y is not written before another vowel."""
_MACRON, _CIRCUMFLEX = "\u0304", "\u0302"


@cache
def _table(kunrei: bool) -> dict[str, str]:
    file = files(__package__).joinpath("data", "kana.toml")
    tables = read_table(file)
    names = ("hepburn", "foreign", "kunrei") if kunrei else ("hepburn", "foreign")
    rows = (entry.split() for name in names for entry in tables[name].split(","))
    return {row[0]: row[1] for row in rows if row}


def _syllables(word: str, *, kunrei: bool) -> list[str]:
    """A word in Latin syllables; "ー" stays, "ん" is "n" or "n’", a doubled letter stands alone."""
    table, found, double, at = _table(kunrei), list[str](), False, 0
    kana = word.translate(_TO_HIRAGANA)
    while at < len(kana):
        pair, one = kana[at : at + 2], kana[at]
        if pair in table:
            latin, step = table[pair], 2
        elif len(pair) == 2 and pair[1] in _SMALL_Y and one in table:
            stem = table[one]
            start = _SIBILANTS.get(stem, stem[:-1] + "y")
            latin, step = start + _SMALL_Y[pair[1]], 2
        elif one == "ん":
            apart = table.get(kana[at + 1 : at + 2], "")[:1] in {*"aiueoy"} - {""}
            latin, step = ("n’" if apart else "n"), 1
        elif one == "っ":
            double, at = True, at + 1
            continue
        else:
            latin, step = table.get(one, one), 1
        if double:
            found.append("t" if latin.startswith("ch") else latin[:1])
            double = False
        found.append(latin)
        at += step
    return found


def _long(syllables: list[str], mark: str) -> str:
    """The syllables with long vowels marked: ou and oo as ō, uu as ū, and what "ー" lengthens."""
    written = ""
    for syllable in syllables:
        last = written[-1:]
        lengthens = syllable == "ー" or (syllable in {"u", "o"} and last == "o")
        lengthens = lengthens or (syllable in {"u", "a", "e"} and last == syllable)
        written += mark if lengthens and last and last in "aiueo" else syllable.replace("ー", "")
    return unicodedata.normalize("NFC", written)


def _writer(word: str, mark: str, *, kunrei: bool = False) -> str:
    return _long(_syllables(word, kunrei=kunrei), mark).capitalize()


SCHEMES = (
    Scheme(
        "ja-hepburn",
        "ja",
        "modified Hepburn",
        lambda text: _WORD.sub(lambda word: _writer(word[0], _MACRON), text),
    ),
    Scheme(
        "ja-hepburn-press",
        "ja",
        "Hepburn without marks (English press usage)",
        lambda text: _WORD.sub(lambda word: _writer(word[0], "").replace("’", ""), text),
        usage=True,
    ),
    Scheme(
        "ja-kunrei-1954",
        "ja",
        "Kunrei-shiki (1954)",
        lambda text: _WORD.sub(lambda word: _writer(word[0], _CIRCUMFLEX, kunrei=True), text),
    ),
)
"""The schemes for Japanese; a word begins with a capital, since names are what is romanized."""
