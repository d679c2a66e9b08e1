"""Which models are wanted and on what they are to run: the table `[models]` of a configuration."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from audit.model.card import ModelKind


class Device(StrEnum):
    """What a model computes on."""

    CPU = "cpu"
    CUDA = "cuda"
    AUTO = "auto"
    """The graphics processor where there is one, else the processor."""


class Precision(StrEnum):
    """The numbers a model computes with."""

    FLOAT32 = "float32"
    FLOAT16 = "float16"
    BFLOAT16 = "bfloat16"


@dataclass(frozen=True, slots=True)
class Runtime:
    """How models run; each of it can change the last digits of what they say.

    `batch` is the number of texts that are read at once.
    """

    device: Device = Device.CPU
    batch: int = 16
    precision: Precision = Precision.FLOAT32

    def __str__(self) -> str:
        return f"{self.device}/{self.precision}/{self.batch}"


DEFAULT_RUNTIME = Runtime()
"""On the processor, in single precision: what runs everywhere and alike."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a model comes from: a provider, and which of its models where it has several.

    Written `PROVIDER` or `PROVIDER:MODEL`; a `MODEL` is a folder, or `ORG/MODEL@REVISION`.
    """

    provider: str
    model: str | None = None

    def __str__(self) -> str:
        return self.provider if self.model is None else f"{self.provider}:{self.model}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """The address that `text` writes; raises `ValueError` saying what was expected."""
        provider, colon, model = text.strip().partition(":")
        if not provider or (colon and not model):
            raise ValueError('PROVIDER or PROVIDER:MODEL, such as "transformers:FOLDER"')
        return cls(provider, model or None)


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """One model to be made: what it is asked for, where it comes from, how it runs."""

    kind: ModelKind
    address: Address
    runtime: Runtime = DEFAULT_RUNTIME


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The models of a run by what they are asked for, and how they run.

    `calibration` is a file of thresholds beside the built-in ones; `licences` are those that forbid
    commercial use and that the user has read and accepted all the same.
    """

    addresses: Mapping[ModelKind, Address] = field(default_factory=dict)
    runtime: Runtime = DEFAULT_RUNTIME
    calibration: str | None = None
    licences: tuple[str, ...] = ()

    def __hash__(self) -> int:
        addresses = tuple(sorted((kind, str(one)) for kind, one in self.addresses.items()))
        return hash((addresses, self.runtime, self.calibration, self.licences))

    def request(self, kind: ModelKind) -> ModelRequest | None:
        """The model that is wanted for `kind`; None where none is."""
        address = self.addresses.get(kind)
        return None if address is None else ModelRequest(kind, address, self.runtime)


CONFIGURED = (
    ModelKind.FLUENCY,
    ModelKind.ADEQUACY,
    ModelKind.QUALITY,
    ModelKind.BACK_TRANSLATION,
    ModelKind.JUDGE,
)
"""The kinds that the table `[models]` has a key for; `mentions` has its own."""
