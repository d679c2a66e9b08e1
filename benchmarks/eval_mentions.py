"""Measures the finders of names on real translated documents: `make eval`.

    python benchmarks/eval_mentions.py --eval ../shared/eval

For each finder that is installed and each target language: recall over names whose places are
known, mentions in 1,000 words, and milliseconds for 1,000 words. Places are known in two ways:

* labelled: the forms in the sentences of the labelled name variants (en, ru, uk), in the machine
  translations they were found in;
* carried over: words of the human translation that stand letter for letter in the source, too, and
  are names there (a capital amid a sentence, and in no word list); in Japanese, runs of katakana
  that sound like such a word; in Chinese, what a gloss in Latin letters follows, the glosses taken
  out of the text beforehand. This tells nothing of names that translate.

A place is covered by a mention that holds it and is at most `ABSURD` words longer.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from anyascii import anyascii

from audit.annotate import MentionFinder, annotate, finder
from audit.authority import load
from audit.config.schema import FinderRequest
from audit.errors import AuditError
from audit.lang.lexicon import is_common
from audit.model.text import Document
from audit.segment import segment
from audit.text.skeleton import consonants
from audit.text.words import count_words

FINDERS = ("light", "spacy", "natasha")
ABSURD = 4
"""Words by which a mention may exceed a name and still be said to find it."""
SHORTEST = 4
"""Letters of a word that is carried over: shorter ones meet by chance."""
DOCUMENTS = 120
"""Human translations read for each pair of languages; keeps a run under two minutes."""

SOURCES = ("cs", "de", "en", "fr")
"""Source languages whose names a capital amid a sentence and a word list tell."""

NAME = re.compile(r"(?<=[a-zà-ž,] )[A-ZÀ-Ž][a-zà-ž]{3,}")
GLOSS = re.compile(r"(?<=[\u4e00-\u9fff]{2}) ?[（(][A-Z][^（()）]*[a-z][^（()）]*[）)]")
KATAKANA = re.compile(r"[ァ-ヴー]{3,}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the places of the names that are known in it."""

    lang: str
    text: str
    places: tuple[tuple[int, int], ...]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a compressed JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def labelled(data: Path) -> Iterator[Text]:
    """The sentences in which labelled forms stand, as one text for each document and system."""
    found = dict[tuple[str, ...], list[str]]()
    forms = defaultdict[tuple[str, ...], set[tuple[int, str]]](set)
    for row in rows(data / "variants_dev.jsonl.gz"):
        for one in row["evidence"]:
            key = (str(row["lp"]), str(row["set"]), str(row["system"]), one["doc"])
            forms[key].add((one["seg"], one["form"]))
    for row in rows(data / "mt_docs_dev.jsonl.gz"):
        pair = f"{row['src_lang']}-{row['tgt_lang']}"
        document = (pair, str(row["set"]), str(row["system"]), str(row["doc"]))
        if document in forms:
            found[document] = [one["mt"] for one in row["segments"]]
    for place, segments in found.items():
        starts, text = list[int](), ""
        for mt in segments:
            starts.append(len(text))
            text += mt + "\n"
        places = set[tuple[int, int]]()
        for number, form in forms[place]:
            whole = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
            for match in whole.finditer(segments[number]):
                at = starts[number]
                places.add((at + match.start(), at + match.end()))
        yield Text(place[0].partition("-")[2], text, tuple(sorted(places)))


def carried(data: Path) -> Iterator[Text]:
    """Human translations with the words that their sources show to be names."""
    seen, many = set[tuple[object, ...]](), Counter[str]()
    for row in rows(data / "mt_docs_dev.jsonl.gz"):
        source, target = str(row["src_lang"]), str(row["tgt_lang"])
        key = (row["set"], source, target, row["doc"])
        if key in seen or many[source + target] >= DOCUMENTS or source not in SOURCES:
            continue
        seen.add(key)
        many[source + target] += 1
        text, places = "", list[tuple[int, int]]()
        for one in row["segments"]:
            reference = one.get("ref") or ""
            if target == "zh":
                reference, found = _without_glosses(reference)
            else:
                found = list(_carried(one["src"], source, reference, target))
            places += [(len(text) + start, len(text) + end) for start, end in found]
            text += reference + "\n"
        if places:
            yield Text(target, text, tuple(places))


