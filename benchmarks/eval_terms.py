"""Measures the rules on terms on real translations beside their source, with a small glossary.

    python benchmarks/eval_terms.py --eval ../shared/eval --contexts 20

For each direction it prints how often a term of the glossary stands in the source and what became
of it on the machine's side and on the human side; then hits of each rule in 1,000 pairs, and with
`--contexts N` up to N distinct hits to read. A human translation mostly keeps to such terms, so a
term missed there is mostly a miss of ours, or a paraphrase. With `--morphology` it also counts the
Russian words that pymorphy3 takes for a form of a word of a term and we do not, or the reverse. The
sample is taken by a digest of the document's id. Nothing is written.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.annotate.terms import terms_seen
from audit.detect import load as load_rules
from audit.glossary import load
from audit.glossary.words import words
from audit.lang.lemmas import lemmas
from audit.model.finding import Hit
from audit.model.place import Span
from audit.model.rule import Rule
from audit.model.terms import Glossary, TermFate
from audit.model.text import Block, Document, Pair
from audit.segment import segment
from tests.detect import engine

GLOSSARY = Path(__file__).parent / "terms.toml"
PER = 1_000


def main() -> int:
    """Run the measurement and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--eval", type=Path, default=Path("../shared/eval"), help="folder with mt_docs_dev.jsonl.gz"
    )
    parser.add_argument("--glossary", type=Path, default=GLOSSARY)
    parser.add_argument("--per-direction", type=int, default=60, help="documents of each direction")
    parser.add_argument("--contexts", type=int, default=0, help="distinct hits to print a rule")
    parser.add_argument("--side", choices=("mt", "ref", "both"), default="both")
    parser.add_argument("--only", default="", help="directions such as ru-en, by comma")
    parser.add_argument("--morphology", action="store_true", help="compare with pymorphy3")
    asked = parser.parse_args()
    glossary = load([asked.glossary])
    wanted = set(asked.only.split(",")) - {""}
    rows = list(_sample(asked.eval / "mt_docs_dev.jsonl.gz", asked.per_direction, wanted))
    if asked.morphology:
        _compare_morphology(rows, glossary)
        return 0
    rules = [rule for rule in load_rules().values() if rule.id.startswith("TRM")]
    for side in ("mt", "ref") if asked.side == "both" else (asked.side,):
        _measure(rows, side, glossary, rules, asked.contexts)
    return 0


