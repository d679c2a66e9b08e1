"""The word lists of `simplemma`, unpacked only where a word is looked up.

A list holds up to 3.7 million inflected forms with their lemmas, sorted, each form stored as what
differs from the one before. Unpacking all of it takes seconds; a text needs some hundred words. So
one pass of a regular expression finds where each stretch of forms with one beginning starts, and a
stretch is unpacked when the first of its words is asked for.

The format is that of simplemma's files (`SMFC1`). A record is the number of bytes shared with the
form before, the number of those that follow, and these; then the lemma: the same as before (254),
in full (255), or the form less so many bytes at its end; then, but for the first, the number of the
bytes that follow, and these.
"""

import lzma
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from audit.tables import kept

_MAGIC = b"SMFC1\0"
"""Of a list sorted by the beginnings of its forms, as all are that are asked for here."""
_SAME, _IN_FULL = 254, 255
_ONE_BYTE = 0x80
"""Numbers below it take one byte."""

_CYRILLIC = frozenset({"be", "bg", "mk", "ru", "uk"})
_BEGINNING, _BEGINNING_CYRILLIC = 6, 10
"""Bytes that make one beginning: six or five letters, which mostly ten to twenty forms share."""
_LONGEST = 192
"""Bytes that a form may have; the longest ever listed, a dish of Aristophanes, has 183."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Where the stretches of a list start, with its end, and what the forms of each begin with."""

    starts: tuple[int, ...]
    beginnings: tuple[bytes, ...]


def stretches(content: bytes, beginning: int = _BEGINNING) -> Stretches:
    """The stretches of a list, in each of which forms agree in `beginning` bytes.

    Raises `ValueError` where it is not in the format above.
    """
    if not content.startswith(_MAGIC):
        raise ValueError("no list of forms sorted by their beginnings")
    _, at = _number(content, len(_MAGIC))
    starts, beginnings, form = list[int](), list[bytes](), b""
    for match in _stretch_pattern(beginning).finditer(content, at):
        if match.start() != at:
            break
        length = content[at + 1]
        more = at + (2 if length < _ONE_BYTE else 3)
        form = (form[: content[at]] + content[more : more + length])[:beginning]
        starts.append(at)
        beginnings.append(form)
        at = match.end()
    if at != len(content) or len(set(beginnings)) != len(beginnings):
        raise ValueError(f"no record at byte {at}")
    return Stretches((*starts, at), tuple(beginnings))


class WordList(Mapping[str, str]):
    """Lemmas by form."""

    def __init__(
        self, content: bytes, beginning: int = _BEGINNING, found: Stretches | None = None
    ) -> None:
        """Take the stretches `found` in `content`, or find them; `ValueError` as `stretches`."""
        found = found or stretches(content, beginning)
        self._content = content
        self._size, _ = _number(content, len(_MAGIC))
        self._beginning = beginning
        self._unpacked: dict[int, dict[bytes, bytes]] = {}
        self._starts, self._beginnings = found.starts, found.beginnings
        self._numbers = {form: number for number, form in enumerate(found.beginnings)}

    def __getitem__(self, form: str) -> str:
        key = form.encode()
        return self._stretch(self._numbers[key[: self._beginning]])[key].decode()

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._beginnings)):
            yield from (key.decode() for key in self._stretch(number))

    def __len__(self) -> int:
        return self._size

    def _stretch(self, number: int) -> dict[bytes, bytes]:
        """Lemmas by form of one stretch."""
        if number not in self._unpacked:
            self._unpacked[number] = dict(self._records(number))
        return self._unpacked[number]

    def _records(self, number: int) -> Iterator[tuple[bytes, bytes]]:
        """Each form of one stretch with its lemma."""
        content, at, end = self._content, self._starts[number], self._starts[number + 1]
        form, lemma = self._beginnings[number], b""
        if number and content[_behind_form(content, at)] == _SAME:
            lemma = next(reversed(self._stretch(number - 1).values()))
        while at < end:
            shared, length = content[at], content[at + 1]
            if shared | length < _ONE_BYTE:
                at += 2
            else:
                shared, at = _number(content, at)
                length, at = _number(content, at)
            form = form[:shared] + content[at : at + length]
            kept, at = content[at + length], at + length + 1
            if kept != _SAME:
                length, at = _number(content, at)
                lemma = b"" if kept == _IN_FULL else form[: len(form) - kept]
                lemma += content[at : at + length]
                at += length
            yield form, lemma


@cache
def word_list(lang: str) -> Mapping[str, str]:
    """Lemmas by form in the language whose primary subtag is `lang`.

    A list in another format than the one above is left to simplemma, which reads all of its own.
    """
    package = find_spec("simplemma")
    folder = Path(package.origin or "").parent if package else Path()
    file = folder / "strategies" / "dictionaries" / "data" / f"{lang}.plzma"
    if file.is_file():
        packed = file.read_bytes()
        content = lzma.decompress(packed)
        beginning = _BEGINNING_CYRILLIC if lang in _CYRILLIC else _BEGINNING
        home = files(__package__)
        made_from = (home.joinpath("word_list.py").read_bytes(), packed)
        try:
            found = kept(
                home / file.name, made_from, Stretches, lambda: stretches(content, beginning)
            )
            return WordList(content, beginning, found)
        except ValueError:
            pass
    from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY  # noqa: PLC0415 - rarely needed

    return DEFAULT_DICTIONARY_FACTORY.get_dictionary(lang)


@cache
def _stretch_pattern(beginning: int) -> re.Pattern[bytes]:
    """A record that shares less than `beginning` with the one before, and those that share it."""
    lengths = (bytes([n]) if n < _ONE_BYTE else bytes([n & 0x7F | 0x80, n >> 7])
               for n in range(_LONGEST))  # fmt: skip
    text = b"(?:" + b"|".join(re.escape(n) + b".{%d}" % at for at, n in enumerate(lengths)) + b")"
    lemma = b"(?:\\xfe|[^\\xfe]" + text + b")"
    first = b"[\\x00-\\x%02x]" % (beginning - 1)
    others = b"(?:[\\x%02x-\\x7f]|[\\x80-\\xff][\\x00-\\x7f])" % beginning
    return re.compile(first + text + lemma + b"(?:" + others + text + lemma + b")*+", re.DOTALL)


def _number(content: bytes, at: int) -> tuple[int, int]:
    """The number at `at`, seven bits a byte, the lowest first, and where it ends."""
    value, shift = 0, 0
    while content[at] >= _ONE_BYTE:
        value |= (content[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
    return value | content[at] << shift, at + 1


def _behind_form(content: bytes, at: int) -> int:
    """Where the form of the record at `at` ends."""
    _, at = _number(content, at)
    length, at = _number(content, at)
    return at + length
