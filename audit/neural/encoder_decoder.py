"""A model that reads a text with one half and writes with the other, loaded from this machine.

Only torch computes these: decoding is a loop that an exported network does not hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audit.errors import ConfigError
from audit.model.card import ModelCard, ModelKind
from audit.neural.extras import imported, release
from audit.neural.files import ModelFiles
from audit.neural.load import files_of
from audit.neural.readme import card_of
from audit.neural.request import Device, ModelRequest
from audit.neural.torch_network import device_of, loaded

_TOKENIZERS = (
    *("tokenizer.json", "sentencepiece.bpe.model", "source.spm", "spiece.model"),
    *("spm.model", "vocab.json", "vocab.txt"),
)
"""Files of tokenizers; where there is none, the library would make up an empty one."""


@dataclass(frozen=True, slots=True)
class EncoderDecoder:
    """The model, its tokenizer as the library `transformers` has it, and where they compute."""

    files: ModelFiles
    tokenizer: Any
    model: Any
    device: Device
    engine: str

    def card(self, kind: ModelKind) -> ModelCard:
        """The card of the model as it serves for `kind`."""
        return card_of(self.files, kind, self.engine)

    def filled(self, rows: Sequence[Sequence[int]]) -> dict[str, Any]:
        """Rows of pieces, filled up to one length, as tensors on the device of the model."""
        padded = self.tokenizer.pad({"input_ids": list(map(list, rows))}, return_tensors="pt")
        return {
            name: padded[name].to(self.device.value) for name in ("input_ids", "attention_mask")
        }


def encoder_decoder(request: ModelRequest, auto_class: str) -> EncoderDecoder:
    """The model that `request` names, as the class `auto_class` of `transformers`.

    Raises `MissingExtraError` without the libraries, `ConfigError` for a model that is not here or
    cannot be loaded, and for one without a tokenizer beside it.
    """
    files = files_of(request)
    if not any((files.folder / name).is_file() for name in _TOKENIZERS):
        raise ConfigError(f"the model “{files.name}” has no tokenizer in its folder")
    model, device = loaded(auto_class, files), device_of(request.runtime)
    torch = imported("torch")
    try:
        tokenizer = imported("transformers").AutoTokenizer.from_pretrained(
            str(files.folder), local_files_only=True, trust_remote_code=False
        )
    except Exception as fault:  # the library raises what its own libraries raise
        reason = (str(fault).strip().splitlines() or [type(fault).__name__])[0]
        raise ConfigError(
            f"the tokenizer of the model “{files.name}” cannot be read: {reason}"
        ) from fault
    precision = request.runtime.precision
    libraries = f"transformers-{release('transformers')},torch-{torch.__version__}"
    return EncoderDecoder(
        files,
        tokenizer,
        model.to(device=device.value, dtype=getattr(torch, precision.value)).eval(),
        device,
        f"{libraries},{device},{precision}",
    )
