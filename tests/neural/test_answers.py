"""Models are asked in batches, and not again what they have answered."""

import sqlite3
from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from audit.entries import KEPT_RUNS, Entries
from audit.errors import ConfigError, PluginError
from audit.model.card import ModelCard, ModelKind
from audit.neural import registry
from audit.neural.answers import FILE_NAME, Kept
from audit.neural.base import Fit, Text, TextPair
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest, Runtime


class Lengths:
    """Says how long a target is beside its source; keeps what it was asked."""

    def __init__(self, digest: str = "0a") -> None:
        self.card = ModelCard("lengths", ModelKind.QUALITY, "here", digest, "none")
        self.asked: list[list[str]] = []

    def answers(self, asked: Sequence[TextPair]) -> list[float]:
        self.asked.append([one.target for one in asked])
        return [len(one.target) / len(one.source) for one in asked]


def request(batch: int = 2) -> ModelRequest:
    return ModelRequest(ModelKind.QUALITY, Address("lengths"), Runtime(batch=batch))


def pairs(*targets: str) -> list[TextPair]:
    return [TextPair("дім", target, "uk", "en") for target in targets]


def entries(folder: Path) -> Entries:
    return Entries(folder, FILE_NAME)


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    model = Lengths()
    asked = pairs("house", "a house", "home")
    cold = Kept(model, request(), entries(tmp_path)).answers(asked)
    assert cold == [5 / 3, 7 / 3, 4 / 3]
    assert model.asked == [["house", "a house"], ["home"]]
    assert Kept(model, request(), entries(tmp_path)).answers(asked) == cold
    assert len(model.asked) == 2
    assert Kept(model, request()).answers(asked) == cold
    assert len(model.asked) == 4


def test_only_the_batch_that_changed_is_asked_again(tmp_path: Path) -> None:
    model = Lengths()
    Kept(model, request(), entries(tmp_path)).answers(pairs("house", "a house", "home"))
    model.asked.clear()
    Kept(model, request(), entries(tmp_path)).answers(pairs("house", "a house", "hut"))
    assert model.asked == [["hut"]]


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        (Lengths("0b"), request()),
        (Lengths(), ModelRequest(ModelKind.QUALITY, Address("lengths", "x"))),
    ],
)
def test_another_model_or_address_is_asked_itself(
    model: Lengths, wanted: ModelRequest, tmp_path: Path
) -> None:
    Kept(Lengths(), request(), entries(tmp_path)).answers(pairs("house"))
    Kept(model, wanted, entries(tmp_path)).answers(pairs("house"))
    assert model.asked == [["house"]]


def test_no_model_is_shown_what_utf8_cannot_hold(tmp_path: Path) -> None:
    model = Lengths()
    found = Kept(model, request(), entries(tmp_path)).answers(pairs("a\ud83d b"))
    assert found == [4 / 3]
    assert model.asked == [["a\ufffd b"]]
    assert Text("\udfff", "en").text == "\ufffd"


@pytest.mark.parametrize("change", ["x'c1'", "zeroblob(length(value))", "value || x'00'", "'text'"])
def test_an_entry_that_is_not_what_was_written_is_asked_anew(tmp_path: Path, change: str) -> None:
    model = Lengths()
    cold = Kept(model, request(), entries(tmp_path)).answers(pairs("house"))
    with sqlite3.connect(tmp_path / FILE_NAME) as base:
        base.execute(f"update entry set value = {change}")
    assert Kept(model, request(), entries(tmp_path)).answers(pairs("house")) == cold
    assert len(model.asked) == 2


def test_a_file_that_is_no_database_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 100)
    bad = entries(tmp_path)
    assert bad.fault
    assert Kept(Lengths(), request(), bad).answers(pairs("house")) == [5 / 3]


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    Kept(Lengths(), request(), entries(tmp_path)).answers(pairs("house"))
    for _ in range(KEPT_RUNS + 1):
        entries(tmp_path).begin()
        Kept(Lengths(), request(), entries(tmp_path)).answers(pairs("hut"))
    with sqlite3.connect(tmp_path / FILE_NAME) as base:
        assert base.execute("select count(*) from entry").fetchone() == (1,)


class Wrong:
    card = ModelCard("wrong", ModelKind.QUALITY, "here", "00", "none")

    def __init__(self, answers: list[Any]) -> None:
        self._answers = answers

    def answers(self, asked: Sequence[TextPair]) -> list[Any]:
        return self._answers


@pytest.mark.parametrize("answers", [[], [1.0, 2.0], ["good"], [None], [Fit(0, 1, 0.0, "a", 0.0)]])
def test_a_model_that_answers_otherwise_is_named(answers: list[Any]) -> None:
    with pytest.raises(PluginError, match="the model wrong "):
        Kept(Wrong(answers), request()).answers(pairs("house"))


class TestProviders:
    @pytest.fixture(autouse=True)
    def offered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        points = [
            EntryPoint("lengths", f"{__name__}:provider", registry.ENTRY_POINTS),
            EntryPoint("onnx", f"{__name__}:provider", registry.ENTRY_POINTS),
        ]

        def entry_points(*, group: str, name: str | None = None) -> list[EntryPoint]:
            return [one for one in points if group == one.group and name in (None, one.name)]

        monkeypatch.setattr(registry, "entry_points", entry_points)

    def test_one_of_another_distribution_makes_models(self) -> None:
        assert "lengths" in registry.providers()
        assert made(request()).card.name == "lengths"

    def test_its_own_word_to_the_user_is_kept(self) -> None:
        with pytest.raises(ConfigError, match=r"^lengths alone$"):
            made(ModelRequest(ModelKind.FLUENCY, Address("lengths")))

    def test_one_that_breaks_is_named(self) -> None:
        with pytest.raises(PluginError, match=r"lengths = .*RuntimeError: torn"):
            made(ModelRequest(ModelKind.QUALITY, Address("lengths", "torn")))

    def test_a_built_in_one_wins(self) -> None:
        with pytest.raises(ConfigError, match="needs a model: onnx:FOLDER"):
            made(ModelRequest(ModelKind.MENTIONS, Address("onnx")))

    def test_a_kind_that_it_does_not_give_is_refused(self) -> None:
        with pytest.raises(ConfigError, match="“natasha” gives no model of judge"):
            made(ModelRequest(ModelKind.JUDGE, Address("natasha")))

    def test_an_unknown_one_is_refused(self) -> None:
        with pytest.raises(ConfigError, match=r"unknown provider of models “no”; known are .*onnx"):
            made(ModelRequest(ModelKind.QUALITY, Address("no")))


def provider(request: ModelRequest) -> Lengths:
    if request.kind is not ModelKind.QUALITY:
        raise ConfigError("lengths alone")
    if request.address.model == "torn":
        raise RuntimeError("torn")
    return Lengths()
