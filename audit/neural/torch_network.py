"""Networks that torch computes, of models in the format of the `transformers` library."""

import re
from inspect import signature
from typing import Any

import numpy as np

from audit.errors import ConfigError
from audit.neural.encoder import Floats, Head, Ids
from audit.neural.extras import imported, release, require
from audit.neural.files import ModelFiles
from audit.neural.request import Device, Runtime

INSTALL = "mtaudit[neural]"

_CLASSES = {
    Head.LABELS: "AutoModelForTokenClassification",
    Head.WORDS: "AutoModelForMaskedLM",
    Head.SCORE: "AutoModelForSequenceClassification",
    Head.VECTORS: "AutoModel",
}


_UNUSED = re.compile(r"(?:^|\.)pooler\.|position_ids$")
"""Weights that no head here reads: many files leave them out."""


class TorchNetwork:
    """A loaded model of the `transformers` library on one device."""

    def __init__(self, model: Any, device: Device, runtime: Runtime) -> None:
        self._model = model
        self._device = device.value
        self._torch = imported("torch")
        self._takes = set(signature(model.forward).parameters)
        libraries = f"transformers-{release('transformers')},torch-{self._torch.__version__}"
        self.engine = f"{libraries},{device},{runtime.precision}"

    def run(self, ids: Ids, mask: Ids, types: Ids) -> Floats:
        """The logits of the head, without one the last layer."""
        with self._torch.inference_mode():
            out = self._out(ids, mask, types)
            return _numbers(out.logits if "logits" in out else out.last_hidden_state)

    def chances(self, ids: Ids, mask: Ids, types: Ids, at: Ids) -> Floats:
        """Logarithms of probabilities at the places `at`; nowhere else is the vocabulary scored.

        The layer that scores it is shown these places alone: it is as large as all others together.
        """
        rows = self._torch.arange(len(at), device=self._device)[:, None]
        places = self._torch.from_numpy(at).to(self._device)
        shown = list[bool]()

        def show(_: Any, given: tuple[Any, ...]) -> tuple[Any, ...]:
            shown.append(True)
            return given[0][rows, places], *given[1:]

        scoring = self._model.get_output_embeddings()
        hook = scoring.register_forward_pre_hook(show) if scoring is not None else None
        try:
            with self._torch.inference_mode():
                logits = self._out(ids, mask, types).logits
                chosen = logits if shown else logits[rows, places]
                return _numbers(self._torch.log_softmax(chosen.float(), -1))
        finally:
            if hook is not None:
                hook.remove()

    def _out(self, ids: Ids, mask: Ids, types: Ids) -> Any:
        """All that the model gives for rows of pieces."""
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        return self._model(
            **{
                name: self._torch.from_numpy(rows).to(self._device)
                for name, rows in given.items()
                if name in self._takes
            }
        )


def _numbers(tensor: Any) -> Floats:
    """A tensor as an array here, in single precision."""
    numbers: Floats = tensor.float().cpu().numpy().astype(np.float32, copy=False)
    return numbers


def torch_network(files: ModelFiles, head: Head, runtime: Runtime) -> TorchNetwork:
    """The network of a model in a folder, from its safetensors alone; no code of the model is run.

    Raises `MissingExtraError` without the libraries, `ConfigError` for a model that cannot be
    loaded and for a device that is not there.
    """
    device = device_of(runtime)
    model = loaded(_CLASSES[head], files)
    torch = imported("torch")
    return TorchNetwork(
        model.to(device=device.value, dtype=getattr(torch, runtime.precision.value)).eval(),
        device,
        runtime,
    )


def loaded(auto_class: str, files: ModelFiles) -> Any:
    """A model of the class that `transformers` calls `auto_class`, from a folder.

    Raises as `torch_network` does, and `ConfigError` where the files lack weights of that class:
    the library would draw them by lot, and the model would talk nonsense.
    """
    require(f"the model “{files.name}”", ["torch", "transformers"], INSTALL)
    library = imported("transformers")
    library.utils.logging.disable_progress_bar()
    before = library.utils.logging.get_verbosity()
    library.utils.logging.set_verbosity_error()
    try:
        model, report = getattr(library, auto_class).from_pretrained(
            str(files.folder),
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as fault:
        raise ConfigError(f"the model “{files.name}” cannot be loaded: {_reason(fault)}") from fault
    finally:
        library.utils.logging.set_verbosity(before)
    lacking = sorted(name for name in report["missing_keys"] if not _UNUSED.search(name))
    if lacking:
        raise ConfigError(
            f"the model “{files.name}” was not made for this: it has no {lacking[0]}, which "
            f"{auto_class} needs"
        )
    return model


def device_of(runtime: Runtime) -> Device:
    """The device that torch is to compute on, and one thread of it where it is the processor.

    Processes are how a run uses several cores (`jobs`); threads beside them would be in each
    other's way and could change the last digits. Raises `ConfigError` where it is not there.
    """
    require("a neural model", ["torch"], INSTALL)
    torch = imported("torch")
    if runtime.device is not Device.CPU and torch.cuda.is_available():
        return Device.CUDA
    if runtime.device is Device.CUDA:
        raise ConfigError(
            "device = “cuda”: torch finds no graphics processor here that it can use; "
            "“auto” takes one where there is one"
        )
    torch.set_num_threads(1)
    return Device.CPU


def _reason(fault: Exception) -> str:
    """Why a model cannot be loaded, in one line."""
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0]
