"""Kills the program at random points: `python -m tests.hardening.kills [--kills N] [--seed N]`.

Each round starts a command in a process of its own, kills it after a random time, looks at every
file, and runs the command again to its end. What was there must be there, old or new and never in
part; what the second run leaves must be what an undisturbed run leaves. `watch` has a test of its
own, which kills it at every step (`tests/watch/killed.py`).
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from audit.cli.main import cli

TEXT = "The train to Kiev left.\nIt was the the last one.\nHe saw Kiev again.\n"
NAMES = (
    '[[name]]\nid = "kyiv"\nkind = "place"\nlang = "en"\ncanonical = "Kyiv"\nforbidden = ["Kiev"]\n'
)
OLD = b"what stood here before\n"
RULES = ("--select", "NAM,REP", "--names", "names.toml", "--lang", "en", "--isolated", "--quiet")
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command, the files it begins with, and those it may change."""

    name: str
    command: tuple[str, ...]
    begin: Files
    results: tuple[str, ...]


def _texts(count: int) -> dict[str, bytes]:
    return {f"{n:02}.txt": f"Number {n}.\n{TEXT}".encode() for n in range(count)}


def _decisions() -> bytes:
    name = {"kind": "place", "lang": "en", "proposed": "Khasan", "basis": "majority"}
    house = {
        "target": {"kind": "name", "id": "e1"},
        "action": "choose",
        "scope": "house",
        "form": "Hasan",
        "name": {**name, "forms": ["Hasan", "Khasan"]},
    }
    covered = {"fingerprint": "0123456789abcdef", "rule": "NAM001", "document": "a", "text": "x"}
    stands = {
        "target": {"kind": "finding", "id": covered["fingerprint"]},
        "action": "reject",
        "scope": "finding",
        "reason": "quotation",
        "covers": [covered],
    }
    whole = {"schema": "mtaudit/decisions/1", "report": {"id": "r"}, "decisions": [house, stands]}
    return json.dumps(whole).encode()


_REPORTS = ("r.json", "r.html", "r.sarif", "r.xml", "r.csv")
_CHECK = (
    *("check", ".", *RULES, "--cache", ".cache", "--report", "json:r.json"),
    *("--report", "html:r.html", "--report", "sarif:r.sarif", "--report", "junit:r.xml"),
    *("--report", "csv:r.csv", "--exit-zero", "--exclude", "r.*"),
)
SCENARIOS = (
    Scenario(
        "check with a cache and five reports",
        _CHECK,
        {"names.toml": NAMES.encode(), **_texts(12), **dict.fromkeys(_REPORTS, OLD)},
        _REPORTS,
    ),
    Scenario(
        "fix --write",
        ("fix", *_texts(12), *RULES, "--write", "--unsafe"),
        {"names.toml": NAMES.encode(), **_texts(12)},
        tuple(_texts(12)),
    ),
    Scenario(
        "apply",
        ("apply", "d.json", "--names", "names.toml", "--suppressions", "s.toml"),
        {"names.toml": NAMES.encode(), "d.json": _decisions()},
        ("names.toml", "s.toml"),
    ),
)


def run(scenario: Scenario, kill_after: float | None = None) -> int | None:
    """Run the command in the current folder; its exit code, None where it was killed."""
    child = os.fork()
    if not child:
        code = 70
        try:
            silent = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silent, 1)
            os.dup2(silent, 2)
            cli.main(scenario.command, prog_name="mtaudit")
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            os._exit(code)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


def afresh(scenario: Scenario) -> None:
    """Empty the current folder and put the beginning there."""
    for path in Path().iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, content in scenario.begin.items():
        Path(name).write_bytes(content)


def found(scenario: Scenario) -> dict[str, bytes | None]:
    """What stands in the files of the scenario, beginning and results alike."""
    names = dict.fromkeys((*scenario.begin, *scenario.results))
    return {name: Path(name).read_bytes() if Path(name).exists() else None for name in names}


def survive(scenario: Scenario, kills: int, choose: Callable[[float], float]) -> int:
    """Kill the command until `kills` kills have met it alive; `choose` picks each moment."""
    afresh(scenario)
    run(scenario)  # what it loads once is loaded
    afresh(scenario)
    before, began = found(scenario), time.monotonic()
    assert run(scenario) in (0, 1), scenario.name
    longest, after = time.monotonic() - began, found(scenario)
    assert before != after, scenario.name
    met = 0
    while met < kills:
        afresh(scenario)
        if run(scenario, choose(longest)) is None:
            met += 1
        for name, content in found(scenario).items():
            assert content in (before[name], after[name]), f"{scenario.name}: {name} in part"
        assert run(scenario) in (0, 1), f"{scenario.name}: does not run any more"
        assert found(scenario) == after, f"{scenario.name}: not as undisturbed"
    return met


def main() -> int:
    """Kill all commands many times."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--kills", type=int, default=100, help="for each command (default: 100)")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    dice = random.Random(given.seed)
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for scenario in SCENARIOS:
            met = survive(scenario, given.kills, lambda longest: dice.uniform(0, longest))
            print(f"{scenario.name}: {met} kills survived", flush=True)
        os.chdir(home)
    return 0


if __name__ == "__main__":
    sys.exit(main())
