"""Measures the rules that compare numbers with the source: `make eval`.

    python benchmarks/eval_numbers.py --eval ../shared/eval --show 60 --into en --from ru,uk,zh,de

Prints, for every pair of languages, hits in 1,000 words of machine translation and of the human
translation of the same sources, by rule; then how many of the numbers that DEMETR changed on
purpose are found, and on how many of its sound sentences a rule on numbers has an alarm. Words of
Chinese and Japanese are counted as two characters each. `--show` draws hits for reading, seeded,
one for each number of a source; `--side ref` draws them from the human translations. Nothing is
written.
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.detect import load
from audit.detect.apply import hits_in_document
from audit.model.finding import Hit
from audit.model.place import Span
from audit.model.rule import Rule
from audit.model.text import Document, Pair

RULES = tuple(f"NUM{number:03}" for number in range(13, 21))
TAGS = {
    "chinese_simple": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi",
    "italian": "it", "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es",
}  # fmt: skip
"""The languages of DEMETR by the names it gives them."""
UNSPACED = ("zh", "ja")
AROUND = 60
"""Characters of context on either side."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, with the document and the system it stands in."""

    document: Document
    system: str
    rule: str
    hit: Hit

    @property
    def pair(self) -> str:
        """Both languages."""
        return f"{self.document.source_lang}-{self.document.lang}"

    def shown(self) -> str:
        """The hit in its context, source and target."""
        passage = self.hit.source
        number = passage.pair if passage else self._pair_at()
        pair = self.document.pairs[number]
        theirs = (passage.start, passage.end) if passage else (0, 0)
        at = self.hit.at
        whole = at == pair.span
        ours = (0, 0) if whole else (at.start - pair.span.start, at.end - pair.span.start)
        target = self.document.cut(pair.span)
        says = dict(self.hit.values)
        return (
            f"* {self.rule} {self.pair} {self.system} {self.hit.confidence} {says}\n"
            f"    S {_marked(pair.source, *theirs)}\n    T {_marked(target, *ours)}"
        )

    def _pair_at(self) -> int:
        spans = (pair.span for pair in self.document.pairs)
        return next(n for n, span in enumerate(spans) if span.end >= self.hit.at.start)


