"""Peak memory of a whole audit on invented feeds of ever more text.

    python benchmarks/bench_memory.py [--sizes 4 16] [--names recur|new] [--jobs N] [--select NAM]
    python benchmarks/bench_memory.py [--sizes 4 16] [--names recur|new] --linking
    python benchmarks/bench_memory.py --sizes 16 --names new --write FILE

The articles are made of invented people and places in sentences of a few patterns; a tenth of the
names is now and then spelled in a second way. With `--names recur` names come back as they do in
news: the number of different ones grows like the text to the power of 0.65 (Heaps' law), and a few
of them are met everywhere. With `--names new` every article has names of its own. The seed is
fixed. Printed are, for each size, CPU seconds and the peak memory of the process that was started,
and what each further megabyte of text added since the size before, with the exponent of growth.
`--linking` leaves out all but linking: the documents, with their names marked by whoever invented
them, lie on disk before it begins, which lets far larger feeds be measured. `--write` writes the
feed of the largest size and measures nothing.
"""

import argparse
import gc
import json
import math
import re
import sys
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.model.names import Mention
from audit.model.place import Span
from audit.model.text import Document, Segment
from benchmarks.bench_audit import MB, run
from benchmarks.bench_linking import ENDINGS, ONSETS, VOWELS

_ALONE = "--link-alone"
SEED = 11
HEAPS = 0.65
"""The exponent by which the number of different names grows with the text."""
FIRST_NAMES = 40.0
"""How much the first articles tend to new names."""
ARTICLE = 2600
"""Code points of an article."""
PEOPLE, PLACES = 5, 4
"""Names that an article speaks of."""
SECOND_SPELLING = 0.1
SHARE_SECOND = 0.15
"""How often a name that has a second spelling is written so."""
RESPELLED = (("kh", "h"), ("zh", "j"), ("ts", "tz"), ("ya", "ia"), ("y", "i"), ("v", "w"))

