"""Reads Latin spellings of Chinese, Japanese and Korean names as syllables, by any system.

A spelling seldom tells its system, so a syllable stands for every sound that it may write: `chu` is
zhu, ju, chu or qu. Two spellings may be one name where each syllable of one shares a sound with its
partner.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from audit.text.fold import CACHE, roman


@dataclass(frozen=True, slots=True)
class Syllable:
    """One written syllable: its spelling and the sounds that each of its parts may stand for.

    A part is a bit mask: onset, vowel and coda in Korean, the whole syllable in Chinese.
    """

    spelling: str
    parts: tuple[int, ...]
    standard: bool
    """Whether it is spelled as Pinyin, Hepburn or the Revised Romanization spell it."""


Reading = tuple[Syllable, ...]


LONGEST = 64
"""Letters beyond which no name has so few syllables as are read."""


def shares(one: Syllable, other: Syllable) -> bool:
    """Whether two syllables may write one sound."""
    return all(a & b for a, b in zip(one.parts, other.parts, strict=True))


def _masks(table: dict[str, list[str]]) -> dict[str, int]:
    masks: dict[str, int] = {}
    for number, (sound, spellings) in enumerate(table.items()):
        for spelling in (sound, *spellings) if sound != "none" else spellings:
            key = roman(spelling)
            masks[key] = masks.get(key, 0) | 1 << number
    return masks


def _table(name: str) -> dict[str, dict[str, list[str]]]:
    text = files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any_of(spellings: Iterable[str]) -> str:
    """A pattern for any of some spellings, the longest first: a tree of their first letters.

    A plain list of a few hundred would be tried one by one at each letter.
    """
    after = defaultdict[str, list[str]](list)
    for one in sorted(spellings):
        if one:
            after[one[0]].append(one[1:])
    branches = []
    for letter, rest in after.items():
        longer = _any_of(rest)
        last = "?" if "" in rest else ""
        branches.append(re.escape(letter) + (f"(?:{longer}){last}" if longer else ""))
    return "|".join(branches)


@dataclass(frozen=True, slots=True)
class _Reader:
    whole: re.Pattern[str]
    syllable: re.Pattern[str]
    masks: tuple[dict[str, int], ...]
    standard: tuple[frozenset[str], ...]
    met: dict[tuple[str, ...], Syllable] = field(default_factory=dict)
    """The syllables read so far, by their parts; a language has a few hundred."""

    def read(self, word: str) -> Reading | None:
        if len(word) > LONGEST or not self.whole.fullmatch(word):
            return None
        found = []
        for match in self.syllable.finditer(word):
            groups = match.groups(default="")
            syllable = self.met.get(groups)
            if syllable is None:
                syllable = self.met[groups] = self._syllable(groups)
            found.append(syllable)
        return tuple(found) if "".join([s.spelling for s in found]) == word else None

    def _syllable(self, groups: tuple[str, ...]) -> Syllable:
        parts = tuple(m[g] for m, g in zip(self.masks, groups, strict=True))
        usual = all(g in s for g, s in zip(groups, self.standard, strict=True))
        return Syllable("".join(groups), parts, usual)


@cache
def _chinese() -> _Reader:
    table = _table("chinese")["syllables"]
    masks = _masks(table)
    one = f"(?:{_any_of(masks)})"
    syllable = re.compile(f"({_any_of(masks)})(?=(?:{one})*$)")
    return _Reader(re.compile(f"{one}{{1,4}}"), syllable, (masks,), (frozenset(map(roman, table)),))


@cache
def _korean() -> _Reader:
    table = _table("korean")
    onsets, vowels, codas = (_masks(table[part]) for part in ("onsets", "vowels", "codas"))
    onset, vowel, coda = (_any_of(masks) for masks in (onsets, vowels, codas))
    coda = f"(?:{coda})(?![aeiouwy])"  # a consonant between vowels begins a syllable: jae-myung
    one = f"(?:(?:{onset})?(?:{vowel})(?:{coda})?)"
    syllable = re.compile(f"({onset})?({vowel})({coda})?(?=(?:{one})*$)")
    standard = tuple(frozenset(table[part]) | {""} for part in ("onsets", "vowels", "codas"))
    return _Reader(re.compile(f"{one}{{1,4}}"), syllable, (onsets, vowels, codas), standard)


@cache
def _japanese() -> _Reader:
    table = _table("japanese")["morae"]
    masks = _masks(table)
    one = f"(?:{_any_of(masks)})"
    syllable = re.compile(f"({_any_of(masks)})(?=(?:{one})*$)")
    return _Reader(re.compile(f"{one}{{2,9}}"), syllable, (masks,), (frozenset(map(roman, table)),))


_LONG = re.compile(r"(?<=[aeou])(?<=o)u|(?<=[aeou])h(?![aeiou])|([aeioukstpcg])(?=\1)|t(?=ch)")


@lru_cache(CACHE)
def japanese(word: str) -> Reading | None:
    """The morae of one folded word read as Japanese; None where it cannot be Japanese."""
    return _japanese().read(_LONG.sub("", word))


@lru_cache(CACHE)
def chinese(word: str) -> Reading | None:
    """The syllables of one folded word read as Chinese; None where it cannot be Chinese."""
    return _chinese().read(word)


@lru_cache(CACHE)
def korean(word: str) -> Reading | None:
    """The syllables of one folded word read as Korean; None where it cannot be Korean."""
    return _korean().read(word)
