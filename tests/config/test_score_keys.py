"""The keys that set the score and what fails by it."""

from pathlib import Path

import jsonschema
import pytest

from audit.config import load
from audit.config.describe import schema
from audit.config.schema import Config
from audit.errors import ConfigError
from audit.model.score import GateKind


def loaded(folder: Path, text: str) -> Config:
    (folder / "mtaudit.toml").write_text(text, encoding="utf-8")
    return load(folder, None, {}, rules={}, formats=())


def test_what_is_set_arrives_typed(tmp_path: Path) -> None:
    config = loaded(
        tmp_path,
        "fail-under = 97\nfail-on-gate = ['name-query', 'critical']\n"
        "[score-weights]\nstyle = 0.5\n'accuracy/omission' = 2\n",
    )
    assert config.fail_under == 97.0
    assert config.fail_on_gate == (GateKind.CRITICAL, GateKind.NAME_QUERY)
    assert config.score_weights == {"style": 0.5, "accuracy/omission": 2.0}


def test_any_is_every_gate(tmp_path: Path) -> None:
    assert loaded(tmp_path, "fail-on-gate = ['any']").fail_on_gate == tuple(GateKind)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail-under = 101", "mtaudit.toml:1: fail-under: expected a score from 0 to 100"),
        ("fail-under = true", "expected a score from 0 to 100, found true"),
        ("fail-under = nan", "expected a score from 0 to 100"),
        ("fail-on-gate = ['chrome']", 'expected a list of "any", "critical"'),
        ("fail-on-gate = 'any'", "expected a list"),
        ("score-weights = { styl = 1 }", "unknown MQM type “styl”; did you mean “style”?"),
        ("score-weights = { style = -1 }", "a table of MQM types or dimensions and numbers from 0"),
        ("score-weights = { style = inf }", "numbers from 0 to 100"),
        ("score-weights = { style = true }", "numbers from 0 to 100"),
        ("score-weights = 2", "a table of MQM types"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as fault:
        loaded(tmp_path, text)
    assert told in str(fault.value)


@pytest.mark.parametrize(
    ("table", "good"),
    [
        ({"fail-under": 97.5}, True),
        ({"fail-under": 101}, False),
        ({"fail-on-gate": ["any", "critical"]}, True),
        ({"fail-on-gate": ["none"]}, False),
        ({"score-weights": {"style": 0.5, "accuracy/omission": 2}}, True),
        ({"score-weights": {"styl": 0.5}}, False),
        ({"score-weights": {"style": -1}}, False),
    ],
)
def test_the_schema_takes_what_the_loader_takes(table: dict[str, object], good: bool) -> None:
    assert jsonschema.Draft202012Validator(schema({})).is_valid(table) is good
