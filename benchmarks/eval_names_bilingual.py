"""Measures names where the source is at hand: `make eval`.

    python benchmarks/eval_names_bilingual.py --eval ../shared/eval

Names left out and replaced on purpose (DEMETR), variants in machine translations, and alarms on
human translations, all with their sources. The data is for evaluation only and lies outside the
project.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from audit.config.schema import Config, LinkScope
from audit.detect import load
from audit.model.finding import Finding
from audit.model.report import Report
from audit.model.rule import Scope
from audit.report.json import JsonReporter
from audit.run import audit

RENDERING_RULES = ("NAM009", "NAM010", "NAM011")
"""The rules that compare names with the source."""
TAGS = {
    "chinese_simple": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi",
    "italian": "it", "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es",
}  # fmt: skip
"""The languages of DEMETR by the names it gives them."""
SHORTEST_TEXT = 100
"""Characters below which a text is no document but a line."""
Row = Mapping[str, Any]


def main() -> int:
    """Print all tables; 0 when the data was there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--keep", type=Path, help="folder to keep the feeds and reports in")
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    data: Path = arguments.eval
    if not (data / "score_names.py").is_file():
        print(f"{data} is not there: nothing measured")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        perturbed(data / "demetr_dev.jsonl.gz", folder, arguments.jobs)
        human_translations(data / "mt_docs_dev.jsonl.gz", folder, arguments.jobs)
        variants(data, folder, arguments.jobs)
    return 0


def perturbed(path: Path, folder: Path, jobs: int) -> None:
    """Sentences from which a name was taken out, or in which another was put in its place.

    All rules that compare a text with its source are asked, those of other matters, too.
    """
    for kind in ("critical_id25_ne_removed", "critical_id9_ne_replaced"):
        rows = [row for row in _lines(path) if row["type"] == kind]
        fires = {}
        for side in ("mt_good", "mt_bad"):
            documents = (
                {"id": str(row["id"]), "text": row[side], "lang": "en", "source": row["src"],
                 "source_lang": TAGS[row["src_lang"]]}
                for row in rows
            )  # fmt: skip
            report = _audited(documents, folder / f"{kind}.{side}.jsonl", jobs, _bilingual())
            ours = report.findings
            fires[side] = (
                Counter(one.document for one in _sure(ours)),
                Counter(one.document for one in ours),
            )
        for name, index in (("errors and queries", 0), ("with information", 1)):
            bad, good = len(fires["mt_bad"][index]), len(fires["mt_good"][index])
            print(f"{kind}, {name}: found {bad}/{len(rows)} {bad / len(rows):.3f}, "
                  f"alarms on the sound sentence {good} {good / len(rows):.3f}")  # fmt: skip


def human_translations(path: Path, folder: Path, jobs: int) -> None:
    """Findings on names in every human translation there is, given its source."""
    report = _audited(_documents(path, "ref"), folder / "ref-with-source.jsonl", jobs)
    words = sum(report.words.values())
    counts = Counter((one.rule, one.finding_class.value) for one in report.findings)
    print(f"human translations with sources: {len(report.documents)} documents, {words:,} words")
    for (rule, kind), count in sorted(counts.items()):
        print(f"  {rule} {kind:6} {count:4} {1000 * count / words:6.3f} in 1,000 words")
    for name, ours in (("comparing with the source", True), ("of spelling", False)):
        alarms = [one for one in _sure(report.findings) if (one.rule in RENDERING_RULES) == ours]
        rate = 1000 * len(alarms) / words
        print(f"  errors and queries {name}: {len(alarms)}, {rate:.3f} in 1,000 words")


def variants(data: Path, folder: Path, jobs: int) -> None:
    """Recall of the listed variants by errors and queries, with the sources given."""
    listed, texts = data / "variants_dev.jsonl.gz", data / "mt_docs_dev.jsonl.gz"
    wanted = {
        f"{row['set']}.{row['lp']}.{row['docs'][0]}.{row['system']}" for row in _lines(listed)
    }
    documents = (one for one in _documents(texts, "mt") if one["id"] in wanted)
    report = _audited(documents, folder / "mt-with-source.jsonl", jobs)
    out = folder / "mt-with-source.json"
    with out.open("w", encoding="utf-8") as file:
        JsonReporter().write(report, file)
    made = json.loads(out.read_text(encoding="utf-8"))
    made["findings"] = [one for one in made["findings"] if one["class"] in ("error", "query")]
    out.write_text(json.dumps(made), encoding="utf-8")
    command = [sys.executable, str(data / "score_names.py"), "score", str(listed), str(texts)]
    told = subprocess.run([*command, str(out)], check=True, capture_output=True, text=True).stdout
    print("variants with sources, errors and queries alone:")
    print("\n".join(f"  {line}" for line in told.splitlines() if "missed" not in line))


def _documents(path: Path, side: str) -> Iterator[Row]:
    """The documents, each human translation once; the machine's once a system."""
    seen = set[str]()
    for row in _lines(path):
        name = f"{row['set']}.{row['src_lang']}-{row['tgt_lang']}.{row['doc']}"
        name = name if side == "ref" else f"{name}.{row['system']}"
        text = "\n".join(one.get(side) or "" for one in row["segments"])
        if name not in seen and len(text) >= SHORTEST_TEXT:
            seen.add(name)
            segments = [
                {"source": one["src"], "target": one.get(side) or ""} for one in row["segments"]
            ]
            yield {"id": name, "lang": row["tgt_lang"], "source_lang": row["src_lang"],
                   "segments": segments}  # fmt: skip


def _bilingual() -> tuple[str, ...]:
    """The ids of the rules that are on and compare a text with its source."""
    pairs = (id_ for id_, rule in load().items() if rule.scope is Scope.PAIR and rule.default_on)
    return (*RENDERING_RULES, *pairs)


def _audited(
    documents: Iterable[Row], feed: Path, jobs: int, select: tuple[str, ...] = ("NAM",)
) -> Report:
    with feed.open("w", encoding="utf-8") as out:
        for one in documents:
            out.write(json.dumps(one, ensure_ascii=False) + "\n")
    config = Config(scope=LinkScope.DOCUMENT, jobs=jobs, select=select)
    return audit([str(feed)], config)


def _sure(findings: Iterable[Finding]) -> list[Finding]:
    return [one for one in findings if one.finding_class.asks]


def _lines(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        yield from map(json.loads, rows)


if __name__ == "__main__":
    sys.exit(main())
