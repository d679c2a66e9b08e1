"""Phrasebooks: many turns of phrase looked up in one pass over a text.

A phrase is written nearly as it reads:

* `(a|b)` is a choice; `[a]` or `[a|b]` may be missing, with the blank behind it if it is a word
  of its own;
* `<name>` is a slot: one of `SLOTS`, or one that comes with the phrasebook;
* `"` is any quotation mark, `'` any apostrophe, a blank any white space;
* `{a}` marks the passage that matters, where that is not the whole phrase.

Words are found in any letter case, names and slots for names only with their capitals.

One automaton holds a literal piece of each phrase and tells in one pass which phrases a text can
hold at all, and where; only these are compiled, and searched for only there, where all else that
they need stands near.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from audit.detect.stretches import around, unfolded
from audit.tables import kept

_LETTER = r"[^\W\d_]"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĪĮİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ" + "А-ЯЁІЇЄҐЎ"
_REST = r"[\w'’ʼ-]{0,60}"
"""What a word goes on with. No word is longer, and a bound keeps the search linear: a text may be
one run of letters and hyphens, in which a word could begin anywhere."""

SLOTS: Mapping[str, str] = {
    "word": rf"{_LETTER}{_REST}",
    "low": rf"(?-i:(?![{_CAPITAL}]){_LETTER}{_REST})",
    "cap": rf"(?-i:[{_CAPITAL}]{_REST})",
    "name": rf"(?-i:[{_CAPITAL}](?![{_CAPITAL}]){_LETTER}{_REST})",
    "digits": r"\d[\d.,]{0,40}",
    "open": r"[(\[（]",
    "close": r"[)\]）]",
}
"""Slots that every phrasebook has: any word, one in lower case, one with a capital (and one that
goes on in lower case, as names do and acronyms do not), a number, round or square brackets."""

_FOLD = str.maketrans(
    {
        **dict.fromkeys("’ʼ`‘", "'"),
        **dict.fromkeys("“”„‟«»‹›", '"'),
        "İ": "i",
    }
)
_TOKEN = re.compile(r"<(?P<slot>[a-z-]+)>|(?P<sign>[()\[\]|{}])|(?P<text>[^<>()\[\]|{}]+)")
_BLANK = r"\s++"
"""Taken whole: giving some of it back would find nothing more, and takes long in a long run."""
_ESCAPES = {" ": _BLANK, "'": "['’ʼ‘`]", '"': "[\"“”„‟«»‹›‘’']"}
_MARKED = "marked"
_START = r"(?:(?<!\w)(?<![а-яіїєґ]['’ʼ])|(?!\w))"
_END = r"(?:(?!\w)|(?<!\w))"
"""A phrase that begins or ends with a letter does so with a whole word, of which an apostrophe is
part in Cyrillic."""

_SHORTEST_PIECE = 3
"""Letters; a shorter piece stands in nearly every text and would make the pass worthless."""

_LONG_PIECE = 16
"""Letters from which on a longer piece tells no more."""

_MOST_PIECES = 256
"""Texts that a part of a phrase is written out into; beyond that it is cut into shorter pieces."""

_MOST_NEEDED = 64
"""Texts one of which a phrase must also hold; looking for more costs what they save."""

_Pieces = frozenset[str]


class PhraseError(ValueError):
    """A phrase that cannot be read."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: its number in the phrasebook, its span, and that of its marked passage."""

    number: int
    whole: tuple[int, int]
    marked: tuple[int, int]


class Phrasebook:
    """Phrases, and the automaton that finds which of them a text can hold."""

    def __init__(
        self,
        phrases: Sequence[str],
        slots: Mapping[str, str] = MappingProxyType({}),
        names: Mapping[str, Sequence[str]] = MappingProxyType({}),
        beside: Traversable | None = None,
    ) -> None:
        """`slots` are phrases by the name of their slot, `names` lists of names, letter for letter.

        `beside` is a file of the package beside which to keep the phrases as they were read.
        Raises `PhraseError` for a phrase that is malformed or has no literal piece.
        """

        def read() -> tuple[_Phrase, ...]:
            lists = {name: _any_of(name, forms) for name, forms in names.items()}
            return tuple(_read(phrase, slots, lists) for phrase in phrases)

        said = repr((phrases, sorted(slots.items()), sorted(names.items())))
        code = files(__package__).joinpath("phrasebook.py").read_bytes()
        self._phrases = (
            kept(beside, (code, said.encode()), tuple[_Phrase, ...], read) if beside else read()
        )
        held: dict[str, list[int]] = {}
        for number, phrase in enumerate(self._phrases):
            for piece in sorted(phrase.pieces):
                held.setdefault(piece, []).append(number)
        self._numbers = list(held.values())
        self._automaton = AhoCorasick(list(held))
        self._lists = {
            name: AhoCorasick([_evened(form) for form in forms]) for name, forms in names.items()
        }

    def matches(self, text: str) -> Iterator[Match]:
        """Every place of every phrase in `text`, phrase by phrase in their order."""
        folded = _folded(text)
        places: dict[int, list[tuple[int, int]]] = {}
        for piece, *place in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            for number in self._numbers[piece]:
                places.setdefault(number, []).append((place[0], place[1]))
        for number in sorted(places):
            phrase = self._phrases[number]
            for stretch in around(folded, places[number], phrase.blanks):
                if phrase.needs and not phrase.may_stand(folded[slice(*stretch)]):
                    continue
                start, end = unfolded(text, folded, stretch)
                if phrase.lists and not self._has_names(phrase, text[start:end]):
                    continue
                for match in phrase.pattern.finditer(text, start, end):
                    yield Match(number, match.span(), match.span(phrase.marked))

    def _has_names(self, phrase: "_Phrase", stretch: str) -> bool:
        """Whether a stretch of text holds a name of each list that a phrase asks for."""
        evened = _evened(stretch)
        return all(self._lists[name].find_matches_as_indexes(evened) for name in phrase.lists)


