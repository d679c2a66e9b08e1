"""The table `[models]`: which neural models take part, and how they run.

As with other values, a fault is a `ValueError` saying what was expected.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from audit.config.nearest import hint
from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.request import (
    CONFIGURED,
    DEFAULT_RUNTIME,
    Address,
    Device,
    ModelSettings,
    Precision,
    Runtime,
)

LARGEST_BATCH = 4096
"""More texts at once fit no machine."""

_ADDRESS: Mapping[str, object] = {"type": "string", "minLength": 1}

SCHEMA: Mapping[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **{kind.value: _ADDRESS for kind in CONFIGURED},
        "device": {"enum": [one.value for one in Device], "default": DEFAULT_RUNTIME.device.value},
        "batch": {
            "type": "integer",
            "minimum": 1,
            "maximum": LARGEST_BATCH,
            "default": DEFAULT_RUNTIME.batch,
        },
        "dtype": {
            "enum": [one.value for one in Precision],
            "default": DEFAULT_RUNTIME.precision.value,
        },
        "calibration": {"type": "string", "minLength": 1},
        "licences": {"type": "array", "items": {"type": "string", "minLength": 1}, "default": []},
    },
    "default": {},
}

_OTHERS = ("device", "batch", "dtype", "calibration", "licences")


def settings(value: object) -> ModelSettings:
    """The models of a table, and how they run."""
    known = (*(kind.value for kind in CONFIGURED), *_OTHERS)
    if not isinstance(value, Mapping):
        raise ValueError(f"a table with {', '.join(known)}")
    for name in value:
        if name not in known:
            raise ValueError(f"keys among {', '.join(known)} (not “{name}”{hint(name, known)})")
    return ModelSettings(
        {kind: _address(kind, value[kind.value]) for kind in CONFIGURED if kind.value in value},
        Runtime(
            _one_of(Device, "device", value.get("device", DEFAULT_RUNTIME.device)),
            _batch(value.get("batch", DEFAULT_RUNTIME.batch)),
            _one_of(Precision, "dtype", value.get("dtype", DEFAULT_RUNTIME.precision)),
        ),
        _calibration(value.get("calibration")),
        _licences(value.get("licences", ())),
    )


def known(settings: ModelSettings, origin: str) -> ModelSettings:
    """The settings, where there is a provider for each model; `ConfigError` where not."""
    from audit.neural.registry import providers  # noqa: PLC0415 - only where models are named

    for kind, address in settings.addresses.items():
        if address.provider not in (there := providers()):
            near = hint(address.provider, there)
            raise ConfigError(
                f"{origin}.{kind}: unknown provider of models “{address.provider}”{near}"
            )
    return settings


def _address(kind: ModelKind, value: object) -> Address:
    if not isinstance(value, str):
        raise ValueError(f"{kind} as a text in quotes, PROVIDER or PROVIDER:MODEL")
    try:
        return Address.parse(value)
    except ValueError as fault:
        raise ValueError(f"{kind} as {fault}") from fault


def _calibration(value: object) -> str | None:
    if value is None or (isinstance(value, str) and value):
        return value
    raise ValueError("calibration as the path of a file, in quotes")


def _licences(value: object) -> tuple[str, ...]:
    words = (value,) if isinstance(value, str) else value
    if not isinstance(words, list | tuple) or not all(isinstance(one, str) for one in words):
        raise ValueError("licences as a list of texts in quotes")
    return tuple(words)


def _batch(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LARGEST_BATCH:
        raise ValueError(f"batch as a whole number from 1 to {LARGEST_BATCH}")
    return value


E = TypeVar("E", bound=StrEnum)


def _one_of(kind: type[E], key: str, value: object) -> E:
    if value not in [one.value for one in kind]:
        raise ValueError(f"{key} as one of " + ", ".join(f'"{one}"' for one in kind))
    return kind(value)