def _sample(path: Path, per_direction: int, wanted: set[str]) -> Iterator[dict[str, Any]]:
    """The first documents of each direction in the order of the digests of their ids."""
    found: dict[str, list[tuple[bytes, dict[str, Any]]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            direction = f"{row['src_lang']}-{row['tgt_lang']}"
            if not wanted or direction in wanted:
                found[direction].append((_digest(row["id"]), row))
    for _, every in sorted(found.items()):
        every.sort(key=lambda each: each[0])
        yield from (row for _, row in every[:per_direction])


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()


def _document(row: dict[str, Any], side: str) -> Document:
    """A bilingual document of one side, segmented."""
    at, texts, pairs, blocks = 0, [], [], []
    for one in row["segments"]:
        text = " ".join((one.get(side) or "").split())
        span = Span(at, at + len(text))
        pairs.append(Pair(span, one["src"]))
        if text:
            blocks.append(Block(span))
        texts.append(text)
        at += len(text) + 1
    made = Document(
        id=row["id"],
        path=row["id"],
        text="\n".join(texts),
        lang=row["tgt_lang"],
        source_lang=row["src_lang"],
        pairs=tuple(pairs),
        blocks=tuple(blocks),
    )
    return segment(made)


def _measure(
    rows: list[dict[str, Any]], side: str, glossary: Glossary, rules: list[Rule], contexts: int
) -> None:
    fates: dict[str, Counter[str]] = defaultdict(Counter)
    feeds: dict[str, list[Document]] = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    pairs, spent = 0, 0.0
    for row in rows:
        article = row["set"], row["doc"], row["tgt_lang"]
        if side == "ref" and article in seen:
            continue
        seen.add(article)
        document = _document(row, side)
        pairs += len(document.pairs)
        begun = time.perf_counter()
        found = terms_seen(document, glossary)
        spent += time.perf_counter() - begun
        direction = f"{row['src_lang']}-{row['tgt_lang']}"
        fates[direction].update(one.fate.value for one in found.renderings)
        system = row["system"] if side == "mt" else ""
        made = replace(document, term_uses=found.uses, term_renderings=found.renderings)
        feeds[f"{direction} {system}"].append(made)
    print(f"\n== {side}: {pairs} pairs, {spent:.2f} s for terms")
    for direction, counts in sorted(fates.items()):
        total = sum(counts.values())
        shown = ", ".join(f"{fate} {counts[fate]}" for fate in TermFate if counts[fate])
        print(f"  {direction}: {total} terms in the source; {shown}")
    for rule in rules:
        hits = [
            (one, hit)
            for _, documents in sorted(feeds.items())
            for one, hit in _hits(rule, documents)
        ]
        classes = Counter(str(hit.finding_class or rule.finding_class) for _, hit in hits)
        print(
            f"  {rule.id} {rule.name}: {len(hits)} = {len(hits) * PER / pairs:.2f} / 1,000 pairs",
            end="",
        )
        print(f" {dict(classes)}")
        shown_hits = {_shown(rule, one, hit): None for one, hit in hits}
        for line in sorted(shown_hits, key=_digest)[:contexts]:
            print("     ", line)


def _hits(rule: Rule, documents: list[Document]) -> Iterator[tuple[Document, Hit]]:
    by_id = {one.id: one for one in documents}
    if rule.scope == "feed":
        yield from ((by_id[hit.document], hit) for hit in engine.run(rule, documents))
        return
    for one in documents:
        yield from ((one, hit) for hit in engine.run(rule, [one]))


def _shown(rule: Rule, document: Document, hit: Hit) -> str:
    """One hit to read: what is said, and the pair it is about."""
    verdict = hit.finding_class or rule.finding_class
    pair = next((p for p in document.pairs if p.span.start <= hit.at.start <= p.span.end), None)
    source = pair.source if pair else ""
    target = document.cut(pair.span) if pair else document.cut(hit.at)
    said = rule.says.format_map(dict(hit.values))
    return f"{verdict} {document.lang} {said}\n        S {source[:400]}\n        T {target[:400]}"


def _compare_morphology(rows: list[dict[str, Any]], glossary: Glossary) -> None:
    """Count Russian words that each method takes for a form of a word of some term."""
    import pymorphy3  # noqa: PLC0415 - no part of the project

    morph = pymorphy3.MorphAnalyzer(lang="ru")
    terms = {
        word.text
        for concept in glossary.concepts
        for term in concept.terms
        for word in (words(term.text, "ru") if term.lang == "ru" else ())
        if not word.acronym and len(word.text) > 2
    }
    counts = Counter(
        word.text
        for row in rows
        for key, lang in (("src", row["src_lang"]), ("mt", row["tgt_lang"]))
        for one in (row["segments"] if lang == "ru" else ())
        for word in words(one[key], "ru")
    )
    normal = {term: {parse.normal_form for parse in morph.parse(term)} for term in terms}
    both, ours, theirs = 0, Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for text, count in counts.items():
        forms = {parse.normal_form for parse in morph.parse(text)}
        for term in terms:
            told = bool(forms & normal[term]), bool(lemmas(text, "ru") & lemmas(term, "ru"))
            both += count * all(told)
            if told == (True, False):
                theirs[term, text] += count
            elif told == (False, True):
                ours[term, text] += count
    print(f"both {both}; only here {dict(ours)}; only pymorphy3 {dict(theirs)}")


if __name__ == "__main__":
    sys.exit(main())
