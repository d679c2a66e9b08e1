"""From the address of a model to a loaded encoder: one way for all of them."""

from audit.errors import ConfigError
from audit.neural.encoder import Encoder, Head
from audit.neural.files import ModelFiles, located
from audit.neural.onnx_network import export, onnx_network
from audit.neural.request import ModelRequest
from audit.neural.tokens import tokens
from audit.neural.torch_network import torch_network

ONNX = "onnx"


def files_of(request: ModelRequest) -> ModelFiles:
    """The files of the model that `request` names; raises as `located` does."""
    provider, model = request.address.provider, request.address.model
    if model is None:
        raise ConfigError(f"“{provider}” needs a model: {provider}:FOLDER")
    return located(model, provider)


def encoder(request: ModelRequest, head: Head) -> Encoder:
    """The model that `request` names, loaded from this machine with `head` on it.

    `onnx:` addresses are computed by onnxruntime, `transformers:` addresses by torch, unless the
    folder holds an ONNX export and no safetensors. Raises `ConfigError` for a model that is not
    here or cannot be loaded, `MissingExtraError` where its libraries are not installed.
    """
    files = files_of(request)
    onnx = request.address.provider == ONNX or (
        export(files) is not None and not any(files.folder.glob("*.safetensors"))
    )
    network = (onnx_network if onnx else torch_network)(files, head, request.runtime)
    settings = files.settings()
    return Encoder(files, settings, tokens(files, settings), network, request.runtime)
