"""Engines: each examines the same in order, takes no more than it works on, says what it lacks."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import __version__
from audit.authority import load as load_authority
from audit.config.schema import LOCAL, Config, EngineRequest
from audit.config.values import ENGINES
from audit.errors import ConfigError, MissingExtraError
from audit.model.text import Document
from audit.run.engines import base, engine, examine_all
from audit.run.engines import ray as ray_engine
from audit.run.engines.ordered import in_order
from audit.run.examine import bench
from audit.run.parts import DOCUMENTS, parts_of

HOME = Path(__file__).parents[2]


def documents(count: int) -> Iterator[Document]:
    for number in range(count):
        yield Document(f"d{number}", "feed.jsonl", f"Story {number}. Then the the end.", lang="en")


def test_the_configuration_knows_all_engines() -> None:
    assert tuple(base._BUILT_IN) == ENGINES


def test_parts_end_by_number_and_by_size() -> None:
    long = Document("long", "feed.jsonl", "x" * 300_000)
    given = [*documents(DOCUMENTS + 1), long, *documents(2)]
    sizes = [len(part) for part in parts_of(given)]
    assert sizes == [DOCUMENTS, 2, 2]
    assert [one for part in parts_of(given) for one in part] == given


def test_work_is_never_handed_out_further_ahead() -> None:
    out: list[int] = []
    taken: list[int] = []

    def take(number: int) -> int:
        assert len(out) - len(taken) <= 3
        taken.append(number)
        return number * number

    def submit(number: int) -> int:
        out.append(number)
        return number

    results = in_order(range(10), submit, take, 3)
    assert next(results) == 0
    assert out == [0, 1, 2]
    assert list(results) == [number * number for number in range(1, 10)]


def test_processes_take_no_whole_feed() -> None:
    table = bench(Config(select=("REP",)), load_authority())
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for document in documents(DOCUMENTS * 20):
            taken += 1
            yield document

    done: list[int] = []
    results = examine_all(counted(), table, engine(LOCAL, 2), done.append)
    assert next(results).document.id == "d0"
    assert taken <= DOCUMENTS * 10
    assert [one.document.id for one in results][-1] == f"d{DOCUMENTS * 20 - 1}"
    assert done[-1] == DOCUMENTS * 20


@pytest.mark.parametrize("request_", [EngineRequest("spark"), EngineRequest("local", "there")])
def test_what_is_no_engine_is_told(request_: EngineRequest) -> None:
    with pytest.raises(ConfigError, match="engine"):
        engine(request_, 1)


def test_without_ray_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'mtaudit\[ray\]'"):
        engine(EngineRequest("ray"), 1)


def test_a_worker_of_another_version_is_refused() -> None:
    sent = ray_engine._Sent("0.0.1", "bench", [])
    with pytest.raises(ConfigError, match=rf"mtaudit {__version__}, this one 0\.0\.1"):
        ray_engine._examine(sent, list(documents(1)))


def test_ray_writes_the_same_bytes(tmp_path: Path) -> None:
    """One real run on a cluster of two processors that is started for it."""
    pytest.importorskip("ray")
    feed = tmp_path / "feed.jsonl"
    names = ("Mykhailo Podolyak", "Mykhailo Podoliak", "Kim Jong Un", "Kim Jong-un")
    lines = (
        {"id": f"n{n}", "lang": "en", "text": f"Crowds saw {names[n % 4]} on the the square."}
        for n in range(3 * DOCUMENTS)
    )
    feed.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    digests = []
    for number, words in enumerate((["--jobs=1"], ["--engine=ray", "--jobs=2"])):
        made = [tmp_path / f"{number}.{suffix}" for suffix in ("json", "html")]
        command = [sys.executable, "-m", "audit", "check", feed.name, "--isolated", "--quiet"]
        reports = [f"--report={path.suffix[1:]}:{path}" for path in made]
        done = subprocess.run(
            [*command, *words, *reports],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(HOME)},
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=300,
        )
        assert done.returncode == 1, done.stderr
        digests.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in made])
    assert len(json.loads(made[0].read_bytes())["findings"]) > DOCUMENTS
    assert digests[0] == digests[1]
