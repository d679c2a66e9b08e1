"""Times the whole default audit and each of its stages: `make bench`.

    python benchmarks/bench_audit.py [--size 1.0] [--rounds 3] [--eval ../shared/eval]

The corpus is plain English articles as JSONL: machine translations of the evaluation data where it
is at hand, else the sample corpora again and again, each time with other names in place of theirs.
It comes in three sizes, each twice the one before, up to `--size` megabytes. Everything runs in a
process of its own, in turn for some rounds, of which the medians count. Printed are

* CPU seconds and peak memory of `mtaudit check` by size, start included, and how cost grows: the
  exponent by which CPU time without the start rises with the bytes, 1 being linear;
* CPU seconds a megabyte of each stage at the largest size, behind a first article that loads every
  list the stages need, and each as a multiple of `orjson.loads` of the same bytes;
* the wall time of examining documents (segment, annotate, rules) in one process and in two. It is
  worth something on an idle machine only, so the processors' load is printed beside it;
* CPU seconds a megabyte of other programs on the same text, start included: pofilter (with the
  source beside it, which only the evaluation data has), codespell, typos, proselint. They are no
  dependencies; `--peers FOLDER` names the folder of their commands, and one that is not there is
  left out. They look for other things than mtaudit: the ratio says what a run costs, no more.
"""

import argparse
import gc
import gzip
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

