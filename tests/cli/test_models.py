"""`mtaudit models`: what it says of models that are known, configured and measured."""

import json
from pathlib import Path

import pytest

from audit.cli.exit_code import ExitCode
from audit.neural import extras
from audit.neural.known import known_models
from audit.neural.registry import providers_of
from audit.run import model_list
from tests.cli.running import invoke

TAGGER = str(Path(__file__).resolve().parents[1] / "neural" / "tagger")


def test_every_known_model_says_its_licence_size_and_use() -> None:
    for one in known_models():
        assert one.address.provider in providers_of(one.kind)
        assert one.adds.endswith(".")
        assert one.licence
        assert one.size > 0
        assert one.packages
        assert one.source.startswith("https://")


def test_what_comes_in_packages_and_what_does_not() -> None:
    text = invoke("models", "--isolated").output
    packages, hub = text.split("Models of the Hugging Face Hub")
    assert "mentions = natasha\n" in packages
    assert "licence MIT; 29 MB; ru" in packages
    assert "mentions = transformers:Davlan/" in hub
    assert "licence CC-BY-NC-SA-4.0" in hub
    assert "no audit needs one" in text


def test_what_is_not_installed_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    text = invoke("models", "--isolated").output
    assert "not installed: pip install 'mtaudit[spacy]'" in text
    assert "      installed" not in text


def test_a_configured_model_shows_its_card() -> None:
    result = invoke("models", "--isolated", "--mentions", f"onnx:{TAGGER}")
    assert result.exit_code == ExitCode.CLEAN
    assert "      tagger-" in result.output
    assert "from folder; licence apache-2.0; 0.2 MB; en" in result.output


def test_one_that_cannot_be_had_says_why() -> None:
    result = invoke("models", "--isolated", "--models", "fluency=onnx:nowhere/at-all@1")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "fluency = onnx:nowhere/at-all@1\n      cannot be used: " in result.output


def test_speed_is_measured_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_list, "_SEGMENTS", 4)
    monkeypatch.setattr(model_list, "_ROUNDS", 1)
    options = ("models", "--isolated", "--mentions", f"onnx:{TAGGER}", "--format", "json")
    first, second = (invoke(*options).output for _ in range(2))
    assert first == second
    plain = json.loads(first)
    assert set(plain) == {"known", "configured"}
    assert plain["configured"][0]["card"]["languages"] == ["en"]
    measured = json.loads(invoke(*options, "--measure").output)
    assert measured.pop("speed")[0]["segment_milliseconds"] > 0
    assert measured == plain
    assert "ms a segment" in invoke(*options[:-2], "--measure").output