@lru_cache(4)
def _folded(text: str) -> str:
    """A text as pieces of phrases are looked for in it: no capitals, one blank between words."""
    return f" {_evened(text.lower())} "


def _evened(text: str) -> str:
    """A text with one blank between words and marks of one form, as its names are looked for."""
    return " ".join(text.translate(_FOLD).split())


# No slots: the pattern is made on first use and kept.
@dataclass(frozen=True)
class _Phrase:
    """A phrase as read.

    `marked` is the group of its marked passage; every text that holds it holds one of `pieces`,
    one of each of `needs`, and a name of each of `lists`. It holds no more stretches of blanks than
    `blanks`.
    """

    regex: str
    marked: str | int
    pieces: _Pieces
    needs: tuple[tuple[str, ...], ...]
    lists: tuple[str, ...]
    blanks: int

    def may_stand(self, near: str) -> bool:
        """Whether a folded stretch that holds one of `pieces` has all else that is needed."""
        return all(any(piece in near for piece in need) for need in self.needs)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a pattern over whole words."""
        return re.compile(f"{_START}(?:{self.regex}){_END}", re.IGNORECASE)


def _read(phrase: str, slots: Mapping[str, str], lists: Mapping[str, "_Part"]) -> _Phrase:
    part = _Reader(phrase, slots, lists).read()
    pieces, *needs = (
        frozenset(piece.translate(_FOLD) for piece in one) for one in (part.pieces, *part.needs)
    )
    if phrase.count("{") > 1:
        raise PhraseError(f"more than one marked passage in the phrase {phrase!r}")
    if not pieces or min(map(len, pieces)) < _SHORTEST_PIECE:
        raise PhraseError(f"the phrase {phrase!r} has no literal piece to be found by")
    telling = sorted(
        {
            tuple(sorted(need))
            for need in needs
            if need != pieces and len(need) <= _MOST_NEEDED and min(map(len, need)) > 1
        },
        key=lambda need: (len(need), need),
    )
    marked = _MARKED if "{" in phrase else 0
    named = tuple(sorted(part.lists))
    return _Phrase(part.regex, marked, pieces, tuple(telling), named, part.blanks)


def _any_of(name: str, forms: Sequence[str]) -> "_Part":
    """Any of the forms of the list `name` as they are written, the longest where several fit."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    regex = f"(?-i:{'|'.join(map(_literal, ordered))})"
    blanks = max(form.count(" ") for form in forms)
    return _Part(regex, lists=frozenset({name}), blanks=blanks)


def _literal(text: str) -> str:
    return "".join(_ESCAPES.get(char) or re.escape(char) for char in text)


