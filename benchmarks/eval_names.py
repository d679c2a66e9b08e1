"""Measures name variants on real translated documents: `make eval`.

    python benchmarks/eval_names.py --eval ../shared/eval

Recall and proposals on machine translations, alarms on human translations of the same documents,
and the hand-written pairs. The data is for evaluation only and lies outside the project.
"""

import argparse
import csv
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import Any

from audit.authority import load
from audit.config.schema import Config, FinderRequest, LinkScope
from audit.lang.inflection import inflects_to
from audit.link.compare_names import How
from audit.link.pair import judge
from audit.model.names import Kind
from audit.report.json import JsonReporter
from audit.run import audit


def main() -> int:
    """Print all tables; 0 when the data was there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--keep", type=Path, help="folder to keep the reports in")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--mentions", default="light", help="who finds the names")
    parser.add_argument("--every", type=int, default=1, help="take one row in so many, evenly")
    arguments = parser.parse_args()
    data: Path = arguments.eval
    finder = FinderRequest(*arguments.mentions.split(":", 1))
    if not (data / "score_names.py").is_file():
        print(f"{data} is not there: nothing measured")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        variants = sampled(data / "variants_dev.jsonl.gz", arguments.every, folder)
        texts = data / "mt_docs_dev.jsonl.gz"
        documents(data, (variants, texts), folder, arguments.jobs, finder)
        human_translations(texts, folder, arguments.jobs, finder, arguments.every)
    canaries(data / "name_canaries.tsv")
    return 0


def sampled(rows: Path, every: int, folder: Path) -> Path:
    """The file `rows`, or one of every so many of its rows."""
    if every == 1:
        return rows
    kept = folder / f"one_in_{every}.{rows.name}"
    with gzip.open(rows, "rt", encoding="utf-8") as lines, gzip.open(kept, "wt") as out:
        out.writelines(islice(lines, 0, None, every))
    return kept


def documents(
    data: Path, files: tuple[Path, Path], folder: Path, jobs: int, finder: FinderRequest
) -> None:
    """Recall on machine translations and alarms on human ones; `files` are rows and texts."""
    variants, texts = map(str, files)
    score = [sys.executable, str(data / "score_names.py")]
    reports = []
    for name, extra in (("mt", []), ("ref", ["--ref"])):
        feed, report = folder / f"{name}.jsonl", folder / f"{name}.json"
        if not feed.exists():
            subprocess.run([*score, "feed", variants, texts, str(feed), *extra], check=True)
        start, computed = time.perf_counter(), time.process_time()
        made = audit([str(feed)], Config(scope=LinkScope.DOCUMENT, jobs=jobs, mentions=finder))
        spent, computed = time.perf_counter() - start, time.process_time() - computed
        with report.open("w", encoding="utf-8") as out:
            JsonReporter().write(made, out)
        count = sum(len(one.segments) for one in made.documents)
        print(
            f"{name}: {len(made.documents)} documents, {count} segments audited in {spent:.1f} s; "
            f"{1000 * computed / count:.2f} ms a segment of this process (all of it with one job)"
        )
        reports.append(str(report))
    command = [*score, "score", variants, texts, reports[0], "--refreport", reports[1]]
    subprocess.run(command, check=True)
    sure = folder / "mt-sure.json"
    report = json.loads(Path(reports[0]).read_text(encoding="utf-8"))
    report["findings"] = [one for one in report["findings"] if one["class"] in ("error", "query")]
    sure.write_text(json.dumps(report), encoding="utf-8")
    told = subprocess.run(
        [*score, "score", variants, texts, str(sure)], check=True, capture_output=True, text=True
    ).stdout
    overall = next(line for line in told.splitlines() if line.startswith("ALL"))
    print(f"errors and queries alone, without information: {overall}")
    rows = _rows(files[0])
    proposals(rows, Path(reports[0]), "without the source")
    feed, report = folder / "bilingual.jsonl", folder / "bilingual.json"
    if not feed.exists():
        bilingual_feed(rows, files[1], feed)
    made = audit([str(feed)], Config(scope=LinkScope.DOCUMENT, jobs=jobs))
    with report.open("w", encoding="utf-8") as out:
        JsonReporter().write(made, out)
    proposals(rows, report, "with the source")


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _document_of(row: dict[str, Any]) -> str:
    return f"{row['set']}.{row['lp']}.{row['docs'][0]}.{row['system']}"


def bilingual_feed(rows: list[dict[str, Any]], texts: Path, feed: Path) -> None:
    """The documents of `rows` with their sources, one a line."""
    wanted = {_document_of(row) for row in rows}
    with gzip.open(texts, "rt", encoding="utf-8") as lines, feed.open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            pair = f"{row['src_lang']}-{row['tgt_lang']}"
            name = f"{row['set']}.{pair}.{row['doc']}.{row['system']}"
            if name in wanted:
                segments = [{"target": one["mt"], "source": one["src"]} for one in row["segments"]]
                made = {"id": name, "lang": row["tgt_lang"], "source_lang": row["src_lang"]}
                out.write(json.dumps(made | {"segments": segments}, ensure_ascii=False) + "\n")


OTHER_SIDE = "undecided-name"
"""The rule that points at the form proposed for an undecided name: its fixes come second."""


def proposals(rows: list[dict[str, Any]], path: Path, title: str) -> None:
    """How often the human translator's form is proposed for the rows found, by language pair.

    First: the first fix of a departing mention has it. Any: some fix has it, on either side of an
    undecided name. In brackets the same where another case of the name counts, too, since
    proposals are nominatives and what the translator wrote need not be.
    """
    report = json.loads(path.read_text(encoding="utf-8"))
    spelled = {one["id"]: [form["text"] for form in one["forms"]] for one in report["entities"]}
    by_document = defaultdict[str, list[dict[str, Any]]](list)
    for finding in report["findings"]:
        if finding["rule"].startswith("NAM"):
            by_document[finding["document"]].append(finding)
    counts = Counter[tuple[str, str]]()
    for row in rows:
        found = [one for one in by_document[_document_of(row)] if _ties(one, row, spelled)]
        if not found:
            continue
        every = [fix["replacement"] for one in found for fix in one["fixes"]]
        first = [one["fixes"][0]["replacement"] for one in found if one["name"] != OTHER_SIDE]
        lang, name = row["lp"].partition("-")[2], row["ref_name"]
        for pair in (row["lp"], "all"):
            counts[pair, "found"] += 1
            counts[pair, "first"] += any(_has(text, name) for text in first)
            counts[pair, "any"] += any(_has(text, name) for text in every)
            counts[pair, "first, any case"] += any(_has_case(text, name, lang) for text in first)
            counts[pair, "any, any case"] += any(_has_case(text, name, lang) for text in every)
    print(f"the human translator's form proposed first, or at all, {title}")
    for pair in sorted({pair for pair, _ in counts}):
        found_rows = counts[pair, "found"]
        shares = ", ".join(
            f"{how} {counts[pair, how]} ({counts[pair, f'{how}, any case']})"
            for how in ("first", "any")
        )
        print(f"  {pair:6} of {found_rows:3}: {shares}")


def _ties(finding: dict[str, Any], row: dict[str, Any], spelled: dict[str, list[str]]) -> bool:
    """Whether a finding ties two forms of a row together."""
    forms = [row["main"], *row["variants"]]
    own = {form for form in forms if _has(finding["text"], form)}
    others = [one["text"] for one in finding["related"]]
    others += [one["replacement"] for one in finding["fixes"]]
    others += spelled.get(finding.get("entity", ""), [])
    return bool(own) and any(_has(text, form) for text in others for form in {*forms} - own)


def _has(text: str, form: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _has_case(text: str, form: str, lang: str) -> bool:
    return _has(text, form) or any(inflects_to(word, form, lang) for word in text.split())


SHORTEST_TEXT = 100
"""Characters below which a text is no document but a line."""


def human_translations(
    path: Path, folder: Path, jobs: int, finder: FinderRequest, every: int
) -> None:
    """Errors and queries on names in human translations, one of every so many, by language."""
    feed, seen = folder / "human.jsonl", set[str]()
    with gzip.open(path, "rt", encoding="utf-8") as rows, feed.open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            name = f"{row['set']}.{row['src_lang']}-{row['tgt_lang']}.{row['doc']}"
            text = "\n".join(one.get("ref") or "" for one in row["segments"])
            if name not in seen and len(text) >= SHORTEST_TEXT:
                seen.add(name)
                if len(seen) % every:
                    continue
                made = {"id": name, "text": text, "lang": row["tgt_lang"]}
                out.write(json.dumps(made, ensure_ascii=False) + "\n")
    config = Config(scope=LinkScope.DOCUMENT, jobs=jobs, select=("NAM",), mentions=finder)
    report = audit([str(feed)], config)
    languages = {document.id: document.lang for document in report.documents}
    words, alarms = Counter[str](), Counter[str]()
    for document, count in report.words.items():
        words[languages[document]] += count
    for finding in report.findings:
        if finding.finding_class.asks:
            alarms[languages[finding.document]] += 1
    print("alarms on all human translations, by language: words, alarms, in 1,000 words")
    for lang in sorted(words):
        rate = 1000 * alarms[lang] / words[lang]
        print(f"  {lang:4} {words[lang]:8,} {alarms[lang]:4} {rate:6.2f}")
    rate = 1000 * alarms.total() / words.total()
    print(f"  all  {words.total():8,} {alarms.total():4} {rate:6.2f}")


def canaries(path: Path) -> None:
    """Pairs that must be judged right, with those that are not."""
    authority = load()
    wrong, total = [], 0
    with path.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            relation = judge(row["a"], row["b"], authority, kind=Kind(row["kind"]))
            same = relation is not None and relation.how is How.SAME
            total += 1
            if same != (row["same"] == "1"):
                wrong.append((row["a"], row["b"], "same" if row["same"] == "1" else "different"))
    print(f"canaries right: {total - len(wrong)}/{total}")
    for first, second, truth in wrong:
        print(f"  {first} | {second}: are {truth}")


if __name__ == "__main__":
    sys.exit(main())