SENTENCES = (
    "{p} said on {d} that the repair of the old bridge near {l} will take {n} weeks.",
    "According to {p}, farmers around {l} sowed {n} hectares of rye this spring.",
    "The council of {l} turned down the plan, though {s} had asked for more time.",
    "{s} added that nobody in {l} should expect the buses to run before {d}.",
    "Some {n} families left {l} after the flood, and few of them have come back.",
    "In a letter to {p}, the teachers of {l} listed {n} broken windows.",
    "{s} did not answer questions about the contract.",
    "The road from {l} to {m} stayed closed for {n} hours because of the snow.",
    "{p} and {q} met in {l} to talk about water, schools and a new market.",
    "Later {s} told reporters that the money had been spent on fuel.",
    "The museum in {m} showed {n} drawings that {q} had found in a cellar.",
    "Neighbours remember {q} as a quiet man who mended shoes and kept bees.",
    "The price of bread in {m} rose by {n} percent, which {s} called a pity.",
    "On {d} the train to {l} was late again, and the passengers sang.",
)
FILLERS = (
    "Nobody was hurt, but {n} windows broke and the cellar is still wet.",
    "The work should have begun in spring and now waits for the autumn.",
    "About {n} people came to listen, most of them on foot.",
    "It was not the first time that the money ran out before the paint did.",
    "A second meeting is planned, with tea, for those who missed the first one.",
    "The rain had softened the ground so much that {n} trees fell in one night.",
    "For the time being the children are taught in the gym of the old school.",
    "Of the {n} letters that came in, hardly any asked for the road to be wider.",
    "The owner of the mill wants to sell it and buy a boat.",
    "Last year the same stretch cost {n} thousand and lasted until the first frost.",
)
"""Sentences without names, which keep names about as dense as in news: one in 100 code points."""
FILLED = 0.45
"""Share of sentences that are of these."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Names:
    """Names of one kind, given out again and again as often as news names them."""

    def __init__(self, random: Random, made: Iterator[str], heaps: float) -> None:
        """`heaps` is the exponent of growth; at 1 no name comes back."""
        self._random, self._made, self._heaps = random, made, heaps
        self._names = list[tuple[str, str]]()
        self._given = array("L")

    def one(self) -> tuple[str, str]:
        """A name in its usual and in its second spelling, which are mostly the same."""
        tends = FIRST_NAMES + self._heaps * len(self._names)
        if self._heaps >= 1 or self._random.random() < tends / (FIRST_NAMES + len(self._given)):
            name = next(self._made)
            twice = self._random.random() < SECOND_SPELLING
            self._names.append((name, _respelled(name) if twice else name))
            self._given.append(len(self._names) - 1)
        else:
            self._given.append(self._random.choice(self._given))
        return self._names[self._given[-1]]


@dataclass(frozen=True, slots=True)
class Article:
    """An invented article and the names that may stand in it."""

    text: str
    names: frozenset[str]


def articles(size: int, heaps: float) -> Iterator[Article]:
    """Articles of `size` code points together."""
    random = Random(SEED)
    people = Names(random, _people(random), heaps)
    places = Names(random, _places(random), heaps)
    while size > 0:
        spoken_of = [people.one() for _ in range(PEOPLE)]
        about = [places.one() for _ in range(PLACES)]
        full = frozenset(name for both in (*spoken_of, *about) for name in both)
        text = _article(random, spoken_of, about)
        size -= len(text)
        yield Article(text, full | {name.rpartition(" ")[2] for name in full})


def _article(
    random: Random, people: Sequence[tuple[str, str]], places: Sequence[tuple[str, str]]
) -> str:
    said = list[str]()
    length = 0
    while length < ARTICLE:
        pattern = random.choice(FILLERS if random.random() < FILLED else SENTENCES)
        p, q = (_spelled(random, one) for one in random.sample(people, 2))
        here, there = (_spelled(random, one) for one in random.sample(places, 2))
        s = _spelled(random, random.choice(people)).rpartition(" ")[2]
        said.append(
            pattern.format(
                p=p, q=q, l=here, m=there, s=s, d=random.choice(DAYS), n=random.randint(3, 900)
            )
        )
        length += len(said[-1]) + 1
    return "\n".join(said)


def _spelled(random: Random, name: tuple[str, str]) -> str:
    return name[random.random() < SHARE_SECOND]


def _people(random: Random) -> Iterator[str]:
    while True:
        yield f"{_word(random, 2)} {_word(random, random.choice((1, 2, 2, 3)), ENDINGS)}"


def _places(random: Random) -> Iterator[str]:
    while True:
        yield _word(random, random.choice((2, 3, 3)), ("sk", "ovo", "ivka", "burg", "n", "l", ""))


def _word(random: Random, syllables: int, endings: Sequence[str] = ("",)) -> str:
    made = (random.choice(ONSETS) + random.choice(VOWELS) for _ in range(syllables))
    return ("".join(made) + random.choice(endings)).capitalize()


def _respelled(name: str) -> str:
    return next((name.replace(one, two, 1) for one, two in RESPELLED if one in name), name)


def write(path: Path, megabytes: float, heaps: float) -> None:
    """Write a feed of so many megabytes of text."""
    with path.open("w", encoding="utf-8") as out:
        for number, one in enumerate(articles(int(megabytes * MB), heaps)):
            out.write(json.dumps({"id": f"a{number}", "lang": "en", "text": one.text}) + "\n")


def link_alone(megabytes: float, heaps: float) -> None:
    """Link the names of a feed of so many megabytes of text, all of which lies on disk."""
    from audit.authority import load  # noqa: PLC0415 - in a process of its own
    from audit.link import link  # noqa: PLC0415
    from audit.run.examine import Examined  # noqa: PLC0415
    from audit.run.packed import pack, unpack  # noqa: PLC0415
    from audit.score import words_of  # noqa: PLC0415
    from audit.shelf import Seen, Shelf  # noqa: PLC0415

    gc.set_threshold(100_000, 50, 100)  # as the command does
    feed: Shelf[Examined] = Shelf(pack, unpack, 0)
    words = words_of(Document("", "", "", lang="en"))
    for number, one in enumerate(articles(int(megabytes * MB), heaps)):
        feed.append(Examined(_document(f"a{number}", one), (), (), words), 1)
    documents: Seen[Examined, Document] = Seen(feed, attrgetter("document"))
    print(len(link(documents, load())))


def _document(id_: str, article: Article) -> Document:
    """An article as a document with a sentence a line and its names marked."""
    text = article.text
    lines = [Span(*match.span()) for match in re.finditer(r".+", text)]
    longest_first = sorted(article.names, key=lambda name: (-len(name), name))
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return Document(
        id_,
        "feed.jsonl",
        text,
        lang="en",
        segments=tuple(Segment(at, text[at.start : at.end], "en") for at in lines),
        mentions=tuple(
            Mention(id_, Span(*match.span()), match[0], lang="en") for match in names.finditer(text)
        ),
    )


def main() -> int:
    """Print the table, or write a feed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=float, nargs="+", default=[4, 16], help="megabytes of text")
    parser.add_argument("--names", choices=("recur", "new"), default="recur")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--select", default="", help="rules to run, as the command takes them")
    parser.add_argument("--linking", action="store_true", help="measure linking alone")
    parser.add_argument(_ALONE, type=float, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, help="write the feed of the largest size here")
    asked = parser.parse_args()
    heaps = HEAPS if asked.names == "recur" else 1.0
    if asked.link_alone:
        link_alone(*asked.link_alone)
        return 0
    if asked.write:
        write(asked.write, max(asked.sizes), heaps)
        return 0
    print("      MB    CPU s   peak MB   MB for each further MB   exponent")
    before: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as scratch:
        for size in sorted(asked.sizes):
            if asked.linking:
                cost = run([sys.executable, __file__, _ALONE, str(size), str(heaps)])
            else:
                feed = Path(scratch) / "feed.jsonl"
                write(feed, size, heaps)
                cost = run(_check(feed, asked.jobs, asked.select), sound=(0, 1))
            growth = ""
            if before:
                further = (cost.peak - before[1]) / (size - before[0])
                exponent = math.log(cost.peak / before[1]) / math.log(size / before[0])
                growth = f"{further:24.2f} {exponent:10.2f}"
            print(f"{size:8.1f} {cost.cpu:8.1f} {cost.peak:9.0f}{growth}", flush=True)
            before = size, cost.peak
    return 0


def _check(feed: Path, jobs: int, select: str) -> list[str]:
    report = f"--report=json:{feed.with_suffix('.json')}"
    told = [sys.executable, "-m", "audit", "check", str(feed), report, "--isolated", "--quiet"]
    return [*told, f"--jobs={jobs}", *([f"--select={select}"] if select else [])]


if __name__ == "__main__":
    sys.exit(main())
