"""More pairs of names of persons to learn from what letters differ by, made of known names.

The names are the records of `name_records.py`: given names and family names of Wikidata, one record
for each. Two spellings of one record that are alike are one name; the nearest spellings of two
records of one language are two where nothing is common to the records in any script. Which language
a name is of is told by the scripts that it is written in beside Latin: names that are written in
all scripts of the world say nothing and are left out. Men's and women's forms of one name are not
told apart by the records and are left out, as are Baltic endings.
"""

import random
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from audit.match.features import PERSON, Batch
from audit.match.names import fold
from benchmarks.labelled_pairs import Labelled, groups, origins_of
from benchmarks.learn import Lesson, Rows, open_batch
from benchmarks.name_records import PACKAGE, PREFIX, TABLE, is_latin
from benchmarks.place_pairs import ALIKE, one_name

SEED = 7
# Language, the script that its names must have, and those that they may have beside it.
_LANGUAGES = (
    ("ja", "HIRAGANA", "CJK KATAKANA CYRILLIC"),
    ("ko", "HANGUL", "KATAKANA HIRAGANA CYRILLIC ARABIC THAI"),
    ("zh", "CJK", "HANGUL HIRAGANA KATAKANA"),
    ("ru", "CYRILLIC", ""),
    ("ar", "ARABIC", "CYRILLIC HEBREW"),
    ("el", "GREEK", "CYRILLIC"),
    ("he", "HEBREW", "CYRILLIC"),
    ("ka", "GEORGIAN", "CYRILLIC"),
    ("hy", "ARMENIAN", "CYRILLIC"),
    ("hi", "DEVANAGARI", "CYRILLIC"),
    ("bn", "BENGALI", "CYRILLIC"),
    ("th", "THAI", "CYRILLIC"),
    ("my", "MYANMAR", "CYRILLIC"),
    ("am", "ETHIOPIC", "CYRILLIC"),
)
MOST_SPELLINGS = 3
"""Pairs of spellings of one name."""
MOST_NAMES = 6000
"""Pairs of one language that are one name, and names of it among which look-alikes are sought."""
MOST_EDITS = 3
"""Letters that two names may differ by to teach anything."""
SHORTEST = 3
_NO_NAME = frozenset('()"./')
_BALTIC = ("s", "as", "is", "us")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its language, its spellings in Latin letters, and those in other scripts."""

    id: str
    language: str
    spellings: tuple[str, ...]
    own: frozenset[str]


Row = tuple[str, str, Name, Name]


def names_beside(without: Collection[str] = ()) -> Lesson:
    """Pairs of all names but for those with the given ids."""
    table = files(PACKAGE).joinpath(TABLE).read_text(encoding="utf-8")
    by_language = defaultdict[str, list[Name]](list)
    for line in table.splitlines():
        name = name_of(line)
        if name and name.id not in without:
            by_language[name.language].append(name)
    chance = random.Random(SEED)
    rows: list[Row] = []
    for _, names in sorted(by_language.items()):
        one = list(respelled(names, chance))
        chance.shuffle(one)
        one = one[:MOST_NAMES]
        rows += [*one, *list(look_alikes(names, chance))[: len(one)]]
    pairs = _labelled(rows)
    return Lesson(pairs, open_batch(pairs), np.arange(len(pairs)), parts=True)


def without_words_of(lesson: Lesson, batch: Batch, rows: Rows) -> Lesson:
    """The lesson but for pairs with a spelling that stands as a word in one of some other pairs."""
    sides = (batch.pairs.first, batch.pairs.second)
    held = {part for side in sides for n in rows for part in _parts(side[n])}
    first, second = lesson.batch.pairs.solid
    kept = [n for n in lesson.rows if held.isdisjoint((first[n], second[n]))]
    return replace(lesson, rows=np.array(kept, np.int64))


def _parts(name: str) -> set[str]:
    return {*name.split(), name.replace(" ", "")}


def name_of(line: str) -> Name | None:
    """The name of one line of the table, or None where its scripts tell no language."""
    listed, _, number = line.partition(" => ")
    every = listed.split(", ")
    own = frozenset(name for name in every if not is_latin(name))
    language = language_of(own)
    spellings = tuple(
        name
        for name in every
        if name not in own
        and len(name) >= SHORTEST
        and not any(char in _NO_NAME or unicodedata.category(char).startswith("N") for char in name)
    )
    return Name(PREFIX + number.strip(), language, spellings, own) if language else None


def language_of(own: Collection[str]) -> str | None:
    """The language that names written in these scripts are of, where that can be told."""
    scripts = {_script(name) for name in own}
    for language, script, others in _LANGUAGES:
        if script in scripts and scripts <= {script, *others.split()}:
            return language
    return None


def _script(name: str) -> str:
    return next((unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()), "")


def respelled(names: Sequence[Name], chance: random.Random) -> Iterator[Row]:
    """Pairs of spellings of one name."""
    for name in names:
        of = dict(zip(reversed(fold(name.spellings)[0]), reversed(name.spellings), strict=True))
        letters = sorted(filter(None, of))
        pairs = [
            (one, other)
            for n, one in enumerate(letters)
            for other in letters[n + 1 :]
            if one_name(one, other) and not other_form(one, other)
        ]
        chance.shuffle(pairs)
        for one, other in pairs[:MOST_SPELLINGS]:
            yield of[one], of[other], name, name


def other_form(one: str, other: str) -> bool:
    """Whether one spelling may be a woman's form of the other, or have a Baltic ending more."""
    if one.endswith("a") != other.endswith("a"):
        return True
    shorter, longer = sorted((one, other), key=len)
    return longer in {shorter + ending for ending in _BALTIC}


def look_alikes(names: Sequence[Name], chance: random.Random) -> Iterator[Row]:
    """Pairs of two names with nothing in common, the most alike first, each name once."""
    those = [name for name in names if name.spellings]
    chance.shuffle(those)
    those = those[:MOST_NAMES]
    picked = [chance.choice(name.spellings) for name in those]
    solid = [one.replace(" ", "") for one in fold(picked)[0]]
    every = [{one.replace(" ", "") for one in fold(name.spellings)[0]} for name in those]
    edits = process.cdist(
        solid, solid, scorer=Levenshtein.distance, score_cutoff=MOST_EDITS, dtype=np.uint8
    )
    ranked = []
    for a, b in zip(*np.nonzero(np.triu((edits > 0) & (edits <= MOST_EDITS), 1)), strict=True):
        alike = Indel.normalized_similarity(solid[a], solid[b])
        if alike >= ALIKE:
            ranked.append((int(edits[a, b]) - MOST_EDITS * alike, chance.random(), a, b))
    taken = set[int]()
    for _, _, a, b in sorted(ranked):
        apart = those[a].own.isdisjoint(those[b].own) and every[a].isdisjoint(every[b])
        if taken.isdisjoint((a, b)) and apart and not other_form(solid[a], solid[b]):
            taken |= {a, b}
            yield picked[a], picked[b], those[a], those[b]


def _labelled(rows: Sequence[Row]) -> Labelled:
    entities = [(one.id, other.id) for _, _, one, other in rows]
    same = [one == other for one, other in entities]
    languages = [one.language for _, _, one, _ in rows]
    return Labelled(
        [row[0] for row in rows],
        [row[1] for row in rows],
        np.array(same, np.float64),
        np.full(len(rows), PERSON),
        origins_of(languages),
        np.array(groups(entities)),
        ["translit" if one else "name" for one in same],
        languages,
        entities,
    )