HOME = Path(__file__).resolve().parent.parent
MB = 1_000_000
SIZES = 3
_STAGES, _MAP = "--stages-of", "--map-of"
ORJSON_REPEATS = 20

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: CPU seconds, wall seconds, peak resident memory in MB; what it said."""

    cpu: float
    wall: float
    peak: float
    said: str


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=float, default=1.0, help="megabytes of the largest corpus")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--eval", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--peers", type=Path, help="the folder of the other programs' commands")
    parser.add_argument(_STAGES, type=Path, help=argparse.SUPPRESS)
    parser.add_argument(_MAP, nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stages_of:
        print(json.dumps(stages(asked.stages_of)))
        return 0
    if asked.map_of:
        print(examine(Path(asked.map_of[0]), int(asked.map_of[1])))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rows = corpus(asked.eval, int(asked.size * MB))
        files = [write(rows, asked.size / 2**step, folder) for step in reversed(range(SIZES))]
        first = write(rows, 0, folder)
        measure(files, first, asked.rounds, folder)
        peers(rows, asked.peers, asked.rounds, folder)
    return 0


def corpus(data: Path, size: int) -> list[Row]:
    """Articles of `size` bytes together, with their source where it is known."""
    path = data / "mt_docs_dev.jsonl.gz"
    rows: list[Row] = []
    for row in _translations(path) if path.is_file() else _varied():
        rows.append({**row, "id": f"{len(rows)}"})
        size -= len(row["text"].encode())
        if size <= 0:
            return rows
    return rows


def _translations(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["tgt_lang"] == "en":
                pairs = [(one["src"], one["mt"] or "") for one in row["segments"]]
                text = "\n".join(mt for _, mt in pairs)
                yield {"text": text, "source_lang": row["src_lang"], "pairs": pairs}


def _varied() -> Iterator[Row]:
    """The English articles of the sample corpora without end, in each turn with other names."""
    texts = [
        json.loads(line)["text"]
        for file in sorted((HOME / "corpora").glob("*/feed.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if json.loads(line).get("lang") == "en" and json.loads(line).get("text")
    ]
    turn = 0
    while texts:
        ending = "".join("aeiou"[turn // 5**place % 5] + "nrlst"[turn % 5] for place in range(3))
        for text in texts:
            yield {"text": re.sub(r"\b([A-Z][a-z]{4,})\b", rf"\1{ending if turn else ''}", text)}
        turn += 1


def write(rows: Sequence[Row], size: float, folder: Path) -> Path:
    """A feed of so many megabytes of text, of one article at least."""
    left = size * MB
    path = folder / f"{size}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            told = {"id": row["id"], "lang": "en", "text": row["text"]}
            out.write(f"{json.dumps(told, ensure_ascii=False)}\n")
            left -= len(row["text"].encode())
            if left <= 0:
                break
    return path


def measure(files: Sequence[Path], first: Path, rounds: int, folder: Path) -> None:
    """Time the audit and its stages, and print what they took."""
    check: dict[Path, list[Cost]] = defaultdict(list)
    parts: list[Mapping[str, float]] = []
    mapped: dict[int, list[float]] = defaultdict(list)
    loads: list[float] = []
    for _ in range(rounds):
        for file in (first, *files):
            check[file].append(run(_check(file, folder), sound=(0, 1)))
        parts.append(json.loads(run(_own(_STAGES, files[-1])).said))
        for jobs in (1, 2):
            mapped[jobs].append(float(run(_own(_MAP, files[-1], str(jobs))).said))
        loads.append(_orjson(files[-1]))
    megabytes = files[-1].stat().st_size / MB
    parse = statistics.median(loads) / megabytes
    start = statistics.median(one.cpu for one in check[first])
    print(f"mtaudit check, medians of {rounds}; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"  one article    {start:7.2f} CPU s   {_peak(check[first]):5.0f} MB")
    before: tuple[float, float] | None = None
    for file in files:
        size = file.stat().st_size / MB
        cpu = statistics.median(one.cpu for one in check[file])
        growth = ""
        if before:
            exponent = math.log((cpu - start) / before[1]) / math.log(size / before[0])
            growth = f"   exponent {exponent:.2f}"
        before = size, cpu - start
        print(f"  {size:6.2f} MB      {cpu:7.2f} CPU s   {_peak(check[file]):5.0f} MB{growth}")
    print(
        f"stages at {megabytes:.2f} MB         CPU s/MB  x orjson.loads ({parse * 1000:.2f} ms/MB)"
    )
    for name in parts[0]:
        spent = statistics.median(one[name] for one in parts)
        if name == "first article":
            print(f"  {name:22} {spent:8.3f} CPU s")
        else:
            print(f"  {name:22} {spent / megabytes:8.3f}  {spent / megabytes / parse:8,.0f}")
    one, two = (statistics.median(mapped[jobs]) for jobs in (1, 2))
    print(f"  examined by 1 process {one:.1f} s, by 2 {two:.1f} s (wall): {one / two:.2f} x")


def _peak(costs: Sequence[Cost]) -> float:
    return statistics.median(one.peak for one in costs)


def _check(file: Path, folder: Path) -> list[str]:
    told = f"--report=json:{folder / 'report.json'}"
    return [sys.executable, "-m", "audit", "check", str(file), told, "--isolated", "--quiet"]


def _own(*words: object) -> list[str]:
    return [sys.executable, __file__, *map(str, words)]


def _orjson(file: Path) -> float:
    import orjson  # noqa: PLC0415 - measured in this process

    lines = file.read_bytes().splitlines()
    begun = time.process_time()
    for _ in range(ORJSON_REPEATS):
        for line in lines:
            orjson.loads(line)
    return (time.process_time() - begun) / ORJSON_REPEATS


def run(command: Sequence[str], sound: Sequence[int] = (0,)) -> Cost:
    """Run a program to its end; its own and its children's costs."""
    begun = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, cwd=HOME)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
    if process.returncode not in sound:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    wall = time.monotonic() - begun
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024 / MB, said)