def main() -> int:
    """Print the tables; 0 when the data was there."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--share", type=float, default=0.2, help="share of the MT documents")
    parser.add_argument("--from", dest="sources", default="", help="source languages, by commas")
    parser.add_argument("--into", default="", help="target languages, by commas")
    parser.add_argument("--rules", default=",".join(RULES))
    parser.add_argument("--show", type=int, default=0, help="hits to print")
    parser.add_argument("--side", choices=("mt", "ref"), default="mt", help="where to draw them")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if not (asked.eval / "mt_docs_dev.jsonl.gz").is_file():
        print(f"{asked.eval} is not there: nothing measured")
        return 2
    rules = [rule for rule in load().values() if rule.id in asked.rules.split(",")]
    drawn: list[Found] = []
    for side in ("mt", "ref"):
        found = _measure(rules, asked, side)
        drawn = found if side == asked.side else drawn
    if asked.show:
        print("\n".join(each.shown() for each in _draw(drawn, asked.show, asked.seed)))
    _perturbed(rules, asked.eval / "demetr_dev.jsonl.gz")
    return 0


def _measure(rules: list[Rule], asked: argparse.Namespace, side: str) -> list[Found]:
    """Run the rules over one side of the documents and print the densities."""
    found: list[Found] = []
    words: Counter[str] = Counter()
    for document, system in _documents(asked, side):
        words[f"{document.source_lang}-{document.lang}"] += _words(document)
        hits, notes = hits_in_document(document, rules, {})
        if notes:
            raise RuntimeError(notes[0].message)
        found += (Found(document, system, rule, hit) for rule, hit in hits)
    print(f"\n{side}: hits in 1,000 words")
    for pair in sorted(words):
        counts = Counter(each.rule for each in found if each.pair == pair)
        rate = 1000 * counts.total() / max(words[pair], 1)
        each = " ".join(f"{rule} {count}" for rule, count in sorted(counts.items()))
        print(f"  {pair:6} {words[pair]:8} words {rate:5.2f}  {each}")
    print(f"  all    {words.total():8} words {1000 * len(found) / max(words.total(), 1):5.2f}")
    return found


def _documents(asked: argparse.Namespace, side: str) -> Iterator[tuple[Document, str]]:
    """The documents of one side; a human translation once, for all systems have the same."""
    draw = random.Random(asked.seed)
    seen: set[tuple[str, str, str]] = set()
    for row in _rows(asked.eval / "mt_docs_dev.jsonl.gz"):
        if asked.sources and row["src_lang"] not in asked.sources.split(","):
            continue
        if asked.into and row["tgt_lang"] not in asked.into.split(","):
            continue
        if side == "mt" and draw.random() >= asked.share:
            continue
        name = (row["set"], row["doc"], row["tgt_lang"])
        if side == "ref" and name in seen:
            continue
        seen.add(name)
        segments = [(s["src"], s[side]) for s in row["segments"] if s.get(side)]
        if segments:
            yield _document(segments, row["src_lang"], row["tgt_lang"], row["id"]), row["system"]


def _document(segments: list[tuple[str, str]], source_lang: str, lang: str, name: str) -> Document:
    """A document of segments beside their sources, one a line."""
    pairs: list[Pair] = []
    at = 0
    for source, target in segments:
        pairs.append(Pair(Span(at, at + len(target)), source))
        at += len(target) + 1
    text = "\n".join(target for _, target in segments)
    return Document(
        id=name, path=name, text=text, lang=lang, source_lang=source_lang, pairs=tuple(pairs)
    )


def _words(document: Document) -> int:
    if document.lang in UNSPACED:
        return len(document.text) // 2
    return len(document.text.split())


def _draw(found: list[Found], count: int, seed: int) -> list[Found]:
    """Hits for reading: one for each number of a source, whatever the systems made of it."""
    shuffled = list(found)
    random.Random(seed).shuffle(shuffled)
    distinct: dict[tuple[object, ...], Found] = {}
    for each in shuffled:
        passage = each.hit.source
        number = dict(each.hit.values)["source" if passage else "target"]
        source = each.document.pairs[passage.pair].source if passage else each.document.id
        distinct.setdefault((each.rule, source, number), each)
    return list(distinct.values())[:count]


def _perturbed(rules: list[Rule], path: Path) -> None:
    """Numbers that DEMETR changed, and alarms on sentences that it left alone."""
    found = total = 0
    sound: dict[tuple[str, str, str], bool] = {}
    for row in _rows(path):
        languages = (TAGS[row["src_lang"]], "en")
        good = _said(rules, row["src"], row["mt_good"], *languages)
        sound[row["src"], row["mt_good"], row["src_lang"]] = bool(good)
        if "numbers_replaced" in row["type"]:
            total += 1
            found += bool(_said(rules, row["src"], row["mt_bad"], *languages) - good)
    alarms = sum(sound.values())
    print(
        f"\nDEMETR: {found} of {total} changed numbers found ({found / max(total, 1):.3f});"
        f" alarms on {alarms} of {len(sound)} sound sentences ({alarms / max(len(sound), 1):.3f})"
    )


def _said(
    rules: list[Rule], source: str, target: str, source_lang: str, lang: str
) -> set[tuple[str, str]]:
    """What the rules say of one sentence: rule and text."""
    document = _document([(source, target)], source_lang, lang, "sentence")
    hits, _ = hits_in_document(document, rules, {})
    return {(rule, document.cut(hit.at)) for rule, hit in hits}


def _marked(text: str, start: int, end: int) -> str:
    """`text` around a passage, the passage marked; the beginning where there is none."""
    if start == end:
        return f"— {text[: 4 * AROUND]}".replace("\n", " ")
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{before}⟦{text[start:end]}⟧{after}".replace("\n", " ")


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    sys.exit(main())
