"""Measures rules on real translations: how often they speak on machine and on human text.

    python benchmarks/eval_rules.py --eval ../shared/eval

For each rule it prints hits per 100,000 words (characters of Chinese and Japanese count as half a
word) over machine translations and over human translations of the same articles; last, findings of
all these rules together in 1,000 words, by class. Alarms are errors and queries. What one system
made of one test set is a feed. The sample is taken by a digest of the document's id, so it is the
same everywhere. Nothing is written.

With `--draw N` it prints up to N hits of each rule and class to read. Hits that look alike are
drawn once; the draw goes first to articles, then to systems, then to languages that have given
fewest, and among equals by a digest of the article's human translation and the seed. So neither
one article nor one broken system fills the sample, and another seed draws others:

    python benchmarks/eval_rules.py --rules PUN005 --per-language 30000 --draw 50 --seed 4
"""

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.detect import load
from audit.model.finding import Hit
from audit.model.rule import Rule, Scope
from audit.model.text import Document
from tests.detect import engine

DOCUMENTS_A_LANGUAGE = 400
"""Some 800,000 words of machine translation in all, and a run of about a minute."""

AROUND = 60
"""Code points shown to either side of a hit."""

ALIKE = 9
"""Code points before a passage that alike hits share."""

PER = 100_000
PER_TOTAL = 1_000
ALARMS = ("error", "query")

_NO_SPACES = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from."""

    side: str
    article: str
    system: str
    pair: str
    human: str
    """The human translation, whose digest places the article in a draw."""

    @property
    def feed(self) -> str:
        """What is audited together."""
        return f"{self.article.partition(' ')[0]} {self.pair} {self.system}"


@dataclass(frozen=True, slots=True)
class Seen:
    """A hit as a reader sees it."""

    verdict: str
    looks: str
    """What alike hits have in common: the passage and what stands before it."""
    shown: str
    origin: Origin


@dataclass
class Tally:
    """Hits of one rule on one side: how many, by class and language, and where."""

    hits: int = 0
    classes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    languages: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seen: dict[str, Seen] = field(default_factory=dict)


def main() -> int:
    """Run the measurement and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--eval", type=Path, default=Path("../shared/eval"), help="folder with mt_docs_dev.jsonl.gz"
    )
    parser.add_argument("--per-language", type=int, default=DOCUMENTS_A_LANGUAGE)
    parser.add_argument(
        "--families",
        default="BOI,SCR,REP,CAL,STY,PUN,NUM,UNT,OMI,SPL,ACR",
        help="rule families, by comma; with NAM each document is linked by itself, which is slow",
    )
    parser.add_argument("--rules", default="", help="rule ids, by comma; empty for all")
    parser.add_argument("--side", choices=("mt", "ref", "both"), default="both")
    parser.add_argument("--draw", type=int, default=0, help="hits to print a rule and class")
    parser.add_argument("--seed", type=int, default=0, help="of the draw")
    asked = parser.parse_args()
    rules = _rules(asked.families.split(","), [x for x in asked.rules.split(",") if x])
    rows = _sample(asked.eval / "mt_docs_dev.jsonl.gz", asked.per_language)
    sides = ("mt", "ref") if asked.side == "both" else (asked.side,)
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    words = {side: _measure(rows, side, rules, tallies) for side in sides}
    for rule in rules:
        _print(rule, sides, words, tallies)
        _print_drawn(rule, tallies, asked.draw, asked.seed)
    _print_totals(rules, sides, words, tallies)
    return 0


def _rules(families: list[str], ids: list[str]) -> list[Rule]:
    """The rules asked for."""
    return [
        rule for rule in load().values() if rule.id in ids or (not ids and rule.id[:3] in families)
    ]