def stages(file: Path) -> dict[str, float]:
    """CPU seconds of each stage on a feed in this process, all lists loaded by a first article."""
    from audit import annotate, link, normalize, read, score, segment  # noqa: PLC0415 - timed
    from audit.authority import load as load_authority  # noqa: PLC0415
    from audit.config.schema import Config  # noqa: PLC0415
    from audit.detect.apply import (  # noqa: PLC0415
        hits_in_document,
        hits_in_entities,
        hits_in_feed,
    )
    from audit.model.text import Document  # noqa: PLC0415
    from audit.run.select import rules_in_force  # noqa: PLC0415
    from audit.text.words import count_words  # noqa: PLC0415

    gc.set_threshold(100_000, 50, 100)  # as the command does
    rules, authority = rules_in_force(Config()), load_authority()

    def whole(documents: Callable[[], Sequence[Document]]) -> dict[str, float]:
        spent: dict[str, float] = {}
        lap = _Lap(spent)
        given = documents()
        lap("read")
        parted = [segment.segment(one) for one in given]
        lap("segment")
        named = tuple(annotate.annotate(one, authority) for one in parted)
        lap("annotate")
        hits = [hit for one in named for hit in hits_in_document(one, rules.values(), {})[0]]
        lap("rules on documents")
        entities = link.link(named, authority)
        lap("link")
        hits += hits_in_entities(entities, rules.values(), {}, [])
        lap("rules on entities")
        hits += hits_in_feed(named, rules.values(), {})[0]
        lap("rules on the feed")
        every = {one.id: one for one in named}
        findings = normalize.findings(hits, rules, every)
        lap("normalize")
        score.score(named, findings, {one.id: count_words(one.text, "en") for one in named}, {})
        lap("score")
        return spent

    def documents() -> list[Document]:
        return [one for one in read.read([str(file)]) if isinstance(one, Document)]

    whole(lambda: documents()[:1])
    first = time.process_time()
    spent = whole(documents)
    return {"first article": first, **spent, "all stages": sum(spent.values())}


class _Lap:
    """Notes the CPU seconds since the lap before under a name."""

    def __init__(self, spent: dict[str, float]) -> None:
        self._spent, self._before = spent, time.process_time()

    def __call__(self, name: str) -> None:
        now = time.process_time()
        self._spent[name] = now - self._before
        self._before = now


def examine(file: Path, jobs: int) -> float:
    """Wall seconds of examining the documents of a feed in some processes, their start left out."""
    from audit import read  # noqa: PLC0415 - timed
    from audit.authority import load as load_authority  # noqa: PLC0415
    from audit.config.schema import LOCAL, Config  # noqa: PLC0415
    from audit.model.text import Document  # noqa: PLC0415
    from audit.run.engines import engine, examine_all  # noqa: PLC0415
    from audit.run.examine import bench  # noqa: PLC0415

    documents = [one for one in read.read([str(file)]) if isinstance(one, Document)]
    table = bench(Config(), load_authority())
    begun = time.monotonic()
    for _ in examine_all(documents, table, engine(LOCAL, jobs), lambda _: None):
        pass
    return time.monotonic() - begun


def peers(rows: Sequence[Row], folder: Path | None, rounds: int, scratch: Path) -> None:
    """Time other programs on the same text."""
    text = scratch / "text.txt"
    text.write_text("\n".join(row["text"] for row in rows), encoding="utf-8")
    size = text.stat().st_size / MB
    catalogue = scratch / "text.po"
    commands = {
        "codespell": [str(text)],
        "typos": [str(text)],
        "proselint": ["check", str(text)],
        "pofilter": ["--progress=none", "--language=en", str(catalogue), f"{scratch / 'told.po'}"],
    }
    if "pairs" in rows[0]:
        catalogue.write_text(_po(rows), encoding="utf-8")
    else:
        del commands["pofilter"]
        print("  pofilter        left out: the text has no source beside it")
    for name, words in commands.items():
        program = shutil.which(name, path=str(folder) if folder else None)
        if program is None:
            print(f"  {name:15} left out: the program is not there")
            continue
        costs = [run([program, *words], sound=range(256)) for _ in range(rounds)]
        cpu = statistics.median(one.cpu for one in costs)
        print(f"  {name:15} {cpu / size:8.2f} CPU s/MB, start included")


def _po(rows: Sequence[Row]) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n'
    pairs = (pair for row in rows for pair in row["pairs"])
    units = (
        'msgctxt "{}"\nmsgid {}\nmsgstr {}\n'.format(
            number, *(json.dumps(side, ensure_ascii=False) for side in pair)
        )
        for number, pair in enumerate(pairs)
    )
    return "\n".join((head, *units))


if __name__ == "__main__":
    sys.exit(main())
