"""Learns the weights of the likeness model: `make train`.

    python benchmarks/train_lookalikes.py --eval ../shared/eval

Positive examples are the known inconsistencies of machine translations, negative ones all other
pairs of names that look alike, in the same documents and in human translations of them. Logistic
regression, cross-validated by source document; the table printed is of the pairs left out. Writes
the weights to audit/link/data/lookalikes.toml; no text of the data goes into them.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audit import annotate, read, segment
from audit.authority import load
from audit.link.linker import joined
from audit.link.lookalikes import pairs, parts_of
from audit.link.traits import Part, Traits, traits
from audit.model.report import Note
from audit.text.words import count_words

Array = NDArray[np.float64]

OUT = Path("audit/link/data/lookalikes.toml")
FOLDS = 5
RIDGE = 3.0
"""Strength of the L2 penalty on standardised weights; 0.3 to 10 give the same figures."""
STEPS = 50


@dataclass(frozen=True)
class Example:
    """One pair: its traits, the rows of the data it answers, and where it stands."""

    numbers: Traits
    rows: frozenset[str]
    human: bool
    group: str


def main() -> int:
    """Train, print the cross-validated table, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    asked = parser.parse_args()
    examples, words = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        for human in (False, True):
            feed = _feed(asked.eval, Path(scratch), human=human)
            for example, count in _examples(feed, asked.eval, human=human):
                examples += example
                words += count * human
    numbers = np.array([one.numbers for one in examples])
    truth = np.array([bool(one.rows) for one in examples], dtype=float)
    folds = np.array(
        [blake2b(one.group.encode(), digest_size=2).digest()[0] % FOLDS for one in examples]
    )
    guessed = np.zeros(len(examples))
    for fold in range(FOLDS):
        weights, bias = fit(numbers[folds != fold], truth[folds != fold])
        guessed[folds == fold] = _sigmoid(numbers[folds == fold] @ weights + bias)
    _table(examples, guessed, words)
    weights, bias = fit(numbers, truth)
    _write(weights, bias, len(examples), int(truth.sum()))
    return 0


def fit(numbers: Array, truth: Array) -> tuple[Array, float]:
    """Ridge logistic regression by Newton's method; weights for the numbers as they come."""
    mean, spread = numbers.mean(0), numbers.std(0)
    spread[spread == 0] = 1
    scaled = np.c_[(numbers - mean) / spread, np.ones(len(numbers))]
    penalty = np.full(scaled.shape[1], RIDGE)
    penalty[-1] = 0
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        likely = _sigmoid(scaled @ found)
        slope = scaled.T @ (truth - likely) - penalty * found
        curve = (scaled.T * (likely * (1 - likely))) @ scaled + np.diag(penalty)
        found += np.linalg.solve(curve, slope)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def _sigmoid(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-values)))


def _feed(data: Path, folder: Path, *, human: bool) -> Path:
    out = folder / ("ref.jsonl" if human else "mt.jsonl")
    command = [sys.executable, str(data / "score_names.py"), "feed"]
    command += [str(data / "variants_dev.jsonl.gz"), str(data / "mt_docs_dev.jsonl.gz"), str(out)]
    subprocess.run([*command, *(["--ref"] if human else [])], check=True, capture_output=True)
    return out


def _examples(feed: Path, data: Path, *, human: bool) -> Iterator[tuple[list[Example], int]]:
    rows = defaultdict[str, list[dict[str, Any]]](list)
    with gzip.open(data / "variants_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            rows[f"{row['set']}.{row['lp']}.{row['docs'][0]}.{row['system']}"].append(row)
    authority = load()
    for document in read.read([str(feed)], exclude=(), stdin=None, stdin_filename=None, lang=None):
        if isinstance(document, Note):
            raise SystemExit(document.message)
        ready = annotate.annotate(segment.segment(document), authority)
        entities = joined((ready,), authority)
        owner = {mention: entity for entity in entities for mention in entity.mentions}
        lang = ready.lang.partition("-")[0]
        group = ready.id.removeprefix("ref.") if human else ready.id.rpartition(".")[0]
        found = [
            Example(
                traits(one, other, lang),
                frozenset(row["id"] for row in rows[ready.id] if _answers(row, one, other)),
                human,
                group,
            )
            for one, other in pairs(parts_of(ready, owner))
        ]
        yield found, count_words(ready.text, ready.lang)


def _answers(row: dict[str, Any], one: Part, other: Part) -> bool:
    """Whether a pair shows two of the forms that a row of the data holds."""
    first, second = (
        {form for form in row["forms"] if _stands_in(form, part)} for part in (one, other)
    )
    return any(a != b for a in first for b in second)


def _stands_in(form: str, part: Part) -> bool:
    whole = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
    return (form in part.text or part.text in form) and any(
        whole.search(mention.text) for mention, _, _ in part.names
    )


def _table(examples: list[Example], guessed: Array, words: int) -> None:
    print("cross-validated: pairs shown from a probability on; known ones among them; rows they")
    print("answer; pairs shown in human translations, and in 1,000 words of them")
    for limit in (0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.05):
        shown = [one for one, likely in zip(examples, guessed, strict=True) if likely >= limit]
        machine = [one for one in shown if not one.human]
        rows = {row for one in machine for row in one.rows}
        human = len(shown) - len(machine)
        print(
            f"  {limit:4.2f}  {len(machine):5}  {sum(bool(one.rows) for one in machine):4}"
            f"  {len(rows):4}  {human:4}  {1000 * human / words:5.2f}"
        )


def _write(weights: Array, bias: float, count: int, positive: int) -> None:
    lines = [
        "# Weights of the likeness model (audit/link/lookalikes.py): written by",
        f"# benchmarks/train_lookalikes.py from {count} pairs, {positive} of them one name. The",
        "# pairs were taken from machine and human translations of news; only these numbers were.",
        "",
        f"bias = {bias:.4f}",
        "",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(Traits._fields, weights, strict=True)),
    ]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
