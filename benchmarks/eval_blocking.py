"""Measures what blocking loses: `make eval`.

    python benchmarks/eval_blocking.py --eval ../shared/eval

Of labelled pairs of names that are one, the share that is compared at all when both stand in one
document, and when they stand in two documents of a feed, where only what the authority, a scheme
or the matcher can vouch for is compared.
"""

import argparse
import csv
import gzip
import sys
from collections import Counter
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from audit.link.apart import candidates_apart
from audit.link.block import candidates
from audit.link.gather import forms_of
from audit.link.known import KnownForms
from audit.model.authority import Authority
from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Document


def main() -> int:
    """Print the two shares, by kind of name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    asked = parser.parse_args()
    total, together, apart = Counter[str](), Counter[str](), Counter[str]()
    with gzip.open(asked.eval / "name_pairs_dev.tsv.gz", "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["same"] != "1":
                continue
            for kind in (row["kind"], "all"):
                total[kind] += 1
                together[kind] += meet(row["a"], row["b"], ("a", "a"))
                apart[kind] += meet(row["a"], row["b"], ("a", "b"))
    print("true pairs, share compared in one document, in two documents")
    for kind in sorted(total):
        print(
            f"  {kind:8} {total[kind]:6,} {together[kind] / total[kind]:.4f}"
            f" {apart[kind] / total[kind]:.4f}"
        )
    return 0


def meet(one: str, other: str, documents: tuple[str, str]) -> bool:
    """Whether two names that stand in these documents are compared."""
    mentions = [
        Mention(id_, Span(at, at + len(text)), text, Kind.NAME, "en")
        for id_, at, text in zip(documents, (0, len(one) + 1), (one, other), strict=True)
    ]
    feed = [
        Document(id_, id_, f"{one} {other}", mentions=tuple(of_one))
        for id_, of_one in groupby(mentions, attrgetter("document"))
    ]
    forms = forms_of(feed, KnownForms(Authority()))
    return bool(len(candidates(forms)) or len(candidates_apart(forms)))


if __name__ == "__main__":
    sys.exit(main())
