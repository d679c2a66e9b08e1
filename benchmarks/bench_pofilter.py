"""Flags and speed of the bilingual rules beside pofilter, on the same passages in one run.

    python benchmarks/bench_pofilter.py --eval ../shared/eval --pofilter VENV/bin/pofilter

pofilter belongs to the Translate Toolkit, which is under the GPL: it is no dependency and is never
imported, but started as the separate program it is. To get it, make a virtual environment outside
the project and install `translate-toolkit` there. Without it the benchmark measures mtaudit alone.

Both get the same passages of machine-translated documents, one file a language pair: pofilter as
PO with its default filters and the target language named, mtaudit as JSONL segments with the rules
that compare a passage with its source and are on by default. `mtaudit check` is timed twice: as it
is, which divides the text into sentences and looks for names whatever rules are selected, and as
`rules`, which only reads the file and applies them, as pofilter does. CPU seconds are user and
system time of the program, start included. A passage counts as flagged when one filter, or one
error or query, speaks of it.
"""

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from audit.detect import load
from audit.detect.apply import hits_in_document
from audit.model.text import Document
from audit.read import read
from benchmarks.eval_pair_rules import bilingual_rules, sample

PASSAGES = 20_000
_FLAG = re.compile(r"^# \(pofilter\) ", re.MULTILINE)
_WITHIN = "--rules-only"
Row = Mapping[str, Any]


def main() -> int:
    """Print one line a program."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--pofilter", default=shutil.which("pofilter"))
    parser.add_argument("--passages", type=int, default=PASSAGES)
    parser.add_argument(_WITHIN, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.rules_only:
        print(len(set(_flagged_by_rules(asked.rules_only))))
        return 0
    path = asked.eval / "mt_docs_dev.jsonl.gz"
    if not path.is_file():
        print(f"{path} is not there: nothing measured")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        by_pair = _passages(path, asked.passages)
        whole = sum(len(row["segments"]) for rows in by_pair.values() for row in rows)
        print(f"{whole:,} passages in {len(by_pair)} language pairs")
        feed = folder / "feed.jsonl"
        with feed.open("w", encoding="utf-8") as out:
            for rows in by_pair.values():
                out.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        if asked.pofilter:
            _print("pofilter, default filters", *_pofilter(asked.pofilter, by_pair, folder), whole)
        else:
            print("pofilter is not there: install translate-toolkit in a virtual environment of its"
                  " own and name its program with --pofilter")  # fmt: skip
        _print("mtaudit, rules", *_rules_only(feed), whole)
        _print("mtaudit check", *_check(feed, folder), whole)
    return 0


def _print(name: str, flagged: int, seconds: float, whole: int) -> None:
    share, speed = 100 * flagged / whole, whole / seconds
    print(f"{name:26} flagged {flagged:6,} ({share:5.2f} %)  {seconds:6.1f} CPU s"
          f"  {speed:8,.0f} passages a CPU s")  # fmt: skip


def _passages(path: Path, most: int) -> dict[tuple[str, str], list[Row]]:
    """Documents of all language pairs in turn, `most` passages together, as mtaudit reads them."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sample(path, most):
        found[row["src_lang"], row["tgt_lang"]].append(row)
    made: dict[tuple[str, str], list[Row]] = defaultdict(list)
    taken = turn = 0
    while taken < most and any(len(rows) > turn for rows in found.values()):
        for pair, rows in found.items():
            if turn < len(rows) and taken < most:
                segments = [
                    {"source": one["src"], "target": one["mt"] or ""}
                    for one in rows[turn]["segments"][: most - taken]
                ]
                taken += len(segments)
                made[pair].append(
                    {"id": rows[turn]["id"], "source_lang": pair[0], "lang": pair[1],
                     "segments": segments}
                )  # fmt: skip
        turn += 1
    return made


def _pofilter(
    program: str, by_pair: Mapping[tuple[str, str], Sequence[Row]], folder: Path
) -> tuple[int, float]:
    flagged, seconds = 0, 0.0
    for (source, target), rows in by_pair.items():
        given, told = folder / f"{source}-{target}.po", folder / f"{source}-{target}.out.po"
        given.write_text(_po(rows, target), encoding="utf-8")
        command = [program, "--progress=none", f"--language={target}", str(given), str(told)]
        seconds += _timed(command)[1]
        if told.is_file():
            units = told.read_text(encoding="utf-8").split("\n\n")
            flagged += sum(bool(_FLAG.search(unit)) for unit in units)
    return flagged, seconds


def _po(rows: Sequence[Row], target: str) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    units = [f'{head}"Language: {target}\\n"\n']
    number = 0
    for row in rows:
        for one in row["segments"]:
            number += 1
            texts = (json.dumps(one[side], ensure_ascii=False) for side in ("source", "target"))
            units.append('msgctxt "{}"\nmsgid {}\nmsgstr {}\n'.format(number, *texts))
    return "\n".join(units)


def _rules_only(feed: Path) -> tuple[int, float]:
    told, seconds = _timed([sys.executable, __file__, _WITHIN, str(feed)])
    return int(told), seconds


def _flagged_by_rules(feed: Path) -> Iterator[tuple[str, int]]:
    """The passages of which a rule speaks that compares a passage with its source."""
    rules = [rule for rule in bilingual_rules() if rule.default_on]
    registry = load()
    for item in read([str(feed)]):
        if not isinstance(item, Document):
            continue
        for rule, hit in hits_in_document(item, rules, {})[0]:
            if (hit.finding_class or registry[rule].finding_class).asks:
                yield item.id, _number(item, hit.at.start)


def _number(document: Document, at: int) -> int:
    """The number of the pair that holds a place."""
    return sum(pair.span.end < at for pair in document.pairs)


def _check(feed: Path, folder: Path) -> tuple[int, float]:
    told = folder / "report.json"
    select = [f"--select={rule.id}" for rule in bilingual_rules() if rule.default_on]
    command = [sys.executable, "-m", "audit", "check", str(feed), f"--report=json:{told}"]
    _, seconds = _timed([*command, "--scope=document", *select], sound=(0, 1))
    report = json.loads(told.read_text(encoding="utf-8"))
    asks = [one for one in report["findings"] if one["class"] in ("error", "query")]
    return len({(one["document"], one["line"], one["start"]) for one in asks}), seconds


def _timed(command: Sequence[str], sound: Sequence[int] = (0,)) -> tuple[str, float]:
    """What a program printed, and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in sound:
        raise SystemExit(f"{command[0]} failed: {done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


if __name__ == "__main__":
    sys.exit(main())
