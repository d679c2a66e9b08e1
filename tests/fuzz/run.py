"""Fuzzes the program by coverage: `make fuzz`, or `python -m tests.fuzz.run [OPTIONS] [TARGET…]`.

Each target runs in a process of its own under atheris (libFuzzer) for a bounded time, from the
seeds and what earlier runs found worth keeping. What breaks a promise, takes longer than ten
seconds or more memory than allowed is kept under `build/fuzz`, and the exit code is 1. Make it
small, put it into `tests/fuzz/kept/TARGET`, and mend the program: the tests run all that is there.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.seeds import seeds

HOME = Path("build/fuzz")
KEPT = Path(__file__).parent / "kept"
SLOWEST = 10
"""Seconds that one input may take in a program slowed down by being watched."""
MEMORY = 2048
"""MiB that a process may take."""
LONGEST = 4096
"""Bytes of one input: faults of size have tests of their own."""
_TRIED = re.compile(r"^#(\d+)\s", re.MULTILINE)
_DONE = re.compile(r"^Done (\d+) runs", re.MULTILINE)


def main() -> int:
    """Fuzz all targets asked for, one after another."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("targets", nargs="*", help="all, where none is named")
    asked.add_argument("--seconds", type=int, default=20, help="for each target (default: 20)")
    asked.add_argument("--one", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one:
        return _fuzz(given.one, given.seconds)
    from tests.fuzz.targets import TARGETS

    unknown = set(given.targets) - TARGETS.keys()
    if unknown:
        asked.error(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(TARGETS)}")
    failed = [one for one in given.targets or TARGETS if not _run(one, given.seconds)]
    if failed:
        print(f"broken promises: {', '.join(failed)}; see {HOME}")
    return 1 if failed else 0


def _run(target: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; gives whether it held."""
    command = [sys.executable, "-m", "tests.fuzz.run", "--one", target, "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    (HOME / target).mkdir(parents=True, exist_ok=True)
    (HOME / target / "log.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    tried = _DONE.findall(done.stderr) or _TRIED.findall(done.stderr) or ["0"]
    print(f"{target:16} {int(tried[-1]):>9,} inputs  {'held' if not done.returncode else 'BROKEN'}")
    sys.stdout.flush()
    return done.returncode == 0


def _fuzz(target: str, seconds: int) -> int:
    """Fuzz one target in this process."""
    import atheris

    with atheris.instrument_imports(include=["audit"], enable_loader_override=False):
        from tests.fuzz.targets import TARGETS

    corpus, crashes = HOME / target / "corpus", HOME / target / "broken"
    for folder in (corpus, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    kept = sorted((KEPT / target).glob("*")) if (KEPT / target).is_dir() else []
    for number, seed in enumerate([*seeds(target), *(path.read_bytes() for path in kept)]):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}"]
    options += [
        f"-max_len={LONGEST}",
        f"-artifact_prefix={crashes}{os.sep}",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
