"""Models of other packages in a whole run: what they doubt is told, and it is all they change."""

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from audit.config.schema import Config
from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.model.finding import FindingClass
from audit.model.report import NoteLevel
from audit.neural import registry
from audit.neural.answers import kept
from audit.neural.request import Address, ModelSettings
from audit.run import audit

SEGMENTS = (
    ("Der Bürgermeister hat zwei Katzen im Garten.", "The mayor has three cats in the garden."),
    ("Er hat sie am Montag gesehen.", "He saw the the cats on Monday, all of them."),
)


@pytest.fixture(autouse=True)
def acme(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that offers models is installed."""
    point = EntryPoint("acme", "tests.run.judges:model", registry.ENTRY_POINTS)

    def entry_points(*, group: str, name: str = "acme") -> list[EntryPoint]:
        return [point] if (group, name) == (registry.ENTRY_POINTS, "acme") else []

    monkeypatch.setattr(registry, "entry_points", entry_points)
    kept.cache_clear()
    yield
    kept.cache_clear()


@pytest.fixture
def feed(tmp_path: Path) -> list[str]:
    path = tmp_path / "feed.jsonl"
    segments = [{"source": source, "target": target} for source, target in SEGMENTS]
    row = {"id": "a", "lang": "en", "source_lang": "de", "segments": segments}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return [str(path)]


def config(addresses: Mapping[ModelKind, str], *licences: str) -> Config:
    parsed = {kind: Address.parse(one) for kind, one in addresses.items()}
    return Config(models=ModelSettings(parsed, licences=licences))


def test_a_judge_of_another_package_is_told_with_its_name(feed: list[str]) -> None:
    report = audit(feed, config({ModelKind.JUDGE: "acme"}))
    (found,) = [one for one in report.findings if one.rule == "QE005"]
    assert found.text == "three"
    assert found.finding_class is FindingClass.QUERY
    assert found.confidence == 0.55
    assert found.message == "the source has no three (accuracy/mistranslation, by number-judge)"
    assert found.source is not None
    assert found.source.text == SEGMENTS[0][0]
    assert "judge=number-judge-0123abcd" in str(report.signature)


def test_what_models_doubt_is_all_that_they_change(feed: list[str]) -> None:
    without = audit(feed, Config())
    beside = audit(feed, config({ModelKind.JUDGE: "acme"}))
    assert without.findings
    assert [one for one in beside.findings if not one.rule.startswith("QE")] == list(
        without.findings
    )


def test_a_model_that_breaks_is_told_and_the_rules_go_on(feed: list[str]) -> None:
    report = audit(feed, config({ModelKind.QUALITY: "acme", ModelKind.JUDGE: "acme"}))
    (note,) = [one for one in report.notes if one.code == "model-failed"]
    assert note.level is NoteLevel.ERROR
    assert note.message == "the model of quality failed (RuntimeError: no memory for 2)"
    assert {"QE005", "REP001"} <= {one.rule for one in report.findings}


def test_weights_against_trade_are_not_used_unseen(feed: list[str]) -> None:
    with pytest.raises(ConfigError, match=r"not for commercial use: its licence is cc-by-nc-sa"):
        audit(feed, config({ModelKind.QUALITY: "acme:kiwi"}))
    audit(feed, config({ModelKind.QUALITY: "acme:kiwi"}, "cc-by-nc-sa-4.0"))
