"""Romanization of Korean from Hangul: Revised Romanization and McCune-Reischauer.

Both write what is heard: a final letter changes before the next one (Sin-ra is said Silla). The
rules here are those that the two systems give for nouns; what only a dictionary knows (an n put in
between, 학여울) is not covered.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from audit.lang.romanization.scheme import Scheme
from audit.tables import read_table

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28
_WORD = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]+")

# Indices of initial letters.
_G, _N, _D, _R, _M, _B, _SILENT, _J, _H = 0, 2, 3, 5, 6, 7, 11, 12, 18
_ASPIRATED = {_G: 15, _D: 16, _J: 14}
"""What h makes of the letter that follows or goes before it."""
_CODAS = {"g": "k", "d": "t", "b": "p", "gg": "k"}
_NASAL = {"g": "ng", "d": "n", "b": "m"}
_INITIAL = {
    "g": 0, "kk": 1, "n": 2, "d": 3, "r": 5, "m": 6, "b": 7, "s": 9, "ss": 10, "j": 12, "ch": 14,
    "k": 15, "t": 16, "p": 17,
}  # fmt: skip
_LETTER_I = 20
_H_FINALS = frozenset({6, 15, 27})
_H_ALONE = 27
"""Final letters with h in them: ㄶ, ㅀ, ㅎ; the last of them."""


@dataclass(slots=True)
class _Syllable:
    """Indices of the initial letter and the vowel, and the final sound, by its Revised letter."""

    initial: int
    vowel: int
    final: int
    coda: str = ""


@cache
def _tables() -> dict[str, dict[str, str]]:
    file = files(__package__).joinpath("data", "hangul.toml")
    return read_table(file)


def _row(table: str, name: str) -> list[str]:
    return ["" if cell == "-" else cell for cell in _tables()[table][name].split()]


def _sounds(word: str) -> list[_Syllable]:
    """The syllables of a word as they are said one after the other."""
    kept, left, moved = (_row("finals", name) for name in ("kept", "left", "moved"))
    said = []
    for char in word:
        rest, final = divmod(ord(char) - _FIRST, _FINALS)
        initial, vowel = divmod(rest, _VOWELS)
        said.append(_Syllable(initial, vowel, final, kept[final]))
    for one, other in pairwise(said):
        if other.initial == _SILENT and one.final:
            one.coda = left[one.final]
            onset = moved[one.final]
            if other.vowel == _LETTER_I and onset in {"d", "t"}:
                onset = "j" if onset == "d" else "ch"
            other.initial = _INITIAL.get(onset, _SILENT)
        elif one.final in _H_FINALS and other.initial in _ASPIRATED:
            other.initial = _ASPIRATED[other.initial]
            one.coda = "" if one.final == _H_ALONE else kept[one.final]
        else:
            _assimilate(one, other)
    return said


def _assimilate(one: _Syllable, other: _Syllable) -> None:
    """What a final letter and the initial letter after it make of each other."""
    coda = "g" if one.coda == "gg" else one.coda
    if other.initial == _R:
        if coda in {"n", "l"}:
            one.coda = "l"
            other.initial = _L
        elif coda:
            one.coda = _NASAL.get(coda, coda)
            other.initial = _N
    elif other.initial == _N and coda == "l":
        other.initial = _L
    elif other.initial in {_N, _M} and coda in _NASAL:
        one.coda = _NASAL[coda]


_L = -1
"""An r that is said l, after another l."""


def _revised(word: str) -> str:
    initials, vowels = _row("revised", "initials"), _row("revised", "vowels")
    return "".join(
        ("l" if one.initial == _L else initials[one.initial])
        + vowels[one.vowel]
        + _CODAS.get(one.coda, one.coda)
        for one in _sounds(word)
    )


_VOICED = {0: "g", 3: "d", 7: "b", 12: "j"}
"""Initial letters that McCune-Reischauer voices between voiced sounds."""
_VOICED_CODAS = frozenset({"", "n", "m", "ng", "l"})


def _mccune_reischauer(word: str) -> str:
    initials, vowels = (_row("mccune-reischauer", name) for name in ("initials", "vowels"))
    written, before = "", None
    for one in _sounds(word):
        onset = "l" if one.initial == _L else initials[one.initial]
        if before is not None and before.coda in _VOICED_CODAS and one.initial in _VOICED:
            onset = _VOICED[one.initial]
            if before.coda == "n" and onset == "g":
                onset = "’g"  # Han’guk, not Hang-uk
        vowel = vowels[one.vowel]
        if not onset and vowel == "e" and written[-1:] in {"a", "o"}:
            vowel = "ë"
        written += onset + vowel + _CODAS.get(one.coda, one.coda)
        before = one
    return written


def _person(word: str) -> str:
    """A name of a family and one or two syllables, the syllables as if each stood alone.

    So the proclamation of 2000 has it for given names (Bitna, not Binna); the hyphen is usual.
    """
    families: dict[str, str] = _tables()["families"]
    family = families.get(word[0], _revised(word[0]).capitalize())
    given = "-".join(_revised(syllable) for syllable in word[1:]).capitalize()
    return f"{family} {given}".strip()


SCHEMES = (
    Scheme(
        "ko-revised-2000",
        "ko",
        "the Revised Romanization of Korean (2000)",
        lambda text: _WORD.sub(lambda word: _revised(word[0]).capitalize(), text),
    ),
    Scheme(
        "ko-mccune-reischauer",
        "ko",
        "McCune-Reischauer (1939)",
        lambda text: _WORD.sub(lambda word: _mccune_reischauer(word[0]).capitalize(), text),
    ),
    Scheme(
        "ko-person",
        "ko",
        "South Korean practice for persons",
        lambda text: _WORD.sub(lambda word: _person(word[0]), text),
        usage=True,
    ),
)
"""The schemes for Korean; a word begins with a capital, since names are what is romanized."""
