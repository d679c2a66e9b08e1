"""Names as the matcher sees them: folded to a to z and digits, cut at spaces and hyphens.

Everything is done for a whole batch at once, on one long string, which is many times faster than
name by name.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from audit.text.fold import CACHE, roman
from audit.text.skeleton import skeletons

MOST = 8
"""Words of a name that are looked at; the rest of a longer name is left out."""

_APART = re.compile(r"[^a-z0-9\n]+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_PLAIN = re.compile(r"[^\x00-\x26\x28-\x5f\x61-\x7f]")
"""Anything but ASCII without apostrophe and grave accent."""
_APOSTROPHES = frozenset("'’‘ʼʹʻʿ`´′ʾ“”")

Ids = NDArray[np.int32]

NO_MARK, APOSTROPHE, LONG, BELOW, OTHER_MARK = range(5)
_MARKS = {
    "\u0304": LONG, "\u0302": LONG, "\u0323": BELOW, "\u0327": BELOW, "\u0326": BELOW,
    "\u0328": BELOW, "\u0331": BELOW, "\u0329": BELOW,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """One name in a to z and digits, and under each letter the mark it bore, as a digit."""

    letters: str
    marks: str


@lru_cache(CACHE)
def letter_of(char: str) -> tuple[str, int]:
    """The letters that one character is written with, and its mark.

    An apostrophe has no letters; it marks the letter before it. A mark by itself is nothing.
    """
    if char in _APOSTROPHES or unicodedata.combining(char):
        return "", APOSTROPHE if char in _APOSTROPHES else NO_MARK
    apart = unicodedata.normalize("NFD", char)
    mark = next((_MARKS.get(c, OTHER_MARK) for c in apart if unicodedata.combining(c)), NO_MARK)
    letters = _NO_LETTER.sub(" ", roman(char))
    if mark == NO_MARK and not char.isascii() and len(letters.strip()) == 1:
        mark = OTHER_MARK
    return letters, mark


def _fold_one(name: str) -> Folded:
    """Fold letter by letter, keeping the marks."""
    letters: list[str] = []
    marks: list[str] = []
    for char in unicodedata.normalize("NFC", name):
        out, mark = letter_of(char)
        if not out and mark == APOSTROPHE and marks and marks[-1] == "0" and letters[-1] != " ":
            marks[-1] = "1"
        for one in out:
            if one == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(one)
            marks.append("0" if one == " " else str(mark))
    if letters and letters[-1] == " ":
        letters.pop()
        marks.pop()
    return Folded("".join(letters), "".join(marks))


def fold(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names as lower-case ASCII words with one space between, and the marks under them."""
    if not names:
        return [], []
    marked = [n for n, name in enumerate(names) if _PLAIN.search(name)]
    slow = {n: _fold_one(names[n]) for n in marked}
    text = "\n".join(["" if n in slow else name for n, name in enumerate(names)])
    if text.count("\n") >= len(names):
        plain = ("" if n in slow else name.replace("\n", " ") for n, name in enumerate(names))
        text = "\n".join(plain)
    lines = [line.strip() for line in _APART.sub(" ", text.lower()).split("\n")]
    marks = ["0" * len(line) for line in lines]
    for n, one in slow.items():
        lines[n], marks[n] = one.letters, one.marks
    return lines, marks


@cache
def _listed() -> tuple[str, ...]:
    """The legal forms, the longest first."""
    text = files(__package__).joinpath("data", "company_forms.toml").read_text(encoding="utf-8")
    return tuple(sorted(tomllib.loads(text)["forms"], key=lambda form: (-len(form), form)))


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_listed())})\b ?")


@cache
def _first_words() -> frozenset[str]:
    """Words one of which a name has that holds a legal form."""
    return frozenset(form.partition(" ")[0] for form in _listed())


def without_form(letters: str, marks: str) -> tuple[str, str]:
    """An organisation's folded name without its legal form, unless nothing else is left."""
    if _first_words().isdisjoint(letters.split()):
        return letters, marks
    kept = _forms().sub(lambda match: "~" * len(match.group()), letters)
    if "~" not in kept:
        return letters, marks
    both = [(one, mark) for one, mark in zip(kept, marks, strict=True) if one != "~"]
    left = "".join(one for one, _ in both).strip()
    if not left:
        return letters, marks
    return left, "".join(mark for _, mark in both)[: len(left)]


@dataclass(frozen=True, slots=True)
class Words:
    """The distinct words of a batch, and those of each name by number; -1 where there is none.

    What is known of each word has one entry more, for the word that is not there: index -1.
    """

    words: list[str]
    skeletons: list[str]
    of_names: Ids
    counts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    """Letters of each word, and 0 for the word that is not there; so in the next two."""
    initial: NDArray[np.bool_]
    """Whether a word is one letter long."""
    letter: NDArray[np.int64]
    """The first letter."""


def words_of(folded: Sequence[str]) -> Words:
    """Number the words of folded names."""
    numbers: dict[str, int] = {}
    rows = [name.split()[:MOST] for name in folded]
    flat = [numbers.setdefault(word, len(numbers)) for row in rows for word in row]
    counts = np.array([len(row) for row in rows], np.int64)
    of_names = np.full((len(rows), MOST), -1, np.int32)
    if flat:
        of_names[np.arange(MOST) < counts[:, None]] = flat
    words = list(numbers)
    lengths = np.array([*map(len, words), 0], np.int64)
    letter = np.array([*(ord(word[0]) for word in words), 0], np.int64)
    return Words(words, skeletons(words), of_names, counts, lengths, lengths == 1, letter)


def digests(words: Sequence[str]) -> list[int]:
    """A number of 32 bits for each word, the same on every machine."""
    return [*map(crc32, "\n".join(words).encode().split(b"\n"))] if words else []
