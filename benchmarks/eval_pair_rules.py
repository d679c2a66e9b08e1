"""Measures the rules that compare a text with its source: `python benchmarks/eval_pair_rules.py`.

    python benchmarks/eval_pair_rules.py --eval ../shared/eval --contexts 10 --rules OMI007

For each rule it prints hits in 1,000 passages of machine translations and of human translations of
the same articles, by language pair, and with `--contexts N` up to N distinct hits to read. The
rules see the passages of the file; nothing is aligned or linked. What one system made of one test
set is a feed. The sample is taken by a digest of the document's id. Nothing is written.
"""

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.detect import load
from audit.model.finding import Hit
from audit.model.place import Span
from audit.model.rule import Rule, Scope
from audit.model.text import Block, Document, Pair

DOCUMENTS_A_PAIR = 200
BESIDE_A_SOURCE = ("OMI006", "REP004", "REP005")
"""Rules of other scopes that look at pairs, too."""
NUMBERS = ("NUM", "TRM")
"""Families that are measured elsewhere."""
SHOWN = 300
"""Characters of a passage that are printed."""


def main() -> int:
    """Print one block a rule."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--per-pair", type=int, default=DOCUMENTS_A_PAIR)
    parser.add_argument("--rules", default="", help="rule ids, by comma; empty for all")
    parser.add_argument("--side", choices=("mt", "ref", "both"), default="both")
    parser.add_argument("--contexts", type=int, default=0, help="distinct hits to print a rule")
    parser.add_argument("--without", default="", help="systems to leave out, by comma")
    parser.add_argument("--seed", default="", help="another order of the hits to print")
    asked = parser.parse_args()
    path = asked.eval / "mt_docs_dev.jsonl.gz"
    if not path.is_file():
        print(f"{path} is not there: nothing measured")
        return 2
    rules = list(bilingual_rules([one for one in asked.rules.split(",") if one]))
    without = asked.without.split(",")
    rows = [row for row in sample(path, asked.per_pair) if row["system"] not in without]
    for side in ("mt", "ref") if asked.side == "both" else (asked.side,):
        _measure(side, rules, rows, asked.contexts, asked.seed)
    return 0


def bilingual_rules(ids: Sequence[str] = ()) -> Iterator[Rule]:
    """The rules with these ids, or all that compare passages with their sources."""
    for id_, rule in load().items():
        beside = rule.scope is Scope.PAIR or id_ in BESIDE_A_SOURCE
        if id_ in ids or (not ids and beside and not id_.startswith(NUMBERS)):
            yield rule


def sample(path: Path, per_pair: int) -> list[Mapping[str, Any]]:
    """The first documents of each language pair in the order of the digests of their ids."""
    found: dict[tuple[str, str], list[tuple[bytes, Mapping[str, Any]]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found[row["src_lang"], row["tgt_lang"]].append((_digest(row["id"]), row))
    return [
        row
        for _, rows in sorted(found.items())
        for _, row in sorted(rows, key=lambda one: one[0])[:per_pair]
    ]


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()


def document(row: Mapping[str, Any], side: str) -> Document:
    """The document of one row, its segments as pairs, one line each."""
    text, pairs = "", []
    for segment in row["segments"]:
        target = " ".join((segment.get(side) or "").split("\n"))
        pairs.append(Pair(Span(len(text), len(text) + len(target)), segment["src"]))
        text += target + "\n"
    blocks = tuple(Block(pair.span) for pair in pairs if pair.span)
    return Document(
        id=row["id"], path=row["id"], text=text, lang=row["tgt_lang"],
        source_lang=row["src_lang"], pairs=tuple(pairs), blocks=blocks,
    )  # fmt: skip


def _documents(rows: Sequence[Mapping[str, Any]], side: str) -> Iterator[tuple[str, Document]]:
    """The documents of one side with their feeds, each human translation once."""
    seen = set[tuple[str, ...]]()
    for row in rows:
        article = (row["set"], row["doc"], row["src_lang"], row["tgt_lang"])
        if side == "ref":
            if article in seen or not all(one.get("ref") for one in row["segments"]):
                continue
            seen.add(article)
        feed = (row["set"], row["src_lang"], row["tgt_lang"], row["system"] if side == "mt" else "")
        yield " ".join(feed), document(row, side)


def _measure(
    side: str,
    rules: Sequence[Rule],
    rows: Sequence[Mapping[str, Any]],
    contexts: int,
    seed: str,
) -> None:
    passages = Counter[str]()
    hits: dict[str, list[tuple[Document, Hit]]] = defaultdict(list)
    feeds: dict[str, list[Document]] = defaultdict(list)
    for feed, one in _documents(rows, side):
        feeds[feed].append(one)
        passages[f"{one.source_lang}-{one.lang}"] += len(one.pairs)
        for rule in rules:
            if rule.scope is not Scope.FEED:
                hits[rule.id] += ((one, hit) for hit in _said(rule, one))
    for documents in feeds.values():
        by_id = {one.id: one for one in documents}
        for rule in rules:
            if rule.scope is Scope.FEED:
                said = rule.check(documents, rule.options())
                hits[rule.id] += ((by_id[hit.document], hit) for hit in said)
    whole = sum(passages.values())
    print(f"\n{side}: {whole:,} passages")
    for rule in rules:
        found = hits[rule.id]
        by_pair = Counter(f"{one.source_lang}-{one.lang}" for one, _ in found)
        rates = " ".join(
            f"{pair} {1000 * count / passages[pair]:.1f}" for pair, count in sorted(by_pair.items())
        )
        off = "" if rule.default_on else " (off)"
        print(f"{rule.id} {rule.name}{off}: {len(found)}, "
              f"{1000 * len(found) / whole:.2f} in 1,000; {rates}")  # fmt: skip
        distinct = sorted({_shown(*one) for one in found}, key=lambda line: _digest(seed + line))
        for line in distinct[:contexts]:
            print(line)
    flagged = {
        (one.id, hit.at)
        for rule in rules
        if rule.default_on
        for one, hit in hits[rule.id]
        if (hit.finding_class or rule.finding_class).asks
    }
    print(f"all rules that are on: {1000 * len(flagged) / whole:.2f} in 1,000 passages")


def _said(rule: Rule, one: Document) -> Iterator[Hit]:
    if not rule.knows(one.lang):
        return
    if rule.scope is Scope.DOCUMENT:
        yield from rule.check(one, rule.options())
        return
    for pair in one.aligned():
        if rule.knows_source(pair.source_lang):
            yield from rule.check(one, pair, rule.options())


def _shown(one: Document, hit: Hit) -> str:
    pair = next(
        pair
        for pair in one.pairs
        if pair.span.start <= hit.at.start and hit.at.end <= pair.span.end
    )
    start, end = hit.at.start - pair.span.start, hit.at.end - pair.span.start
    text = one.cut(pair.span)
    marked = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}" if end - start < len(text) else text
    values = " | ".join(value for _, value in hit.values)[:120]
    head = f"    {one.source_lang}-{one.lang} [{values}]"
    return f"{head} {pair.source[:SHOWN]}\n        => {marked[:SHOWN]}"


if __name__ == "__main__":
    sys.exit(main())
