"""Encoders of sentences in the format of `transformers` or ONNX: from pieces to one vector.

A folder of the `sentence-transformers` library says in `modules.json` how its vectors are made, and
that is done as it says: the first piece (LaBSE), the mean of all (E5, paraphrase models) or the
greatest of each number; then layers (LaBSE has one with a hyperbolic tangent). A folder without it
gets the mean.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.embedding import Nearness
from audit.neural.encoder import Encoder, Floats, Head
from audit.neural.extras import imported, require
from audit.neural.files import ModelFiles
from audit.neural.load import encoder
from audit.neural.request import ModelRequest

Pooling = Callable[[Floats], Floats]

_POOLINGS: Mapping[str, Pooling] = {
    "pooling_mode_cls_token": lambda rows: rows[0],
    "pooling_mode_max_tokens": lambda rows: rows.max(0),
    "pooling_mode_mean_tokens": lambda rows: rows.mean(0, dtype=np.float32),
}
"""Keys of `config.json` of a pooling to what it does with the vectors of the pieces."""

_ACTIVATIONS: Mapping[str, Callable[[Floats], Floats]] = {
    "torch.nn.modules.activation.Tanh": np.tanh,
    "torch.nn.modules.linear.Identity": lambda row: row,
}


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer behind the pooling: `activation(weight @ row + bias)`."""

    weight: Floats
    bias: Floats | float
    activation: Callable[[Floats], Floats]

    def __call__(self, row: Floats) -> Floats:
        """What the layer makes of a vector."""
        return self.activation(self.weight @ row + self.bias)


class PooledVectors:
    """Makes a vector of each text with a loaded encoder."""

    def __init__(
        self, model: Encoder, pooling: Pooling, layers: Sequence[Layer], prefix: str = ""
    ) -> None:
        self._model = model
        self._pooling = pooling
        self._layers = layers
        self._prefix = prefix

    def encode(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """A vector for each text; of one that is too long, of as much as the model reads."""
        encodings = [self._model.tokens.cut(self._prefix + text) for text in texts]
        return [self._vector(rows) for rows in self._model.outputs(encodings)]

    def _vector(self, rows: Floats) -> Floats:
        vector = self._pooling(rows)
        for layer in self._layers:
            vector = layer(vector)
        return vector


def nearness(request: ModelRequest) -> Nearness:
    """The encoder of sentences that `request` names.

    Raises as `load.encoder` does, and `ConfigError` for vectors made in a way that is not known.
    """
    model = encoder(request, Head.VECTORS)
    pooling, layers = _POOLINGS["pooling_mode_mean_tokens"], []
    for module in _modules(model.files):
        kind, path = str(module.get("type", "")).rpartition(".")[2], str(module.get("path", ""))
        if kind == "Pooling":
            pooling = _pooling(model.files, path)
        elif kind == "Dense":
            layers.append(_layer(model.files, path))
        elif kind not in ("Transformer", "Normalize"):  # the cosine takes lengths out anyway
            raise ConfigError(f"the model “{model.files.name}”: a module “{kind}” is not known")
    vectors = PooledVectors(model, pooling, layers, _prefix(model.files))
    return Nearness(vectors, model.card(ModelKind.ADEQUACY))


def _modules(files: ModelFiles) -> Iterator[Mapping[str, Any]]:
    """The modules of a folder of `sentence-transformers`, in order; none in another folder."""
    path = files.folder / "modules.json"
    if not path.is_file():
        return
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ConfigError(
            f"the model “{files.name}”: {path.name} cannot be read: {fault}"
        ) from fault
    yield from (one for one in found if isinstance(one, dict))


def _pooling(files: ModelFiles, path: str) -> Pooling:
    said = files.settings(f"{path}/config.json")
    wanted = [
        key for key, value in said.items() if key.startswith("pooling_mode_") and value is True
    ]
    if len(wanted) != 1 or wanted[0] not in _POOLINGS:
        raise ConfigError(f"the model “{files.name}”: pooling by {wanted or said} is not known")
    return _POOLINGS[wanted[0]]


def _layer(files: ModelFiles, path: str) -> Layer:
    said = files.settings(f"{path}/config.json")
    activation = _ACTIVATIONS.get(str(said.get("activation_function")))
    weights = files.folder / path / "model.safetensors"
    if activation is None or not weights.is_file():
        raise ConfigError(
            f"the model “{files.name}”: the layer in {path} needs model.safetensors and one of "
            f"the activations {', '.join(_ACTIVATIONS)}"
        )
    require(f"the model “{files.name}”", ["safetensors"], "mtaudit[neural]")
    found = imported("safetensors.numpy").load_file(weights)
    return Layer(found["linear.weight"], found.get("linear.bias", 0.0), activation)


def _prefix(files: ModelFiles) -> str:
    """What the publisher has put before a text that is compared; nothing where nobody says."""
    said = files.settings("config_sentence_transformers.json")
    prompts, name = said.get("prompts"), said.get("default_prompt_name")
    return str(prompts[name]) if isinstance(prompts, dict) and name in prompts else ""
