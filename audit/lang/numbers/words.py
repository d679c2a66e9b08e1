"""Spelled-out numbers: words looked up, put together, and their value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from audit.lang.numbers.numeral import Part, Sort, numeral
from audit.lang.numbers.vocabulary import Vocabulary, vocabulary

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u097f\u064b-\u0652]|'(?=[а-яіїєґ]))*")
"""A word of folded text; only Cyrillic words hold an apostrophe."""

LONGEST_COMPOUND = 60
"""Letters; a longer word is not taken apart."""

_LONGEST = 40
"""Words; no number is made of more."""

_SHORT_SCALE = 3
"""Letters; a shorter scale word ("m", "bn", "т") means something behind a number only."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelled-out number: where it stands, its readings, and how surely it is one.

    `factor` is the scale word at its end.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    ordinal: bool = False
    hint: bool = False
    factor: Fraction = Fraction(1)


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Sort, Fraction], ...]]
"""Phrases by their first word, the longest first."""


@cache
def _phrases(lang: str) -> Phrases:
    """All number words of a language, ready to be looked up."""
    known = vocabulary(lang)
    half = dict.fromkeys(known.half_more, Fraction(1, 2))
    joiners = dict.fromkeys(known.joiners, Fraction(0))
    tables = (
        (Sort.HALF_MORE, half),
        (Sort.SCALE, known.scales),
        (Sort.CARDINAL, known.cardinals),
        (Sort.WEAK_SCALE, known.weak_scales),
        (Sort.FRACTION, known.fractions),
        (Sort.ORDINAL, known.ordinals),
        (Sort.JOINER, joiners),
        (Sort.HINT, known.hints),
    )
    found: dict[str, dict[tuple[str, ...], tuple[Sort, Fraction]]] = {}
    for sort, table in tables:
        for phrase, value in table.items():
            if words := tuple(WORD.findall(phrase)):
                found.setdefault(words[0], {}).setdefault(words, (sort, value))
    return {
        first: tuple(sorted(((w, *fact) for w, fact in rows.items()), key=lambda row: -len(row[0])))
        for first, rows in found.items()
    }


def spelled(text: str, lang: str) -> Iterator[Spelled]:
    """The spelled-out numbers of folded `text`, in order."""
    known = vocabulary(lang)
    for group in _groups(text, lang):
        at = 0
        while at < len(group):
            number, used = _number(group[at : at + _LONGEST], known)
            if number:
                yield number
            at += used


def _groups(text: str, lang: str) -> Iterator[list[Part]]:
    """Parts with nothing but blanks and hyphens between them."""
    known, phrases = vocabulary(lang), _phrases(lang)
    words = list(WORD.finditer(text))
    group: list[Part] = []
    at = 0
    while at < len(words):
        parts, used = _look_up(words, at, phrases, known)
        if not parts:
            if group and words[at][0] in known.articles and _near(text, words, at):
                at += 1
                continue
            if group:
                yield group
            group = []
        else:
            if not group and parts[0].sort is Sort.SCALE and _is_short(parts[0]):
                at += used
                continue
            if group and not _gap(text[group[-1].end : parts[0].start], known):
                yield group
                group = []
            group += parts
        at += used
    if group:
        yield group


def _is_short(part: Part) -> bool:
    return part.end - part.start < _SHORT_SCALE


