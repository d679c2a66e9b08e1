"""The table of models: what it says, where its folders lie, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from audit.config.layers import load
from audit.config.schema import Config
from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.request import Address, Device, ModelSettings, Precision, Runtime


def loaded(folder: Path, text: str) -> Config:
    (folder / "mtaudit.toml").write_text(text, encoding="utf-8")
    return load(folder, None, {}, rules={}, formats=())


def test_none_is_asked_for_by_default() -> None:
    assert Config().models == ModelSettings()
    assert Config().models.request(ModelKind.FLUENCY) is None


def test_addresses_and_how_models_run(tmp_path: Path) -> None:
    text = (
        "[models]\n"
        'fluency = "transformers:acme/lm@abc"\n'
        'back-translation = "onnx:nowhere"\n'
        'device = "auto"\nbatch = 4\ndtype = "bfloat16"\n'
    )
    models = loaded(tmp_path, text).models
    assert models.addresses == {
        ModelKind.FLUENCY: Address("transformers", "acme/lm@abc"),
        ModelKind.BACK_TRANSLATION: Address("onnx", "nowhere"),
    }
    assert models.runtime == Runtime(Device.AUTO, 4, Precision.BFLOAT16)
    request = models.request(ModelKind.FLUENCY)
    assert request is not None
    assert (request.kind, request.runtime) == (ModelKind.FLUENCY, models.runtime)


def test_a_folder_counts_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models" / "lm").mkdir(parents=True)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    models = loaded(tmp_path, '[models]\nfluency = "onnx:models/lm"\n').models
    assert models.addresses[ModelKind.FLUENCY] == Address("onnx", "../models/lm")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("models = 1", "expected a table"),
        ("[models]\nfluenzy = 'onnx:x'", "fluency"),
        ("[models]\nfluency = 1", "fluency as a text"),
        ("[models]\nfluency = 'onnx:'", "fluency as PROVIDER"),
        ("[models]\nfluency = 'onxx:x'", "unknown provider of models “onxx”.*onnx"),
        ("[models]\ndevice = 'gpu'", 'device as one of "cpu"'),
        ("[models]\nbatch = 0", "batch as a whole number from 1"),
        ("[models]\nbatch = true", "batch as a whole number"),
        ("[models]\ndtype = 'int8'", "dtype as one of"),
    ],
)
def test_what_is_not_understood_is_refused(table: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=message):
        loaded(tmp_path, table)


def test_settings_can_stand_in_a_set() -> None:
    one: dict[ModelKind, Any] = {ModelKind.FLUENCY: Address("onnx", "x")}
    assert len({ModelSettings(one), ModelSettings(dict(one)), ModelSettings()}) == 2
