"""The turns of phrase that translation carries over, by target language, from `data/<lang>.toml`.

A file has one list for each `Kind`; each entry is a table:

* `find`: the phrase, written as `audit.detect.phrasebook` reads it;
* `better`: what an editor would write in its place, or in that of its marked passage;
* `sure`: the probability that an editor changes it (0.9 where it is not given);
* `query = true`: it may be right, so it is a question;
* `starts`, `ends`: it counts only at the beginning or end of a sentence;
* `near`: parts of words one of which its sentence must hold, in any letter case;
* `unless`: phrases that, where one overlaps it, make it right.

`[slots]` names phrases for use in others, and `outlets.toml` lists the news outlets that the slot
`<outlet>` stands for.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from audit.detect.phrasebook import Match, Phrasebook
from audit.detect.quoted import is_quoted
from audit.model.text import Document, Segment
from audit.tables import read_table


class Kind(StrEnum):
    """What a turn of phrase is; each has its rule."""

    ATTRIBUTION = "attribution"
    STRANDED = "stranded"
    TURN = "turn"
    STACKED = "stacked"
    OPENER = "opener"
    FORMULA = "formula"
    DESCRIPTOR = "descriptor"
    SAME_PLACE = "same-place"
    PARTICIPLE = "participle"
    OWN = "own"
    ARTICLE = "article"
    PERSON = "person"
    TITLE = "title"
    MASS = "mass"
    LISTENER = "listener"
    OBJECT = "object"
    PLACE = "place"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Entry:
    """One turn of phrase; see the head of this file for its fields."""

    kind: Kind
    find: str
    better: tuple[str, ...]
    sure: float
    query: bool
    starts: bool
    ends: bool
    near: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at a place of a document; spans are offsets in its text."""

    entry: Entry
    segment: Segment
    whole: tuple[int, int]
    marked: tuple[int, int]


SURE = 0.9
"""Default probability that an editor changes a turn of phrase; docs/rules-measured.md has more."""

_ENDS = '.!?…”"»“’) '
_OPENS = '“„«"‘( —–-'


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one language, and the phrasebooks of the entries and of their exceptions."""

    entries: tuple[Entry, ...]
    phrases: Phrasebook
    exceptions: Phrasebook
    homes: tuple[int, ...]
    """Number of the entry to which each exception belongs."""


def turns(document: Document, kind: Kind) -> Iterator[Found]:
    """The turns of phrase of one kind in the document's own words, in order of place."""
    segments = document.segments
    starts = [segment.span.start for segment in segments]
    for entry, match in _matches(document.text, document.lang.partition("-")[0]):
        if entry.kind is not kind:
            continue
        start, end = match.whole
        index = bisect_right(starts, start) - 1
        segment = segments[index] if index >= 0 else None
        if (
            segment
            and end <= segment.span.end
            and segment.lang.partition("-")[0] == document.lang.partition("-")[0]
            and _is_placed(entry, document.text, segment, match.whole)
        ):
            yield Found(entry, segment, match.whole, match.marked)


def _is_placed(entry: Entry, text: str, segment: Segment, at: tuple[int, int]) -> bool:
    """Whether an entry that begins or ends sentences does so here, among the words it asks for."""
    if entry.near and not any(word in segment.text.lower() for word in entry.near):
        return False
    if entry.starts and text[segment.span.start : at[0]].strip(_OPENS):
        return False
    return not (entry.ends and text[at[1] : segment.span.end].strip(_ENDS))


@lru_cache(maxsize=4)
def _matches(text: str, lang: str) -> tuple[tuple[Entry, Match], ...]:
    """All that stands in a text outside quotations; cached, for several rules ask in turn."""
    lexicon = lexicon_of(lang)
    if not lexicon:
        return ()
    matches = [
        match for match in lexicon.phrases.matches(text) if not is_quoted(text, *match.marked)
    ]
    right = _exceptions(lexicon, text, {match.number for match in matches})
    found = [
        (lexicon.entries[match.number], match)
        for match in matches
        if not any(
            start < match.whole[1] and match.whole[0] < end
            for start, end in right.get(match.number, ())
        )
    ]
    return tuple(_apart(found))


def _exceptions(lexicon: Lexicon, text: str, numbers: set[int]) -> dict[int, list[tuple[int, int]]]:
    """Where the exceptions to the entries with these numbers stand."""
    spans: dict[int, list[tuple[int, int]]] = {}
    if any(lexicon.entries[number].unless for number in numbers):
        for match in lexicon.exceptions.matches(text):
            spans.setdefault(lexicon.homes[match.number], []).append(match.whole)
    return spans


def _apart(found: list[tuple[Entry, Match]]) -> Iterator[tuple[Entry, Match]]:
    """In order of place; of overlapping passages of one kind the first, the longest of them."""
    last: dict[Kind, int] = {}
    for entry, match in sorted(found, key=lambda one: (one[1].marked[0], -one[1].marked[1])):
        if match.marked[0] >= last.get(entry.kind, 0):
            last[entry.kind] = match.marked[1]
            yield entry, match


@cache
def lexicon_of(lang: str) -> Lexicon | None:
    """The lexicon of a primary language subtag; None where there is none. Read once."""
    if lang not in LANGUAGES:
        return None
    table = _table(lang)
    entries = tuple(_entry(kind, one) for kind in Kind for one in table.get(kind.value, ()))
    slots = table.get("slots", {})
    names = {"outlet": outlets(), **table.get("names", {})}
    data = files(__package__) / "data"
    exceptions = [(number, one) for number, entry in enumerate(entries) for one in entry.unless]
    return Lexicon(
        entries,
        Phrasebook([entry.find for entry in entries], slots, names, data / f"{lang}.find"),
        Phrasebook([one for _, one in exceptions], slots, names, data / f"{lang}.unless"),
        tuple(number for number, _ in exceptions),
    )


@cache
def outlets() -> tuple[str, ...]:
    """The names of news outlets, in all languages."""
    return tuple(name for part in _table("outlets").values() for name in part)


def _table(name: str) -> dict[str, Any]:
    file = files(__package__) / "data" / f"{name}.toml"
    return read_table(file)


def _entry(kind: Kind, table: dict[str, Any]) -> Entry:
    better = table.get("better", ())
    return Entry(
        kind=kind,
        find=table["find"],
        better=(better,) if isinstance(better, str) else tuple(better),
        sure=table.get("sure", SURE),
        query=table.get("query", False),
        starts=table.get("starts", False),
        ends=table.get("ends", False),
        near=tuple(word.lower() for word in table.get("near", ())),
        unless=tuple(table.get("unless", ())),
    )


_LANGUAGES = "de en es fr pl ru uk"
LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages with a file; a test holds this to the folder."""