def _near(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether only a blank parts a word from the one before it."""
    return at > 0 and not text[words[at - 1].end() : words[at].start()].strip(" -'")


def _gap(between: str, known: Vocabulary) -> bool:
    """Whether what stands between two parts keeps them together: blanks, a hyphen, an article."""
    between = between.strip(" -'")
    return not between or (between in known.articles and len(between) < 4)


def _look_up(
    words: Sequence[re.Match[str]], at: int, phrases: Phrases, known: Vocabulary
) -> tuple[list[Part], int]:
    """What begins at a word: its parts, and how many words they are made of."""
    word = words[at][0]
    for phrase, sort, value in phrases.get(word, ()):
        end = at + len(phrase)
        if len(phrase) == 1 or tuple(w[0] for w in words[at:end]) == phrase:
            return [Part(words[at].start(), words[end - 1].end(), sort, value)], len(phrase)
    if known.lang == "ar":
        return _arabic(words[at], phrases), 1
    return _compound(words[at], known), 1


def _arabic(word: re.Match[str], phrases: Phrases) -> list[Part]:
    """A word behind particles that are written as one with it: و, ال, ب, ل."""
    for particles in ("و", "ال", "وال", "ب", "ل", "بال", "لل", "ف"):
        rest = word[0].removeprefix(particles)
        if rest != word[0] and (rows := phrases.get(rest)) and len(rows[0][0]) == 1:
            _, sort, value = rows[0]
            own = Part(word.start() + len(particles), word.end(), sort, value)
            join = Part(word.start(), word.start() + 1, Sort.JOINER, Fraction(0))
            return [join, own] if particles[0] == "و" else [own]
    return []


def _compound(word: re.Match[str], known: Vocabulary) -> list[Part]:
    """A number in one word ("fünfundzwanzig"), or a word that begins with one ("двухлетний")."""
    text, start = word[0], word.start()
    if known.solid and len(text) <= LONGEST_COMPOUND:
        found = _solid(text, known.lang)
        if found:
            value, used, ordinal = found
            whole = used == len(text)
            sort = Sort.HINT if not whole else Sort.ORDINAL if ordinal else Sort.CARDINAL
            if whole or (value >= 2 and len(text) - used >= 3):
                return [Part(start, word.end(), sort, value)]
    longest = max(
        (p for p in known.prefixes if len(p) + 3 <= len(text) and text.startswith(p)),
        key=len,
        default="",
    )
    return [Part(start, word.end(), Sort.HINT, known.prefixes[longest])] if longest else []


@cache
def _pieces(lang: str) -> Mapping[str, tuple[Sort, Fraction]]:
    """What compounds are made of."""
    known = vocabulary(lang)
    pieces: dict[str, tuple[Sort, Fraction]] = {}
    for sort, words in (
        (Sort.SCALE, known.scales),
        (Sort.CARDINAL, known.cardinals),
        (Sort.ORDINAL, known.ordinals),
        (Sort.JOINER, dict.fromkeys(known.joiners, Fraction(0))),
    ):
        for word, value in words.items():
            if word.isalpha() and (len(word) > 2 or sort in (Sort.CARDINAL, Sort.JOINER)):
                pieces.setdefault(word, (sort, value))
    return pieces


@cache
def _lengths(lang: str) -> tuple[int, ...]:
    return tuple(sorted({len(piece) for piece in _pieces(lang)}, reverse=True))


def _solid(word: str, lang: str) -> tuple[Fraction, int, bool] | None:
    """The number at the beginning of `word`: value, letters used, whether it is an ordinal."""
    known, pieces = vocabulary(lang), _pieces(lang)
    parts: list[Part] = []
    at = 0
    while at < len(word):
        rest = len(word) - at
        size = next((n for n in _lengths(lang) if n <= rest and word[at : at + n] in pieces), 0)
        if not size:
            break
        sort, value = pieces[word[at : at + size]]
        parts.append(Part(at, at + size, sort, value))
        at += size
    while parts and parts[-1].sort is Sort.JOINER:
        parts.pop()
    if not parts:
        return None
    value, used, ordinal = numeral(parts, known, inside=True)
    return (value, parts[used - 1].end, ordinal) if used else None


def _number(parts: Sequence[Part], known: Vocabulary) -> tuple[Spelled | None, int]:
    """The number at the beginning of `parts` and how many of them it takes, one at least."""
    first = parts[0]
    if first.sort is Sort.JOINER:
        return None, 1
    if first.sort is Sort.HALF_MORE:
        return Spelled(first.start, first.end, (1 + first.value, first.value), hint=True), 1
    if first.sort is Sort.HINT:
        return Spelled(first.start, first.end, (first.value,), hint=True), 1
    if first.sort is Sort.FRACTION:
        return _fraction(parts)
    value, used, ordinal = numeral(parts, known)
    if not used:
        return None, 1
    values, used = _with_fraction(parts, value, used)
    hint = first.sort is Sort.WEAK_SCALE or (
        used == 1 and first.sort is Sort.SCALE and _is_short(first)
    )
    end = parts[used - 1]
    factor = end.value if end.sort is Sort.SCALE and used > 1 else Fraction(1)
    return Spelled(first.start, end.end, values, ordinal, hint, factor), used


def _fraction(parts: Sequence[Part]) -> tuple[Spelled, int]:
    """A fraction, alone or of a scale: "half a million"; alone it may be an ordinal ("third")."""
    first = parts[0]
    if len(parts) > 1 and parts[1].sort in (Sort.SCALE, Sort.WEAK_SCALE):
        value = first.value * parts[1].value
        return Spelled(first.start, parts[1].end, (value,)), 2
    values: tuple[Fraction, ...] = (first.value,)
    if first.value.numerator == 1:
        values = (first.value, 1 / first.value)
    return Spelled(first.start, first.end, values, hint=True), 1


def _with_fraction(
    parts: Sequence[Part], value: Fraction, used: int
) -> tuple[tuple[Fraction, ...], int]:
    """Add what follows a number: "and a half", "thirds", and a scale behind it."""
    values: tuple[Fraction, ...] = (value,)
    if used < len(parts):
        following = parts[used]
        if following.sort is Sort.HALF_MORE:
            scale = parts[used - 1].value if parts[used - 1].sort is Sort.SCALE else 1
            values, used = (value + following.value * scale,), used + 1
        elif following.sort is Sort.FRACTION and following.value < 1:
            values, used = (value * following.value, value + following.value, value), used + 1
        else:
            return values, used
        if used < len(parts) and parts[used].sort is Sort.SCALE:
            values, used = tuple(v * parts[used].value for v in values), used + 1
    return values, used
