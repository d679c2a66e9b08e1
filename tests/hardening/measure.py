"""Audits every hostile file in a process of its own and prints what it cost.

`python -m tests.hardening.measure [--size BYTES] [PART OF A NAME…]`; the table names the longest
time and the largest memory. The exit code is 1 where a promise is broken: a file that cannot be
read is told by its name and exits 2, a good one beside it is audited all the same.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.cli.running import environment
from tests.hostile_files import ATTACKS, MIB

GOOD = "good.txt"
ARTICLE = "The president met reporters in the capital on Monday. He then left for the coast.\n"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one process may use; times are seconds of the processor, memory is address space."""

    seconds: int = 60
    memory: int = 4096 * MIB


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended: its exit code (negative: a signal), notes by path, and its cost."""

    code: int
    notes: dict[str, list[str]]
    documents: frozenset[str]
    seconds: float
    megabytes: int
    said: str


def check(folder: Path, inputs: Sequence[str], bounds: Bounds) -> Outcome:
    """Audit `inputs` of `folder` within bounds."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (bounds.seconds, bounds.seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    report = folder / "report.json"
    report.unlink(missing_ok=True)
    command = [
        sys.executable,
        "-m",
        "audit",
        "check",
        *inputs,
        "--isolated",
        "--quiet",
        "--lang",
        "en",
    ]
    command += ["--report", f"json:{report}"]
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    child = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(threads),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=limit,  # noqa: PLW1509 - no threads here
    )
    assert child.stderr is not None
    said = child.stderr.read().decode("utf-8", "replace")
    child.stderr.close()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    found = json.loads(report.read_text("utf-8")) if report.exists() else {}
    notes: dict[str, list[str]] = {}
    for note in found.get("notes", ()):
        if note["level"] == "error":
            notes.setdefault(note.get("path") or "", []).append(note["code"])
    return Outcome(
        child.returncode,
        notes,
        frozenset(one["path"] for one in found.get("documents", ())),
        used.ru_utime + used.ru_stime,
        used.ru_maxrss // 1024,
        said,
    )


def broken(found: Outcome, told: dict[str, str | None]) -> list[str]:
    """What promises an audit broke; `told` is the code that each file has to be told by."""
    faults = []
    expected = 2 if any(told.values()) else 0
    if found.code not in ({2} if expected else {0, 1}):
        faults.append(f"exit code {found.code}")
    if GOOD not in found.documents:
        faults.append("the good file was not audited")
    for path, code in told.items():
        codes = found.notes.get(path, [])
        if code is None and codes:
            faults.append(f"{path} was told by {codes[0]}")
        if code is not None and code not in codes:
            faults.append(f"{path} was not told by {code}, but {codes[:1]}")
    return faults


def main() -> int:
    """Print the table."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("attacks", nargs="*", help="parts of names; all, where there is none")
    asked.add_argument("--size", type=int, default=MIB, help="bytes of the files that grow")
    asked.add_argument("--seconds", type=int, default=120)
    given = asked.parse_args()
    rows = []
    for what, attack in ATTACKS.items():
        if given.attacks and not any(part in what for part in given.attacks):
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / GOOD).write_text(ARTICLE, encoding="utf-8")
            (folder / attack.name).write_bytes(attack.make(given.size))
            found = check(folder, [attack.name, GOOD], Bounds(given.seconds))
        faults = broken(found, {attack.name: attack.told})
        rows.append((found.seconds, found.megabytes, bool(faults)))
        outcome = "; ".join(faults) or (attack.told or "read")
        print(f"{what:50} {found.seconds:7.2f} s {found.megabytes:6} MB  {outcome}", flush=True)
    if rows:
        longest, largest = max(row[0] for row in rows), max(row[1] for row in rows)
        failed = sum(row[2] for row in rows)
        print(f"{len(rows)} files: at most {longest:.2f} s and {largest} MB; {failed} broken")
    return 1 if any(row[2] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
