"""Learns the matcher that ships: `make train`.

    python benchmarks/train_matcher.py [--pairs ../shared/eval/name_pairs_dev.tsv.gz]

Writes `audit/match/data/matcher.xz`. The same pairs give the same bytes: seeds are fixed, gradients
are summed as integers, and nothing depends on the number of processors. The pairs themselves are
no part of the project and none of them is in the file: it holds hashed weights and trees.
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
from benchmarks.boosting import Plan
from benchmarks.labelled_pairs import read_pairs
from benchmarks.learn import learn, open_batch

DATA = Path("audit/match/data/matcher.xz")


def main() -> int:
    """Train and write; 2 where the pairs are not at hand."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=Path, default=Path("../shared/eval/name_pairs_dev.tsv.gz"))
    parser.add_argument("--out", type=Path, default=DATA)
    arguments = parser.parse_args()
    if not arguments.pairs.is_file():
        print(f"{arguments.pairs} is not there: nothing learned")
        return 2
    began = time.perf_counter()
    pairs = read_pairs(arguments.pairs)
    model = learn(pairs, open_batch(pairs), np.arange(len(pairs)), Plan())
    stored = to_bytes(model)
    arguments.out.write_bytes(stored)
    spent = time.perf_counter() - began
    print(f"{arguments.out}: {len(stored):,} bytes from {len(pairs):,} pairs in {spent:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
