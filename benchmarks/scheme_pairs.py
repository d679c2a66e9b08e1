"""More pairs of spellings to learn from: one name, written as two romanization schemes write it.

The names are those of Wikidata (CC0) by way of `name_records`, those in Cyrillic, Hangul and
hiragana; the schemes are those that the project knows (`audit.lang.romanization`). Beside them are
look-alikes: names of one language, at most three letters apart, with no spelling in common. Names
that labelled pairs are of are left out.
"""

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from audit.lang.romanization import romanize, schemes_for
from audit.match.features import PERSON, Batch
from audit.match.names import fold
from benchmarks.labelled_pairs import Labelled
from benchmarks.learn import Lesson, Rows, open_batch
from benchmarks.name_records import read_rows, table
from benchmarks.named import Named, Row, is_latin, labelled, neighbours, scripts

SEED = 5
MOST = 3000
"""Pairs of one name of one language."""
MOST_OF_ONE = 2
"""Pairs of spellings of one name."""
MOST_NEIGHBOURS = 0.5
"""Pairs of two names for each of one."""
MOST_NAMES = 4000
"""Names of one language that look-alikes are sought among."""
MOST_EDITS = 3
"""Letters that look-alikes may differ by."""
SHORTEST = 3

_SCRIPTS = {"ru": "CYRILLIC", "ko": "HANGUL", "ja": "HIRAGANA"}
_NO_NAME = frozenset('()"./0123456789')


def schemes_beside(*tables: Labelled) -> Lesson:
    """Pairs of all names but for those that labelled pairs are of."""
    without = {id_ for one in tables for both in one.entities for id_ in both}
    chance = random.Random(SEED)
    rows = [
        row
        for language, names in sorted(names_of(table(), without).items())
        for row in pairs_of(language, names, chance)
    ]
    pairs = labelled(rows, PERSON, "name")
    return Lesson(pairs, open_batch(pairs), np.arange(len(pairs)), made=True)


def pairs_of(language: str, names: Sequence[Named], chance: random.Random) -> Iterator[Row]:
    """Pairs of one name and of two that are names of one language."""
    one = [row for name in names for row in romanized(name, language, chance)]
    chance.shuffle(one)
    one = one[:MOST]
    yield from one
    some = [name for name in names if name.names]
    chance.shuffle(some)
    two = [
        row
        for row in neighbours(some[:MOST_NAMES], chance, MOST_EDITS)
        if row[0].endswith("a") == row[1].endswith("a")  # else a man and a woman of one family
    ]
    yield from two[: int(len(one) * MOST_NEIGHBOURS)]


def names_of(lines: Iterable[str], without: Collection[str]) -> dict[str, list[Named]]:
    """The names of each language that can be told by their scripts."""
    found = defaultdict[str, list[Named]](list)
    for id_, spellings in read_rows(lines):
        latin = tuple(name for name in spellings if is_latin(name) and _is_name(name))
        own = [name for name in spellings if not is_latin(name)]
        language = _language(scripts(own))
        if language and id_ not in without:
            bound = {*own, *(name.replace(" ", "") for name in fold(latin)[0])}
            found[language].append(Named(id_, language, latin, frozenset(bound)))
    return found


def _is_name(name: str) -> bool:
    return len(name) >= SHORTEST and _NO_NAME.isdisjoint(name)


def _language(written: frozenset[str]) -> str | None:
    """Russian is what has Cyrillic alone; names of China and Japan may be written in Hangul."""
    if written == {"CYRILLIC"}:
        return "ru"
    if "HIRAGANA" in written:
        return "ja" if "HANGUL" not in written else None
    return "ko" if "HANGUL" in written and "CJK" not in written else None


def romanized(name: Named, language: str, chance: random.Random) -> Iterator[Row]:
    """Pairs of spellings that schemes of the language give a name, as far as they differ."""
    script = _SCRIPTS[language]
    written = sorted(own for own in name.own if scripts([own]) == {script})
    for own in written[:1]:
        made = {romanize(own, scheme.id) for scheme in schemes_for(language)}
        latin = sorted(one for one in made if one and is_latin(one))
        by_letters = dict(zip(reversed(fold(latin)[0]), reversed(latin), strict=True))
        pairs = [*combinations(sorted(by_letters), 2)]
        chance.shuffle(pairs)
        for one, other in pairs[:MOST_OF_ONE]:
            yield by_letters[one], by_letters[other], name, name


def without_words_of(lesson: Lesson, batch: Batch, rows: Rows) -> Lesson:
    """The lesson but for pairs with a spelling that is a word of some other pairs' names."""
    held = {
        word
        for side in (batch.pairs.first, batch.pairs.second)
        for n in rows
        for word in (*side[n].split(), side[n].replace(" ", ""))
    }
    pairs = lesson.batch.pairs
    kept = [
        n
        for n in lesson.rows
        if all(
            held.isdisjoint((side[n], side[n].replace(" ", "")))
            for side in (pairs.first, pairs.second)
        )
    ]
    return replace(lesson, rows=np.array(kept, np.int64))
