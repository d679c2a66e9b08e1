"""Measures language identification: eldc alone, langdetect alone, and the two with our rules.

    python benchmarks/eval_languages.py --eval ../shared/eval

The folder holds `mt_docs_dev.jsonl.gz`: human translations and source texts with their languages.
Prints one Markdown table: share right, share "und", share wrong, microseconds a text.
"""

import argparse
import gzip
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from audit.lang.identify import UNDETERMINED, identify
from audit.lang.votes import first_vote, second_vote

UNSPACED = frozenset({"zh", "ja"})
CHARACTERS_A_WORD = 2
"""Of Chinese and Japanese: their words have about two characters."""

SEGMENTS_A_LANGUAGE = 400
"""Keeps a run under two minutes; langdetect takes milliseconds a text."""

Sample = list[tuple[str, str]]
IDENTIFIERS: dict[str, Callable[[str], str]] = {
    "eldc": lambda text: first_vote(text).lang,
    "langdetect": lambda text: second_vote(text).lang,
    "ours": lambda text: identify(text).lang,
}


def documents(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the language and segments of each source text and reference once."""
    seen = set()
    with gzip.open(folder / "mt_docs_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for lang, side in ((row["tgt_lang"], "ref"), (row["src_lang"], "src")):
                key = (row["set"], row["doc"], lang, side)
                texts = [segment[side] for segment in row["segments"] if segment.get(side)]
                if key not in seen and texts:
                    seen.add(key)
                    yield lang, texts


def samples(folder: Path) -> dict[str, Sample]:
    """The texts of each kind with their languages: documents, segments, first words."""
    whole: Sample = []
    by_lang = defaultdict(set)
    for lang, texts in documents(folder):
        whole.append((lang, "\n".join(texts)))
        by_lang[lang].update(texts)
    chance = random.Random(0)
    segments = [
        (lang, text)
        for lang, texts in sorted(by_lang.items())
        for text in chance.sample(sorted(texts), min(SEGMENTS_A_LANGUAGE, len(texts)))
    ]
    return {
        "documents": whole,
        "segments": segments,
        "first 5 words": [(lang, first_words(text, 5, lang)) for lang, text in segments],
        "first 3 words": [(lang, first_words(text, 3, lang)) for lang, text in segments],
    }


def first_words(text: str, count: int, lang: str) -> str:
    """The beginning of `text`, by blanks or by characters."""
    if lang in UNSPACED:
        return text[: count * CHARACTERS_A_WORD]
    return " ".join(text.split()[:count])


def measure(name: str, kind: str, sample: Sample) -> str:
    """One row of the table."""
    identifier = IDENTIFIERS[name]
    identifier("Warm up.")
    began = time.perf_counter()
    told = [identifier(text) for _, text in sample]
    micros = (time.perf_counter() - began) / len(sample) * 1e6
    right = sum(guess == lang for guess, (lang, _) in zip(told, sample, strict=True))
    silent = told.count(UNDETERMINED)
    size = len(sample)
    shares = (right / size, silent / size, (size - right - silent) / size)
    cells = " | ".join(f"{share:.4f}" for share in shares)
    return f"| {kind} | {size} | {name} | {cells} | {micros:.0f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--eval", type=Path, default=Path("../shared/eval"), help="folder with the eval data"
    )
    folder = parser.parse_args().eval
    print("| text | n | identifier | right | und | wrong | µs |")
    print("|---|---|---|---|---|---|---|")
    for kind, sample in samples(folder).items():
        for name in IDENTIFIERS:
            print(measure(name, kind, sample), flush=True)


if __name__ == "__main__":
    main()