def _carried(source: str, lang: str, reference: str, target: str) -> Iterator[tuple[int, int]]:
    names = {word for word in NAME.findall(source) if not is_common(word.lower(), lang)}
    if target == "ja":
        sounds = {sound for name in names if len(sound := _sound(name)) >= 3}
        for run in KATAKANA.finditer(reference):
            if _sound(run.group()) in sounds:
                yield run.span()
        return
    for name in names:
        for match in re.finditer(rf"\b{name}\b", reference):
            yield match.span()


def _without_glosses(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A Chinese text without its glosses, and the last two characters before each of them."""
    kept, places, at = "", list[tuple[int, int]](), 0
    for gloss in GLOSS.finditer(text):
        kept += text[at : gloss.start()]
        places.append((len(kept) - 2, len(kept)))
        at = gloss.end()
    return kept + text[at:], places


@cache
def _sound(word: str) -> str:
    """The consonants of a word in Latin letters; Japanese has l for r and b for v."""
    latin = anyascii(word).lower().replace("l", "r").replace("v", "b")
    return consonants(latin)


def prepared(texts: Sequence[Text]) -> list[tuple[Text, Document]]:
    """The texts as segmented documents."""
    return [
        (one, segment(Document(id=str(number), path="", text=one.text, lang=one.lang)))
        for number, one in enumerate(texts)
    ]


def covered(document: Document, places: Sequence[tuple[int, int]]) -> int:
    """How many of `places` a mention covers."""
    count = 0
    for start, end in places:
        words = len(document.text[start:end].split())
        count += any(
            one.span.start <= start
            and end <= one.span.end
            and len(one.text.split()) <= words + ABSURD
            for one in document.mentions
        )
    return count


def measure(
    name: str, made: MentionFinder, what: str, documents: list[tuple[Text, Document]]
) -> None:
    """Print one row for each language of `documents` that `made` can be measured on."""
    authority = load()
    found, known, mentions = Counter[str](), Counter[str](), Counter[str]()
    words, seconds = Counter[str](), defaultdict[str, float](float)
    for text, document in documents:
        start = time.perf_counter()
        annotated = annotate(document, authority, made)
        seconds[text.lang] += time.perf_counter() - start
        words[text.lang] += count_words(text.text, text.lang)
        mentions[text.lang] += len(annotated.mentions)
        found[text.lang] += covered(annotated, text.places)
        known[text.lang] += len(text.places)
    for lang in sorted(known):
        recall = found[lang] / known[lang]
        print(
            f"| {what} | {lang} | {name} | {found[lang]} | {known[lang]} | {recall:.3f} "
            f"| {1000 * mentions[lang] / words[lang]:.1f} "
            f"| {1e6 * seconds[lang] / words[lang]:.1f} |",
            flush=True,
        )


def main() -> int:
    """Print one table; 0 when the data was there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--finders", default=",".join(FINDERS))
    arguments = parser.parse_args()
    if not arguments.eval.is_dir():
        print(f"{arguments.eval} is not there: nothing measured")
        return 2
    sets = {
        "labelled": prepared(list(labelled(arguments.eval))),
        "carried over": prepared(list(carried(arguments.eval))),
    }
    print("| names | target | finder | found | of | recall | mentions in 1,000 words | ms |")
    print("|---|---|---|---|---|---|---|---|")
    for name in arguments.finders.split(","):
        try:
            made = finder(FinderRequest(*name.split(":", 1)))
        except AuditError as fault:
            print(f"{name}: {fault}", file=sys.stderr)
            continue
        for what, documents in sets.items():
            some = [(t, d) for t, d in documents if name == "light" or helps(name, t.lang)]
            measure(name, made, what, some)
    return 0


def helps(name: str, lang: str) -> bool:
    """Whether a finder adds anything in a language."""
    model = finder(FinderRequest(*name.split(":", 1)))
    return getattr(model, "model", model).knows(lang)


if __name__ == "__main__":
    sys.exit(main())