class _Reader:
    """Turns a phrase, token by token, into a pattern and the pieces to find it by."""

    def __init__(self, phrase: str, slots: Mapping[str, str], lists: Mapping[str, "_Part"]) -> None:
        self._phrase, self._slots, self._lists = phrase, slots, lists
        self._tokens = [
            (str(found.lastgroup), found[found.lastgroup or 0]) for found in _TOKEN.finditer(phrase)
        ]
        if sum(len(found[0]) for found in _TOKEN.finditer(phrase)) != len(phrase):
            raise PhraseError(f"a stray sign in the phrase {phrase!r}")
        self._at = 0

    def read(self) -> "_Part":
        """The whole phrase."""
        return self._choices("")

    def _choices(self, closing: str) -> "_Part":
        """What stands up to the bracket `closing`: one choice, or several."""
        choices: list[list[_Part]] = [[]]
        while self._at < len(self._tokens):
            kind, value = self._tokens[self._at]
            self._at += 1
            if kind == "sign" and value == closing:
                break
            if kind == "sign" and value == "|":
                choices.append([])
            else:
                choices[-1].append(self._part(kind, value))
        else:
            if closing:
                raise PhraseError(f"a bracket is not closed in the phrase {self._phrase!r}")
        return _one_of([_in_a_row(parts) for parts in choices])

    def _part(self, kind: str, value: str) -> "_Part":
        """One piece of text, one slot or one bracket with all it holds."""
        if kind == "text":
            return _Part(_literal(value), frozenset({value.lower()}), blanks=value.count(" "))
        if kind == "slot":
            return self._slot(value)
        if value == "(":
            return self._choices(")").within("(?:", ")")
        if value == "{":
            return self._choices("}").within(f"(?P<{_MARKED}>", ")")
        if value == "[":
            alone = self._is_after_blank()
            part = self._choices("]").within("(?:", ")")
            if alone and self._takes_blank():
                part = _in_a_row([part, _Part(_BLANK, frozenset({" "}), blanks=1)]).within(
                    "(?:", ")"
                )
            return _one_of([part, _Part("", frozenset({""}))]).within("(?:", ")")
        raise PhraseError(f"a bracket closes that was not open in the phrase {self._phrase!r}")

    def _is_after_blank(self) -> bool:
        """Whether the bracket just opened begins a word."""
        if self._at < 2:
            return True
        kind, value = self._tokens[self._at - 2]
        return value in ("", *"({[|") or (kind == "text" and value.endswith(" "))

    def _takes_blank(self) -> bool:
        """Whether there is a blank behind an optional part; it is taken off what follows."""
        if self._at < len(self._tokens):
            kind, value = self._tokens[self._at]
            if kind == "text" and value.startswith(" "):
                self._tokens[self._at] = (kind, value[1:])
                return True
        if self._at > 1 and self._at == len(self._tokens):
            raise PhraseError(f"write “a[ b]”, with the blank inside: {self._phrase!r}")
        return False

    def _slot(self, name: str) -> "_Part":
        if name in SLOTS:
            return _Part(SLOTS[name])
        if name in self._lists:
            return self._lists[name]
        if name not in self._slots:
            raise PhraseError(f"unknown slot <{name}> in the phrase {self._phrase!r}")
        return _Reader(self._slots[name], self._slots, self._lists).read().within("(?:", ")")


@dataclass(frozen=True, slots=True)
class _Part:
    """Part of a phrase, as a regular expression.

    `whole` is all that it can be, where that is a short list of texts; one of `pieces` is in
    everything that it can be, and so is one of each of `needs` and a name of each of `lists`.
    """

    regex: str
    whole: _Pieces | None = None
    pieces: _Pieces = frozenset()
    needs: tuple[_Pieces, ...] = ()
    lists: frozenset[str] = frozenset()
    blanks: int = 0

    def within(self, before: str, behind: str) -> "_Part":
        """The same part in brackets."""
        return replace(self, regex=f"{before}{self.regex}{behind}")


def _in_a_row(parts: Sequence[_Part]) -> _Part:
    """Parts one behind the other; texts that meet make longer, more telling pieces."""
    needs: list[_Pieces] = []
    run = frozenset({""})
    unbroken = True
    for part in parts:
        joined = {one + two for one in run for two in part.whole or ()}
        if 0 < len(joined) <= _MOST_PIECES:
            run = frozenset(joined)
            continue
        needs += run, part.pieces, *part.needs
        run = part.whole or frozenset({""})
        unbroken = False
    regex = "".join(part.regex for part in parts)
    needs = [need for need in (*needs, run) if _worth(need)[0]]
    best = max(needs, key=_worth, default=_Pieces())
    lists = frozenset[str]().union(*(part.lists for part in parts))
    blanks = sum(part.blanks for part in parts)
    return _Part(regex, run if unbroken else None, best, tuple(needs), lists, blanks)


def _one_of(parts: Sequence[_Part]) -> _Part:
    """Parts one of which stands there."""
    if len(parts) == 1:
        return parts[0]
    regex = "|".join(part.regex for part in parts)
    pieces = [part.pieces for part in parts]
    every = _Pieces().union(*pieces) if all(pieces) else _Pieces()
    wholes = [part.whole for part in parts if part.whole is not None]
    texts = _Pieces().union(*wholes)
    listed = len(wholes) == len(parts) and len(texts) <= _MOST_PIECES
    lists = frozenset.intersection(*(part.lists for part in parts))
    blanks = max(part.blanks for part in parts)
    return _Part(regex, texts if listed else None, every, lists=lists, blanks=blanks)


def _worth(pieces: _Pieces) -> tuple[int, int, int]:
    """How well pieces tell the texts that can hold a phrase: by the shortest, then by how few.

    Blanks count little: “ in ” stands in more texts than “arrive”.
    """
    letters = min((len(piece.strip()) for piece in pieces), default=0)
    shortest = min(map(len, pieces), default=0)
    return min(_LONG_PIECE, letters), min(_LONG_PIECE, shortest), -len(pieces)
