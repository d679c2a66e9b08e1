"""Measures rules on DEMETR: sentences with one fault each, beside the same sentences without.

    python benchmarks/eval_demetr.py --eval ../shared/eval

DEMETR (Karpinska et al., EMNLP 2022) takes machine translations into English and puts one kind of
fault into each. For every kind this prints how many of the faulty sentences have a finding that
the sound sentence does not have (`any`), how many have an alarm of that kind (`alarm`: class error
or query), which rules found it, and last how many of the sound sentences have an alarm. Rules on
names are left out. With `--source-language` the rules know of which language each sentence is a
translation, as in a feed that says so. With `--misses KIND` it prints faulty sentences without a
finding. Nothing is written.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.detect import load
from audit.detect.spelling.misspelled_word import is_known
from audit.model.rule import Rule, Scope
from tests.detect import engine

SEEN_BY_READERS = (
    *("repeat2", "repeat4", "codemix", "full_lower", "first_lower", "final_punc_removed"),
    *("punc_addition", "tokenized", "misspelled", "char_removed", "empty"),
)
"""Kinds of fault that a reader can see without the source; in the others the sentence is sound."""

MISSPELLED = ("misspelled", "char_removed")
WORD = re.compile(r"[^\W\d_]+")

TAGS = {
    "chinese_simple": "zh",
    "czech": "cs",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "polish": "pl",
    "russian": "ru",
    "spanish": "es",
}
"""The languages of the sources, as DEMETR names them."""

Said = Counter[tuple[str, str, bool]]
"""Findings of a sentence: rule, text, whether it is an alarm."""


@dataclass
class Kind:
    """What was found in the sentences of one kind of fault."""

    sentences: int = 0
    found: int = 0
    alarmed: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def main() -> int:
    """Run the measurement and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    data = Path("../shared/eval")
    parser.add_argument("--eval", type=Path, default=data, help="folder with demetr_dev.jsonl.gz")
    parser.add_argument("--misses", default="", help="a kind of fault whose misses to print")
    parser.add_argument(
        "--source-language", action="store_true", help="tell the rules the language of the source"
    )
    parser.add_argument("--alarms", action="store_true", help="print alarms on sound sentences")
    asked = parser.parse_args()
    rules = [rule for rule in load().values() if rule.scope is not Scope.ENTITY and rule.default_on]
    kinds: dict[str, Kind] = {}
    sound: dict[str, Said] = {}
    for row in _rows(asked.eval / "demetr_dev.jsonl.gz"):
        good, bad = row["mt_good"], row["mt_bad"]
        source = TAGS[row["src_lang"]] if asked.source_language else None
        if good not in sound:
            sound[good] = _said(rules, good, source)
        said = _said(rules, bad, source)
        for name in _names(row["type"], good, bad):
            _count(kinds.setdefault(name, Kind()), sound[good], said, good, bad)
    _print(kinds, sound)
    if asked.alarms:
        _print_alarms(sound)
    for name, kind in kinds.items():
        if asked.misses and asked.misses in name:
            print("\n".join(kind.misses))
    return 0


def _names(kind: str, good: str, bad: str) -> Iterable[str]:
    """The kind of a fault and, of misspellings, whether what came out is another word."""
    yield kind
    if kind.endswith(MISSPELLED):
        changed = Counter(WORD.findall(bad)) - Counter(WORD.findall(good))
        words = [word for word in changed if not is_known(word.lower(), "en")]
        lower = [word for word in words if word.islower()]
        yield f"{kind}, {'no word' if lower else 'a name' if words else 'another word'}"


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _said(rules: list[Rule], text: str, source_lang: str | None) -> Said:
    """The findings in one sentence, which is a document of its own."""
    document = replace(engine.document(text, "en"), source_lang=source_lang)
    return Counter(
        (rule.id, document.cut(hit.at), (hit.finding_class or rule.finding_class).asks)
        for rule in rules
        for hit in engine.run(rule, [document])
    )


def _count(kind: Kind, sound: Said, faulty: Said, good: str, bad: str) -> None:
    new = faulty - sound
    kind.sentences += 1
    kind.found += bool(new)
    kind.alarmed += any(alarm for _, _, alarm in new)
    kind.rules.update({rule for rule, _, _ in new})
    if not new:
        kind.misses.append(f"{_around(good, bad)}")


def _around(good: str, bad: str) -> str:
    """The place where two sentences part, with what stands around it."""
    at = next((n for n, (a, b) in enumerate(zip(good, bad, strict=False)) if a != b), len(bad))
    return f"{bad[max(0, at - 40) : at]}|{bad[at : at + 40]}"


def _print(kinds: dict[str, Kind], sound: dict[str, Said]) -> None:
    seen = sorted((name.partition(",")[0].endswith(SEEN_BY_READERS), name) for name in kinds)
    for visible in (True, False):
        print("\nfaults a reader can see" if visible else "\nfaults of meaning and grammar")
        for _, name in (each for each in seen if each[0] is visible):
            kind = kinds[name]
            share = (
                f"any {kind.found / kind.sentences:.3f} alarm {kind.alarmed / kind.sentences:.3f}"
            )
            top = ", ".join(f"{rule} {count}" for rule, count in kind.rules.most_common(5))
            print(f"  {name:42} {kind.sentences:4} {share}  {top}")
    loud = sum(any(alarm for _, _, alarm in said) for said in sound.values())
    print(f"\nsound sentences: {len(sound)}, with an alarm: {loud / len(sound):.3f}")


def _print_alarms(sound: dict[str, Said]) -> None:
    for text, said in sound.items():
        for rule, passage, alarm in said:
            if alarm:
                print(f"  {rule} ⟦{passage}⟧ {text}")


if __name__ == "__main__":
    sys.exit(main())
