"""Times linking on feeds of ever more names: `make bench`.

    python benchmarks/bench_linking.py [--names 55000]

The feeds are made of invented people, named in full and by the surname, a tenth of them also in a
second spelling; 55,000 people are some 100,000 different names. The seed is fixed. Printed are the
CPU seconds of linking alone for feeds of doubling size, the entities found, and the exponent of
growth since the size before: 1 is linear.
"""

import argparse
import gc
import math
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.link import link
from audit.model.authority import Authority
from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Document
from tests import builders as make

SEED = 7
NAMES_A_DOCUMENT = 15
TWICE = 0.1
"""Share of names that have a second spelling."""
DOUBLINGS = 3

ONSETS = [
    "b",
    "v",
    "g",
    "d",
    "zh",
    "z",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "kh",
    "ts",
    "ch",
    "sh",
]
VOWELS = ["a", "e", "i", "o", "u", "y", "ia", "ya", "ou"]
ENDINGS = ["ov", "enko", "uk", "in", "sky", "er", "son", "i", "ez", "ian", "n", "r", "k"]
RESPELLED = (("kh", "h"), ("zh", "j"), ("ts", "tz"), ("ya", "ia"), ("ov", "off"), ("sky", "skiy"))
"""How a second spelling differs from the first."""


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--names",
        type=int,
        default=55_000,
        help="people at the largest; each has two names or more",
    )
    asked = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # as the command does
    print("names    documents  CPU seconds  entities  exponent")
    before: tuple[int, float] | None = None
    for size in (asked.names >> shift for shift in range(DOUBLINGS, -1, -1)):
        documents = feed(size)
        unique = len({mention.text for one in documents for mention in one.mentions})
        start = time.process_time()
        entities = link(documents, Authority())
        spent = time.process_time() - start
        growth = math.log(spent / before[1]) / math.log(unique / before[0]) if before else math.nan
        print(f"{unique:7,}  {len(documents):9,}  {spent:11.1f}  {len(entities):8,}  {growth:8.2f}")
        before = unique, spent
    return 0


def feed(size: int) -> list[Document]:
    """Documents in which `size` different full names stand, each as often as news repeats one."""
    random = Random(SEED)
    names = list(dict.fromkeys(_name(random) for _ in range(size)))
    spellings = [(name, _respelled(name) if random.random() < TWICE else name) for name in names]
    random.shuffle(spellings)
    return [
        _document(number, spellings[at : at + NAMES_A_DOCUMENT], random)
        for number, at in enumerate(range(0, len(spellings), NAMES_A_DOCUMENT))
    ]


def _name(random: Random) -> str:
    given = "".join(random.choice(ONSETS) + random.choice(VOWELS) for _ in range(2))
    syllables = random.choice((1, 2, 2, 3))
    family = "".join(random.choice(ONSETS) + random.choice(VOWELS) for _ in range(syllables))
    return f"{given.capitalize()} {(family + random.choice(ENDINGS)).capitalize()}"


def _respelled(name: str) -> str:
    for one, other in RESPELLED:
        if one in name:
            return name.replace(one, other, 1)
    return name


def _document(number: int, spellings: list[tuple[str, str]], random: Random) -> Document:
    """An article that names each person in full, in the second spelling, and by the surname."""
    sentences = list[str]()
    for one, other in spellings:
        surname = random.choice((one, other)).split()[1]
        sentences += [f"We met {one}.", f"Then {other} spoke.", f"At last {surname} left."]
    document = make.document(" ".join(sentences), id=f"d{number}")
    mentions, at = list[Mention](), 0
    for sentence in sentences:
        name = sentence.removeprefix("We met ").removeprefix("Then ").removeprefix("At last ")
        name = name.removesuffix(".").removesuffix(" spoke").removesuffix(" left")
        start = document.text.index(name, at)
        mentions.append(Mention(document.id, Span(start, start + len(name)), name, Kind.NAME, "en"))
        at = start
    return replace(document, mentions=tuple(mentions))


if __name__ == "__main__":
    sys.exit(main())
