"""Same input, same bytes: however the documents are spread over processes."""

import io
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.config.schema import Config, LinkScope
from audit.model.report import Report
from audit.report.json import JsonReporter
from audit.run import audit, parts
from audit.run.engines import local
from tests.report.ci.formats import written as by_format

CONFIG = Config(lang="en", builtin_authority=False)
NAMES = [
    ("Mykhailo Podolyak", "Mykhailo Podoliak"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Bashar al-Assad", "Assad"),
    ("Korbeevo", "Korbeyavo"),
    ("Khasan", "Hasan"),
]


def written(report: Report) -> str:
    out = io.StringIO()
    JsonReporter().write(report, out)
    return out.getvalue()


def as_json(paths: list[str], config: Config) -> str:
    return written(audit(paths, config))


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """More documents than one batch holds, names spelled two ways, and a faulty line."""
    path = tmp_path_factory.mktemp("feed") / "news.jsonl"
    lines = []
    for number in range(parts.DOCUMENTS + 8):
        first, second = NAMES[number % len(NAMES)]
        name = second if number % 3 else first
        text = f"Crowds saw {name} on the the square. Then {first} and {second} left."
        lines.append(json.dumps({"id": f"n{number}", "text": text}))
    lines.insert(7, '{"id": "broken"')
    path.write_text("\n".join(lines), encoding="utf-8")
    return [str(path)]


@pytest.fixture(scope="module")
def expected(feed: list[str]) -> str:
    """The report of one process, which must have something to say."""
    found = as_json(feed, CONFIG)
    assert len(json.loads(found)["findings"]) > len(NAMES)
    return found


def test_twice_is_the_same(feed: list[str], expected: str) -> None:
    assert as_json(feed, CONFIG) == expected


def test_two_processes_say_what_one_says(feed: list[str], expected: str) -> None:
    assert as_json(feed, replace(CONFIG, jobs=2)) == expected


class PicklingPool:
    """Stands for a process pool: everything crosses a border, the work is done here."""

    def __init__(
        self,
        jobs: int,
        *,
        initializer: Callable[..., None] = lambda: None,
        initargs: tuple[Any, ...] = (),
        **_: Any,
    ) -> None:
        self.jobs = jobs
        initializer(*pickle.loads(pickle.dumps(initargs)))

    def __enter__(self) -> "PicklingPool":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[[Any], Any], item: Any) -> "Future[Any]":
        there, sent = pickle.loads(pickle.dumps((work, item)))
        done = Future[Any]()
        done.set_result(pickle.loads(pickle.dumps(there(sent))))
        return done

    def shutdown(self, **_: bool) -> None:
        pass


@settings(max_examples=10, deadline=None)
@given(
    workers=st.tuples(st.integers(2, 9), st.integers(1, 5)),
    part=st.tuples(st.integers(1, 50), st.integers(1, 5000)),
)
def test_any_split_over_any_workers_says_the_same(
    workers: tuple[int, int], part: tuple[int, int], feed: list[str], expected: str
) -> None:
    jobs, ahead = workers
    documents, characters = part
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "DOCUMENTS", documents)
        patch.setattr(parts, "CHARACTERS", characters)
        patch.setattr(local, "AHEAD", ahead)
        patch.setattr(local, "ProcessPoolExecutor", PicklingPool)
        assert as_json(feed, replace(CONFIG, jobs=jobs)) == expected


OTHERS = ("console", "csv", "html", "sarif")


@pytest.fixture(scope="module")
def others(feed: list[str]) -> dict[str, str]:
    """Reports of further formats, of a feed that has room in memory."""
    found = audit(feed, CONFIG)
    return {name: by_format(found, name) for name in OTHERS}


@pytest.mark.parametrize("room", [(0, 0), (1500, 40)], ids=["all", "some"])
def test_what_lies_on_disk_says_the_same(
    room: tuple[int, int],
    feed: list[str],
    expected: str,
    others: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("audit.run.feed.HELD", room[0])
    monkeypatch.setattr("audit.run.conclude.HELD", room[1])
    monkeypatch.setattr("audit.run.waiting.HELD", room[1])
    monkeypatch.setattr("audit.link.entities.HELD", room[1] // 10)
    report = audit(feed, CONFIG)
    assert not isinstance(report.documents, tuple)
    assert not isinstance(report.findings, tuple)
    assert not isinstance(report.entities, tuple)
    assert written(report) == expected
    assert {name: by_format(report, name) for name in OTHERS} == others


def test_names_linked_in_each_document_lie_on_disk_too(
    feed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = replace(CONFIG, scope=LinkScope.DOCUMENT)
    held = audit(feed, config)
    monkeypatch.setattr("audit.run.conclude.HELD", 0)
    report = audit(feed, config)
    assert not isinstance(report.entities, tuple)
    assert tuple(report.entities) == held.entities
    assert written(report) == written(held)


SCRIPT = """
import sys
from audit.config.schema import Config, LinkScope
from audit.report.json import JsonReporter
from audit.run import audit
JsonReporter().write(audit(sys.argv[1:], Config(lang="en", builtin_authority=False)), sys.stdout)
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_order_of_sets_shows_nowhere(seed: str, feed: list[str], expected: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *feed],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stdout == expected
