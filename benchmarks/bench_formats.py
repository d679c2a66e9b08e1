"""Times reading and rewriting of bilingual files of ever more units: `make bench`.

    python benchmarks/bench_formats.py [--units 20000]

The files are made of invented sentences of twenty words; the seed is fixed. Printed are, for each
format and for half as many units, the size of the file, the CPU seconds of reading it, and of
rewriting it with one edit in every third unit, proof by reading it again included.
"""

import argparse
import re
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.model.edit import Edit
from audit.model.place import Span
from audit.model.text import Document
from audit.read import read_again
from audit.read.sources import Source
from audit.rewrite import rewrite

SEED = 7
WORDS = ("the", "train", "to", "left", "a", "station", "&amp;", "with", "people", "of", "snow")
SENTENCE = 20
EDIT_EVERY = 3


def files(units: int) -> dict[str, str]:
    """A file of each format with that many units."""
    random = Random(SEED)

    def say() -> str:
        return " ".join(random.choices(WORDS, k=SENTENCE))

    rows = [(say(), f"{say()} Kiev") for _ in range(units)]
    xliff = "".join(
        f'<trans-unit id="{number}"><source>{source}</source>\n'
        f'<target>{target} <x id="1"/></target></trans-unit>\n'
        for number, (source, target) in enumerate(rows)
    )
    tmx = "".join(
        f'<tu><tuv xml:lang="uk"><seg>{source}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>\n'
        for source, target in rows
    )
    po = (f'#: a.c:1\nmsgid "{source}"\nmsgstr ""\n"{target}"\n\n' for source, target in rows)
    return {
        "a.xlf": f'<xliff version="1.2"><file>{xliff}</file></xliff>',
        "a.tmx": f'<tmx><header srclang="uk"/><body>{tmx}</body></tmx>',
        "a.po": "".join(po),
        "a.csv": "source,target\n" + "".join(f'"{one}","{two}"\n' for one, two in rows),
        "a.tsv": "source\ttarget\n" + "".join(f"{one}\t{two}\n" for one, two in rows),
    }


def timed(name: str, text: str) -> tuple[float, float, int]:
    """CPU seconds of reading and of rewriting, and the number of edits made."""
    data = text.encode()

    def read(data: bytes) -> list[Document]:
        found = read_again(Source(None, name, named=True), data, {})
        return [item for item in found if isinstance(item, Document)]

    begun = time.process_time()
    documents = read(data)
    taken = time.process_time() - begun
    places = [found.span() for found in re.finditer("Kiev", documents[0].text)]
    edits = [Edit(name, Span(*place), "Kyiv") for place in places[::EDIT_EVERY]]
    begun = time.process_time()
    done = rewrite(data, documents, edits, read)
    return taken, time.process_time() - begun, len(done.made)


def main() -> None:
    """Print a line for each format and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=20_000)
    units = parser.parse_args().units
    print("file    units   MB     read s  MB/s   edits  rewrite s")
    for count in (units // 2, units):
        for name, text in files(count).items():
            size = len(text.encode()) / 1e6
            read, written, made = timed(name, text)
            rate = size / read if read else 0.0
            print(
                f"{name:6} {count:7,} {size:6.1f} {read:8.2f} {rate:6.1f} {made:7,} {written:8.2f}"
            )


if __name__ == "__main__":
    main()
