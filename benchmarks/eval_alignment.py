"""Measures how well a source that came as one text is laid beside its translation.

    python benchmarks/eval_alignment.py --eval ../shared/eval

The passages of real articles and their human translations are joined, aligned anew and held
against the passages. Three ways of joining: the same `lines` on both sides; `paragraphs` of one to
four passages that differ from side to side; and one `block` a side. A fourth, `gaps`, is the second
with one passage in fifteen of the translation left out. A pair is right when both its sides come
from the same passages. Precision is the share of right pairs; recall the share of the letters of
the translation that stand in right pairs. The sample is taken by a digest of the document's id.
"""

import argparse
import gzip
import json
import sys
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.lang.lengths import letters
from audit.model.text import Document
from audit.segment.pairs import pairs

WAYS = ("lines", "paragraphs", "block", "gaps")
GAP = 15
"""Of so many passages one is left out."""
Passages = Sequence[tuple[str, str]]


def main() -> int:
    """Print one line a language pair and way of joining."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--per-pair", type=int, default=40, help="documents of a language pair")
    parser.add_argument("--ways", default=",".join(WAYS))
    asked = parser.parse_args()
    path = asked.eval / "mt_docs_dev.jsonl.gz"
    if not path.is_file():
        print(f"{path} is not there: nothing measured")
        return 2
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (source, target), articles in sorted(_articles(path, asked.per_pair).items()):
        for way in asked.ways.split(","):
            start = time.process_time()
            counts = [0, 0, 0, 0]
            for passages in articles:
                for n, one in enumerate(_measured(passages, source, target, way)):
                    counts[n] += one
                    totals[way][n] += one
            _print(f"{source}-{target} {way}", counts, time.process_time() - start)
    for way, counts in totals.items():
        _print(f"all {way}", counts, 0.0)
    return 0


def _print(name: str, counts: Sequence[int], seconds: float) -> None:
    right, made, found, whole = counts
    precision, recall = right / max(1, made), found / max(1, whole)
    print(
        f"{name:18} pairs {made:6} precision {precision:.3f} recall {recall:.3f} {seconds:6.1f} s"
    )


def _articles(path: Path, per_pair: int) -> dict[tuple[str, str], list[Passages]]:
    """The first articles of each language pair in the order of the digests of their ids."""
    found: dict[tuple[str, str], dict[bytes, Passages]] = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            passages = [
                (one["src"], one.get("ref") or "")
                for one in row["segments"]
                if one["src"].strip() and (one.get("ref") or "").strip()
            ]
            if len(passages) > 1:
                key = _digest(row["set"] + row["doc"])
                found[row["src_lang"], row["tgt_lang"]][key] = passages
    return {pair: [all_[key] for key in sorted(all_)[:per_pair]] for pair, all_ in found.items()}


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()


def _joined(texts: Sequence[str], ends: Sequence[bool]) -> tuple[str, list[int]]:
    """Passages as one text, with the places where they begin; `ends` says where a line ends."""
    text, starts = "", []
    for one, end in zip(texts, ends, strict=True):
        starts.append(len(text))
        text += one + ("\n" if end else " ") if one else ""
    return text, starts


def _ends(passages: Passages, way: str, side: str) -> list[bool]:
    if way in ("lines", "block"):
        return [way == "lines"] * len(passages)
    return [_digest(f"{side}{one[0]}")[0] % 5 < 2 for one in passages]


def _measured(passages: Passages, source: str, target: str, way: str) -> tuple[int, int, int, int]:
    """Right pairs, pairs, letters in right pairs, letters."""
    left_out = {n for n in range(len(passages)) if way == "gaps" and n % GAP == GAP // 2}
    theirs, theirs_at = _joined([one[0] for one in passages], _ends(passages, way, "source"))
    ours, ours_at = _joined(
        ["" if n in left_out else one[1] for n, one in enumerate(passages)],
        _ends(passages, way, "target"),
    )
    document = Document("a", "a.txt", ours, lang=target, source=theirs, source_lang=source)
    right = made = found = at = 0
    for pair in pairs(document, target, source):
        made += 1
        start = theirs.index(pair.source, at)
        at = start + len(pair.source)
        sources = set(_touched(theirs_at, start, at)) if pair.source else set()
        targets = set(_touched(ours_at, pair.span.start, pair.span.end)) if pair.span else set()
        if sources - left_out == targets - left_out:
            right += 1
            found += letters(document.cut(pair.span))
    return right, made, found, letters(ours)


def _touched(starts: Sequence[int], start: int, end: int) -> Iterator[int]:
    """The numbers of the passages that a stretch touches."""
    yield from range(bisect_right(starts, start) - 1, bisect_left(starts, end))


if __name__ == "__main__":
    sys.exit(main())
