"""A run that was killed goes on where it was: what was examined lies in the cache by then."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.model.text import Document
from audit.run import audit_documents, parts
from audit.run.cache import FILE_NAME
from audit.run.examine import Bench, Examined
from audit.run.feed import Feed

HOME = Path(__file__).parents[2]
DOCUMENTS = 1500
"""Three times as many as are written at a time."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no signal that cannot be caught")
def test_killed_in_the_middle_it_goes_on(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    lines = (
        {"id": f"d{n}", "lang": "en", "text": f"No {n}: the the end."} for n in range(DOCUMENTS)
    )
    feed.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def command(report: str, *cached: str) -> list[str]:
        told = ["--isolated", "--quiet", f"--report=json:{report}.json", *cached]
        return [sys.executable, "-m", "audit", "check", feed.name, *told]

    def start(*words: str) -> "subprocess.Popen[bytes]":
        env = {**os.environ, "PYTHONPATH": str(HOME)}
        return subprocess.Popen(command(*words), cwd=tmp_path, env=env)

    killed = start("killed", "--cache=kept", "--jobs=2")
    base = tmp_path / "kept" / FILE_NAME
    deadline = time.monotonic() + 120
    while not 0 < entries(base) < DOCUMENTS and time.monotonic() < deadline:
        assert killed.poll() is None, "it ended before it could be killed"
        time.sleep(0.02)
    workers = children(killed.pid)
    killed.kill()
    assert killed.wait() == -signal.SIGKILL
    while any(map(Path.exists, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(Path.exists, workers)), "its workers must not outlive it"
    kept = entries(base)
    assert 0 < kept < DOCUMENTS
    assert not (tmp_path / "killed.json").exists()
    assert start("resumed", "--cache=kept").wait() == 1
    assert start("whole").wait() == 1
    assert (tmp_path / "resumed.json").read_bytes() == (tmp_path / "whole.json").read_bytes()
    assert entries(base) >= DOCUMENTS
    assert of_run(base, 1) == kept, "what the killed run had found was not found anew"


def children(process: int) -> list[Path]:
    """The processes that one has started, as Linux shows them; none elsewhere."""
    told = Path(f"/proc/{process}/task/{process}/children")
    numbers = told.read_text().split() if told.exists() else []
    return [Path(f"/proc/{number}") for number in numbers]


def entries(base: Path) -> int:
    """The entries that were committed."""
    try:
        with sqlite3.connect(f"file:{base}?mode=ro", uri=True) as opened:
            return int(opened.execute("select count(*) from entry").fetchone()[0])
    except sqlite3.Error:
        return 0


def of_run(base: Path, number: int) -> int:
    """The entries that one run wrote."""
    with sqlite3.connect(base) as opened:
        row = opened.execute("select count(*) from entry where run = ?", (number,)).fetchone()
    return int(row[0])


def test_a_warm_run_holds_no_whole_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the cache has is handed on part by part, as what is examined."""
    given = [Document(f"d{n}", "f.jsonl", f"No {n}: the the end.", lang="en") for n in range(300)]
    config = Config(cache=str(tmp_path), select=("REP",))
    cold = audit_documents(given, config)
    read: list[str] = []
    ahead: list[int] = []
    add = Feed.add

    def documents() -> Iterator[Document]:
        for one in given:
            read.append(one.id)
            yield one

    def watched(self: Feed, one: Examined) -> None:
        ahead.append(len(read) - len(ahead))
        add(self, one)

    def examine(*_: object) -> Examined:
        raise AssertionError("all are in the cache")

    monkeypatch.setattr(Feed, "add", watched)
    monkeypatch.setattr(Bench, "examine", examine)
    assert audit_documents(documents(), config).findings == cold.findings
    assert max(ahead) <= parts.DOCUMENTS
