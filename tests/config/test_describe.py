"""The commented file and the JSON Schema say what the loader takes."""

import json
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

import jsonschema
import pytest

from audit.config import load
from audit.config.describe import schema, template
from audit.config.keys import KEYS
from audit.config.schema import Config
from tests.builders import rule


@dataclass(frozen=True, slots=True)
class Options:
    share: float = 0.5
    words: frozenset[str] = frozenset({"b", "a"})
    label: str | None = None


RULES = {"NAM001": replace(rule("NAM001", "split-name"), options=Options)}
VALIDATOR = jsonschema.Draft202012Validator


def test_every_field_of_the_configuration_has_a_key() -> None:
    assert {key.field for key in KEYS} | {"rule_options"} == {one.name for one in fields(Config)}


def test_the_commented_file_sets_nothing() -> None:
    assert tomllib.loads(template({})) == {}


def test_the_commented_file_sets_what_is_active() -> None:
    assert tomllib.loads(template({"authority": '["n.toml"]'})) == {"authority": ["n.toml"]}


def test_every_example_of_the_commented_file_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = template({key.name: key.example for key in KEYS})
    (tmp_path / "mtaudit.toml").write_text(text, encoding="utf-8")
    families = {id_: rule(id_, f"rule-{id_.lower()}") for id_ in ("NAM001", "NUM001", "STY001")}
    config = load(tmp_path, None, {}, rules=families, formats=("html",))
    assert config.authority == ("names.toml",)
    VALIDATOR(schema(families)).validate(tomllib.loads(text))


def test_no_line_of_the_commented_file_is_wide() -> None:
    assert max(map(len, template({}).splitlines())) <= 100


def test_the_schema_is_one() -> None:
    VALIDATOR.check_schema(schema(RULES))


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("[rules.NAM001]\nshare = 1", True),
        ("[rules.split-name]\nwords = ['x']", True),
        ("[rules.NAM001]\nshare = 'x'", False),
        ("[rules.NAM001]\nother = 1", False),
        ("[rules.NAM002]", False),
        ("fail_on = 'error'", False),
        ("fail-on = 'loud'", False),
    ],
)
def test_the_schema_takes_what_the_loader_takes(text: str, good: bool) -> None:
    assert VALIDATOR(schema(RULES)).is_valid(tomllib.loads(text)) is good


def test_defaults_of_options_stand_in_the_schema_in_fixed_order() -> None:
    table = schema(RULES)["properties"]["rules"]["properties"]["NAM001"]  # type: ignore[index]
    assert table["properties"]["words"]["default"] == ["a", "b"]
    assert "default" not in table["properties"]["label"]


def test_an_option_of_a_type_no_file_can_give_is_left_open() -> None:
    @dataclass(frozen=True, slots=True)
    class Foreign:
        """Settings of a rule from elsewhere."""

        place: Path | None = None

    found = schema({"NAM001": replace(rule(), options=Foreign)})
    jsonschema.Draft202012Validator.check_schema(found)
    assert '"place": {}' in json.dumps(found)
