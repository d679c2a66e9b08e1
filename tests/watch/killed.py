"""Watches a feed and is killed at each step in turn; run as a program in an empty folder.

The steps are all statements that go to SQLite and all renamings of files, which is when something
lasting happens. After each kill the feed is watched to the end, and what was written must be what
an undisturbed run writes. Prints how many kills there were.
"""

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from audit.cli.main import cli
from tests.watch.feed import put, watching

FEED = Path("feed.json")
STAGES = (("1",), ("3", "2", "1"))
"""The articles of the feed at each look."""
Step = Callable[[], None]


def look(stage: tuple[str, ...], kill_at: int = 0) -> int | None:
    """One look in a process of its own, killed at a step; gives its exit code, None if killed."""
    put(FEED, *stage)
    child = os.fork()
    if not child:
        _watch(kill_at)
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


def _watch(kill_at: int) -> None:
    """Watch in this process, up to its end or the step of its death."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    real = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        base: sqlite3.Connection = real(*arguments, **options)
        if str(arguments[0]) == "store.sqlite":  # a cache is made anew where it is lost
            base.set_trace_callback(lambda _: step())
        return base

    sqlite3.connect = connect  # type: ignore[assignment]
    sys.addaudithook(lambda event, _: step() if event == "os.rename" else None)
    try:
        cli.main(watching(FEED, "--quiet"), prog_name="mtaudit")
    except SystemExit as end:
        os._exit(int(end.code or 0))
    os._exit(70)


def written() -> dict[str, bytes]:
    """What watching left for its user."""
    return {path.name: path.read_bytes() for path in sorted(Path("out").glob("[!.]*"))}


def afresh() -> None:
    """Empty the folder."""
    for path in Path().iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def main() -> None:
    """Kill at every step of every look."""
    put(FEED, *STAGES[0])
    cli.main(watching(FEED, "--quiet"), standalone_mode=False)  # its children inherit what it loads
    afresh()
    expected_codes = [look(stage) for stage in STAGES]
    assert expected_codes == [1, 1], expected_codes
    expected = written()
    assert sorted(expected) == ["000001.json", "000002.json"]
    kills = 0
    for at, stage in enumerate(STAGES):
        for number in range(1, 1000):
            afresh()
            for before in STAGES[:at]:
                look(before)
            if look(stage, number) is not None:
                break
            kills += 1
            for after in STAGES[at:]:
                assert look(after) in (0, 1)
            found = written()
            assert found.keys() == expected.keys(), (at, number, sorted(found))
            assert found == expected, (at, number)
    print(kills)  # noqa: T201 - its one result


if __name__ == "__main__":
    main()
