"""Learns the weights of `audit/link/data/evidence.toml` from machine translations.

    python benchmarks/train_evidence.py --eval ../shared/eval

Names that a machine translation into English spells in several ways make the examples: of the
spellings that compete for a part, the one that the human translation has is the right one; cases in
which it has none or several of them are left out. The model is a conditional logit (softmax over
the competing spellings). Weights are regularised towards 0, and one document's many systems count
as the square root of their number. Accuracy is measured by cross-validation over documents.
"""

import argparse
import gzip
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit import annotate, segment
from audit.authority import load
from audit.lang import data
from audit.link.evidence import Feature, contenders, features
from audit.link.forms import usual_kind
from audit.link.linker import names_of
from audit.link.settle import usual_form
from audit.link.spellings import spellings
from audit.model.text import Document

TARGET = "en"
FOLDS = 8
STEPS = 150
RATE = 0.3
OUTVOTED = -1
"""In place of the right spelling, where it is too rare to compete: counted as a mistake."""
RIDGE = 1.0
"""Precision of the prior around 0; 0.3 and 3 are worse in cross-validation."""


@dataclass(frozen=True, slots=True)
class Example:
    """Competing spellings of one part: their facts, and which of them is right."""

    article: str
    spellings: tuple[str, ...]
    facts: tuple[dict[Feature, float], ...]
    right: int


def main() -> int:
    """Print accuracy by cross-validation and the weights; 0 when the data was there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    path = parser.parse_args().eval / "mt_docs_dev.jsonl.gz"
    if not path.is_file():
        print(f"{path} is not there: nothing learned")
        return 2
    examples = list(found_in(path))
    articles = sorted({one.article for one in examples})
    print(f"{len(examples)} examples in {len(articles)} articles")
    print(f"right by cross-validation: {cross_validated(examples, articles):.3f}")
    print(f"right by majority, ties shared: {by_majority(examples):.3f}")
    for feature, weight in learned(examples).items():
        print(f"{feature.value} = {weight:.2f}")
    return 0


def found_in(path: Path) -> Iterator[Example]:
    """The examples in all machine translations into the target language."""
    authority = load()
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["tgt_lang"] != TARGET:
                continue
            text = "\n".join(one["mt"] for one in row["segments"])
            human = "\n".join(one.get("ref") or "" for one in row["segments"])
            document = Document(id=row["doc"], path=row["doc"], text=text, lang=TARGET)
            prepared = annotate.annotate(segment.segment(document), authority)
            for name in names_of([prepared], authority):
                if any(form.known for form in name.forms) or data(TARGET).inflected:
                    continue
                usual = usual_form(name.forms, name.alike, name.company)
                kind = usual_kind(kind for form in name.forms for kind in form.mentions.kinds)
                slots = spellings(usual, name.forms, name.shorts)
                for part, met in zip(usual.parts, slots, strict=True):
                    right = [one.text for one in met if _stands(one.text, human)]
                    if len(met) > 1 and len(right) == 1:
                        competing = contenders(met)
                        texts = tuple(one.text for one in competing)
                        beside = [one for one in usual.parts if one != part]
                        marks = name.company.marked
                        facts = features(competing, TARGET, kind, beside, with_marks=marks)
                        at = texts.index(right[0]) if right[0] in texts else OUTVOTED
                        yield Example(row["doc"], texts, tuple(facts), at)


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def cross_validated(examples: Sequence[Example], articles: Sequence[str]) -> float:
    """The share of examples judged right by weights learned from other articles."""
    order = list(articles)
    random.Random(1).shuffle(order)
    fold = {article: at % FOLDS for at, article in enumerate(order)}
    right = 0
    for number in range(FOLDS):
        weights = learned([one for one in examples if fold[one.article] != number])
        held_out = [one for one in examples if fold[one.article] == number]
        right += sum(_choice(one, weights) == one.right for one in held_out)
    return right / len(examples)


def by_majority(examples: Sequence[Example]) -> float:
    """The share that the greatest number of votes judges right, a tie counting in part."""
    share = 0.0
    for one in examples:
        most = max(facts[Feature.VOTES] for facts in one.facts)
        best = [at for at, facts in enumerate(one.facts) if facts[Feature.VOTES] == most]
        share += (one.right in best) / len(best)
    return share / len(examples)


def learned(examples: Sequence[Example]) -> dict[Feature, float]:
    """The weights with the greatest likelihood, by gradient ascent with adaptive steps."""
    weights = dict.fromkeys(Feature, 0.0)
    seen = dict.fromkeys(Feature, 0.0)
    same = Counter((one.article, one.spellings[one.right]) for one in examples)
    for _ in range(STEPS):
        slope = defaultdict[Feature, float](float)
        for feature in Feature:
            slope[feature] = -RIDGE * weights[feature]
        for one in examples:
            if one.right == OUTVOTED:
                continue
            weight = same[one.article, one.spellings[one.right]] ** -0.5
            shares = _shares(one, weights)
            for at, facts in enumerate(one.facts):
                gain = weight * ((at == one.right) - shares[at])
                for feature, value in facts.items():
                    slope[feature] += gain * value
        for feature in Feature:
            seen[feature] += slope[feature] ** 2
            weights[feature] += RATE * slope[feature] / (math.sqrt(seen[feature]) + 1e-8)
    return weights


def _scores(one: Example, weights: dict[Feature, float]) -> list[float]:
    return [sum(weights[name] * value for name, value in facts.items()) for facts in one.facts]


def _shares(one: Example, weights: dict[Feature, float]) -> list[float]:
    scores = _scores(one, weights)
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def _choice(one: Example, weights: dict[Feature, float]) -> int:
    scores = _scores(one, weights)
    return max(range(len(scores)), key=lambda at: (scores[at], -at))


if __name__ == "__main__":
    sys.exit(main())