def _sample(path: Path, per_language: int) -> list[dict[str, Any]]:
    """The first documents of each target language in the order of the digests of their ids."""
    by_language: dict[str, list[tuple[bytes, dict[str, Any]]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            by_language[row["tgt_lang"]].append((_digest(row["id"]), row))
    chosen: list[dict[str, Any]] = []
    for _, rows in sorted(by_language.items()):
        rows.sort(key=lambda each: each[0])
        chosen.extend(row for _, row in rows[:per_language])
    return chosen


def _digest(text: str) -> bytes:
    """What orders samples: as good as random, and the same everywhere."""
    return blake2b(text.encode(), digest_size=8).digest()


def _documents(rows: list[dict[str, Any]], side: str) -> Iterator[tuple[Origin, Document]]:
    """The documents of one side, each with its origin; a human translation comes once."""
    seen: set[str] = set()
    for row in rows:
        pair = f"{row['src_lang']}-{row['tgt_lang']}"
        article = f"{row['set']} {row['doc']} {row['tgt_lang']}"
        if side == "ref" and article in seen:
            continue
        seen.add(article)
        system = row["system"] if side == "mt" else ""
        origin = Origin(side, article, system, pair, _text(row, "ref"))
        yield origin, engine.document(_text(row, side), row["tgt_lang"], row["id"])


def _text(row: dict[str, Any], side: str) -> str:
    """One side of an article, a segment a line."""
    texts = [segment.get(side) or "" for segment in row["segments"]]
    return "\n".join(" ".join(each.splitlines()) for each in texts)


def _measure(
    rows: list[dict[str, Any]],
    side: str,
    rules: list[Rule],
    tallies: dict[tuple[str, str], Tally],
) -> float:
    """Fill the tallies of one side; return the number of words."""
    words = 0.0
    feeds: dict[str, list[Document]] = defaultdict(list)
    origins: dict[str, Origin] = {}
    of_feeds = [rule for rule in rules if rule.scope is Scope.FEED]
    for origin, document in _documents(rows, side):
        if of_feeds:
            feeds[origin.feed].append(document)
            origins[document.id] = origin
        if document.lang in _NO_SPACES:
            words += sum(char.isalnum() for char in document.text) / 2
        else:
            words += len(document.text.split())
        for rule in rules:
            if rule.scope is not Scope.FEED:
                for hit in engine.run(rule, [document]):
                    _count(tallies[rule.id, side], rule, document, hit, origin)
    for documents in feeds.values():
        by_id = {document.id: document for document in documents}
        for rule in of_feeds:
            for hit in engine.run(rule, documents):
                document = by_id[hit.document]
                _count(tallies[rule.id, side], rule, document, hit, origins[document.id])
    return words


def _count(tally: Tally, rule: Rule, document: Document, hit: Hit, origin: Origin) -> None:
    verdict = str(hit.finding_class or rule.finding_class)
    tally.hits += 1
    tally.classes[verdict] += 1
    tally.languages[document.lang] += 1
    text, at = document.text, hit.at
    before = text[max(0, at.start - AROUND) : at.start]
    after = text[at.end : at.end + AROUND]
    shown = f"{before}⟦{document.cut(at)}⟧{after}".replace("\n", " ¶ ")
    fix = f" -> {hit.fixes[0].replacement!r}" if hit.fixes else ""
    looks = document.cut(at) + before[-ALIKE:]
    shown = f"{origin.side:3} {document.lang} {shown}{fix}"
    tally.seen.setdefault(f"{verdict} {looks}", Seen(verdict, looks, shown, origin))


def _print(
    rule: Rule,
    sides: tuple[str, ...],
    words: dict[str, float],
    tallies: dict[tuple[str, str], Tally],
) -> None:
    """How often a rule speaks on either side."""
    print(f"\n{rule.id} {rule.name}{'' if rule.default_on else ' (off)'}")
    for side in sides:
        tally = tallies[rule.id, side]
        rate = tally.hits * PER / words[side] if words[side] else 0.0
        print(f"  {side:3} {tally.hits:6} hits {rate:8.2f} / 100k", end="  ")
        print(dict(sorted(tally.classes.items())), dict(sorted(tally.languages.items())))


def _print_drawn(rule: Rule, tallies: dict[tuple[str, str], Tally], number: int, seed: int) -> None:
    """Up to `number` hits of each class, machine and human together."""
    by_class: dict[str, dict[str, Seen]] = defaultdict(dict)
    for side in ("mt", "ref") if number else ():
        for seen in tallies[rule.id, side].seen.values():
            by_class[seen.verdict].setdefault(seen.looks, seen)
    for verdict, distinct in sorted(by_class.items()):
        drawn = _draw(distinct.values(), number, f"{seed} {rule.id}")
        print(f"  {verdict}: {len(drawn)} of {len(distinct)} distinct")
        for count, seen in enumerate(drawn, 1):
            print(f"    {count:2} {seen.shown}")


def _draw(hits: Iterable[Seen], number: int, salt: str) -> list[Seen]:
    """Up to `number` of `hits`, spread over articles, systems and languages."""
    left = sorted(hits, key=lambda seen: _digest(salt + seen.origin.human + seen.shown))
    articles, systems, pairs = Counter[str](), Counter[str](), Counter[str]()
    drawn: list[Seen] = []
    while left and len(drawn) < number:
        chosen = min(
            left,
            key=lambda seen: (
                articles[seen.origin.article],
                systems[seen.origin.feed],
                pairs[seen.origin.pair],
            ),
        )
        left.remove(chosen)
        drawn.append(chosen)
        articles[chosen.origin.article] += 1
        systems[chosen.origin.feed] += 1
        pairs[chosen.origin.pair] += 1
    return drawn


def _print_totals(
    rules: list[Rule],
    sides: tuple[str, ...],
    words: dict[str, float],
    tallies: dict[tuple[str, str], Tally],
) -> None:
    """One line a side: findings of the rules that are on, in 1,000 words, by class."""
    print(f"\nall {sum(rule.default_on for rule in rules)} rules that are on, in 1,000 words:")
    for side in sides:
        found: dict[str, int] = defaultdict(int)
        for rule in rules:
            if rule.default_on:
                for verdict, count in tallies[rule.id, side].classes.items():
                    found[verdict] += count
        per = PER_TOTAL / words[side] if words[side] else 0.0
        parts = [f"{verdict} {count * per:.2f}" for verdict, count in sorted(found.items())]
        alarms = sum(found[verdict] for verdict in ALARMS) * per
        print(f"  {side:3} alarms {alarms:.2f} ({', '.join(parts)})")


if __name__ == "__main__":
    sys.exit(main())
