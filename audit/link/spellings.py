"""The spellings of each part of a name, with where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from audit.link.compare_parts import compare_parts
from audit.link.forms import NameForm, compared_parts
from audit.model.mentions import Mentions, Place


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of one part of a name: how often in all, how often at full length."""

    text: str
    count: int
    full: int
    first: bool
    """Stands in the first mention of the part."""
    sources: frozenset[str] = frozenset()
    """The nominatives of the source words that it renders, in lower case."""


_Met = tuple[Place, str, bool, frozenset[str]]
"""Where a part is met, its text, whether at full length, and its source words."""


def spellings(
    usual: NameForm, forms: Sequence[NameForm], shorts: Mentions
) -> tuple[tuple[Spelling, ...], ...]:
    """For each part of the usual form the spellings that compete in all mentions, first met first.

    A part that is spelled in one way has none: where its mentions stand need not be known.
    """
    full = [
        (slot, part, form, number)
        for form in forms
        for number, part in enumerate(form.parts)
        if (slot := _slot(part, number, form, usual)) is not None
    ]
    short = {text: _slots_of(text, usual) for text in set(shorts.texts)}
    spelled: list[set[str]] = [set() for _ in usual.parts]
    for at, part in chain(((at, part) for at, part, *_ in full), *short.values()):
        spelled[at].add(part)
    met: dict[int, list[_Met]] = {slot: [] for slot, ways in enumerate(spelled) if len(ways) > 1}
    for slot, part, form, number in full:
        if slot in met:
            source = form.sources[number] if form.sources else frozenset[str]()
            met[slot] += [(place, part, True, source) for place in form.mentions.places]
    if met:
        for place, text in zip(shorts.places, shorts.texts, strict=True):
            for slot, part in short[text]:
                if slot in met:
                    met[slot].append((place, part, False, frozenset()))
    for places in met.values():
        places.sort(key=itemgetter(0))
    return tuple(_spellings(met.get(slot, ())) for slot in range(len(usual.parts)))


def _slots_of(short: str, usual: NameForm) -> list[tuple[int, str]]:
    """The parts of a short form, each with the part of the usual form that it spells, if any."""
    own = compared_parts(short, usual.lang)
    tied = not {*own}.isdisjoint(usual.parts)
    found = ((_nearest(part, usual, tied=tied), part) for part in own)
    return [(slot, part) for slot, part in found if slot is not None]


def _slot(part: str, number: int, form: NameForm, usual: NameForm) -> int | None:
    """Which part of the usual form a part of another full form spells."""
    if form is usual:
        return number
    if len(form.parts) == len(usual.parts) and _one_name(part, usual.parts[number], usual.lang):
        return number
    return _nearest(part, usual)


def _one_name(part: str, other: str, lang: str) -> bool:
    return compare_parts(part, other, lang, tied=True) is not None


def _nearest(part: str, usual: NameForm, *, tied: bool = False) -> int | None:
    """Which part of the usual form a part spells; the very part is nearest.

    `tied` by the rest of its name, it may be farther from it in letters.
    """
    if part in usual.parts:
        return usual.parts.index(part)
    best: tuple[float, int] | None = None
    for number, other in enumerate(usual.parts):
        match = compare_parts(part, other, usual.lang, tied=tied)
        if match and (best is None or match.confidence > best[0]):
            best = match.confidence, number
    return best[1] if best else None


def _spellings(met: Sequence[_Met]) -> tuple[Spelling, ...]:
    order = dict.fromkeys(part for _, part, _, _ in met)
    return tuple(
        Spelling(
            text=text,
            count=sum(part == text for _, part, _, _ in met),
            full=sum(full for _, part, full, _ in met if part == text),
            first=met[0][1] == text,
            sources=frozenset().union(*(keys for _, part, _, keys in met if part == text)),
        )
        for text in order
    )
