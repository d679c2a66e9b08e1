"""A warm run gives the same bytes and looks only at what changed; a bad cache stops nothing."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.entries import KEPT_RUNS
from audit.run import audit
from audit.run.cache import FILE_NAME
from audit.run.examine import Bench, Examined
from tests.run.feeds import feed, written

TEXTS = (
    "The North Korean leader Kim Jong Un crossed into Primorye by train on Tuesday.",
    "The guest Kim Jong-un was met at Hasan station, and then the the train left.",
    "Мэр города заявил, что мост закроют. The mayor said the bridge would be closed.",
)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that were really examined."""
    seen: list[str] = []
    whole: Callable[..., Examined] = Bench.examine

    def examine(self: Bench, document: object) -> Examined:
        seen.append(document.id)  # type: ignore[attr-defined]
        return whole(self, document)

    monkeypatch.setattr(Bench, "examine", examine)
    return seen


def test_a_warm_run_gives_the_same_bytes(tmp_path: Path, looked_at: list[str]) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    inputs = feed(tmp_path, *TEXTS)
    without = written(audit(inputs, Config()))
    looked_at.clear()
    assert written(audit(inputs, config)) == without
    assert looked_at == ["d0", "d1", "d2"]
    assert written(audit(inputs, config)) == without
    assert looked_at == ["d0", "d1", "d2"]


def test_only_changed_documents_are_looked_at(tmp_path: Path, looked_at: list[str]) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    audit(feed(tmp_path, *TEXTS), config)
    looked_at.clear()
    inputs = feed(tmp_path, TEXTS[0], TEXTS[1] + " Nobody knew why.", TEXTS[2], "New text here.")
    warm = written(audit(inputs, config))
    assert looked_at == ["d1", "d3"]
    assert warm == written(audit(inputs, Config()))


def test_a_feed_under_another_name_is_the_same_feed(tmp_path: Path, looked_at: list[str]) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    inputs = feed(tmp_path, *TEXTS)
    audit(inputs, config)
    renamed = [str(Path(inputs[0]).rename(tmp_path / "tuesday.jsonl"))]
    looked_at.clear()
    warm = written(audit(renamed, config))
    assert looked_at == []
    assert warm == written(audit(renamed, Config()))


def test_other_settings_are_other_entries(tmp_path: Path, looked_at: list[str]) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    inputs = feed(tmp_path, *TEXTS)
    audit(inputs, config)
    for other in (replace(config, ignore=("REP001",)), replace(config, profile="reuters")):
        looked_at.clear()
        audit(inputs, other)
        assert looked_at == ["d0", "d1", "d2"]


def test_several_processes_fill_and_read_it_alike(tmp_path: Path) -> None:
    inputs = feed(tmp_path, *TEXTS * 12)
    config = Config(cache=str(tmp_path / "cache"), jobs=2)
    cold = written(audit(inputs, config))
    assert cold == written(audit(inputs, Config()))
    assert cold == written(audit(inputs, config))


@pytest.mark.parametrize("content", [b"no database at all" * 100, b""])
def test_a_damaged_cache_is_told_or_made_anew(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    inputs = feed(tmp_path, *TEXTS)
    report = audit(inputs, Config(cache=str(folder)))
    plain = audit(inputs, Config())
    assert report.findings == plain.findings
    told = [note.message for note in report.notes if note.code == "cache-unusable"]
    assert len(told) == bool(content)


def test_an_entry_that_cannot_be_read_is_no_entry(tmp_path: Path) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    inputs = feed(tmp_path, *TEXTS)
    cold = audit(inputs, config)
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as base:
        base.execute("update entry set value = x'93'")
    assert audit(inputs, config).findings == cold.findings


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    audit(feed(tmp_path, *TEXTS), config)
    inputs = feed(tmp_path, "Something else.")
    for _ in range(KEPT_RUNS + 1):
        audit(inputs, config)
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as base:
        assert base.execute("select count(*) from entry").fetchone() == (3,)  # line, text, links


def test_what_each_run_asks_for_stays(tmp_path: Path, looked_at: list[str]) -> None:
    config = Config(cache=str(tmp_path / "cache"))
    inputs = feed(tmp_path, TEXTS[0])
    for _ in range(KEPT_RUNS + 2):
        audit(inputs, config)
    assert looked_at == ["d0"]


def test_a_text_that_utf8_cannot_hold_is_done_anew(tmp_path: Path, looked_at: list[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>The mayor said &#xD83D; that the bridge was closed.</p>", encoding="utf-8")
    config = Config(cache=str(tmp_path / "cache"))
    first = audit([str(path)], config)
    assert audit([str(path)], config).findings == first.findings
