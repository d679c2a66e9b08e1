"""Networks that onnxruntime computes: models that were exported to ONNX."""

from pathlib import Path
from typing import Any

import numpy as np

from audit.errors import ConfigError
from audit.neural.encoder import Floats, Head, Ids
from audit.neural.extras import imported, release, require
from audit.neural.files import ModelFiles
from audit.neural.request import Device, Precision, Runtime

INSTALL = "mtaudit[onnx]"

_USUAL = ("model.onnx", "onnx/model.onnx")
"""Where exports lie: the first that is there."""

_OUTPUTS = {
    Head.LABELS: ("logits",),
    Head.WORDS: ("logits",),
    Head.SCORE: ("logits",),
    Head.VECTORS: ("last_hidden_state", "token_embeddings"),
}


_NO_GRAPHICS = (
    "device = “cuda”: this onnxruntime computes on the processor alone; another build of it "
    "(onnxruntime-gpu) and a graphics processor are needed"
)


class OnnxNetwork:
    """A loaded session and the output of it that is wanted."""

    def __init__(self, session: Any, output: str, device: Device) -> None:
        self._session = session
        self._output = output
        self._takes = {one.name for one in session.get_inputs()}
        self.engine = f"onnxruntime-{release('onnxruntime')},{device}"

    def run(self, ids: Ids, mask: Ids, types: Ids) -> Floats:
        """The wanted output."""
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        rows = {name: one for name, one in given.items() if name in self._takes}
        numbers: Floats = self._session.run([self._output], rows)[0].astype(np.float32, copy=False)
        return numbers

    def chances(self, ids: Ids, mask: Ids, types: Ids, at: Ids) -> Floats:
        """Logarithms of probabilities, made of the wanted output at the places `at`."""
        scores = self.run(ids, mask, types)[np.arange(len(at))[:, None], at]
        below = scores - scores.max(-1, keepdims=True)
        logs: Floats = below - np.log(np.exp(below).sum(-1, keepdims=True))
        return logs


def export(files: ModelFiles) -> Path | None:
    """The ONNX file of a model; None where it has none, or several of which none is the usual."""
    for name in _USUAL:
        if (files.folder / name).is_file():
            return files.folder / name
    found = sorted(files.folder.glob("*.onnx")) or sorted(files.folder.glob("onnx/*.onnx"))
    return found[0] if len(found) == 1 else None


def onnx_network(files: ModelFiles, head: Head, runtime: Runtime) -> OnnxNetwork:
    """The network of a model in a folder with an ONNX export.

    Raises `MissingExtraError` without the library, `ConfigError` where there is no export, it
    cannot be loaded, it does not give what `head` wants, or the device is not there.
    """
    path = export(files)
    if path is None:
        raise ConfigError(f"the model “{files.name}” has no ONNX export (model.onnx)")
    if runtime.precision is not Precision.FLOAT32:
        raise ConfigError(
            f"dtype = “{runtime.precision}”: an ONNX export computes with the numbers it was made "
            "with; leave dtype out"
        )
    require(f"the model “{files.name}”", ["onnxruntime", "tokenizers"], INSTALL)
    library = imported("onnxruntime")
    device = _device(library, runtime)
    provider = "CUDAExecutionProvider" if device is Device.CUDA else "CPUExecutionProvider"
    options = library.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = library.InferenceSession(str(path), options, providers=[provider])
    except Exception as fault:  # the library raises classes of its own
        reason = (str(fault).strip().splitlines() or [type(fault).__name__])[0]
        raise ConfigError(f"the model “{files.name}” cannot be loaded: {reason}") from fault
    if provider not in session.get_providers():  # the library falls back without an error
        raise ConfigError(_NO_GRAPHICS)
    given = [one.name for one in session.get_outputs()]
    wanted = [name for name in _OUTPUTS[head] if name in given]
    if not wanted:
        raise ConfigError(
            f"the model “{files.name}” does not do {head}: its export gives {', '.join(given)}"
        )
    return OnnxNetwork(session, wanted[0], device)


def _device(library: Any, runtime: Runtime) -> Device:
    if runtime.device is Device.CPU:
        return Device.CPU
    if "CUDAExecutionProvider" in library.get_available_providers():
        return Device.CUDA
    if runtime.device is Device.AUTO:
        return Device.CPU
    raise ConfigError(_NO_GRAPHICS)
