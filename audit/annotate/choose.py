"""Which finders of names there are, and how one is made.

A finder of another distribution is offered under the entry point group `audit.finders`: a callable
that takes what stands behind the colon of `--mentions FINDER:MODEL` (None without one) and gives a
`MentionFinder`. A model that labels stretches of text is simpler offered as a provider of models
(`audit.neural.registry`): it is asked in batches, and its answers are kept.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from audit.annotate.base import MentionFinder
from audit.annotate.beside import beside_light
from audit.config.schema import FinderRequest
from audit.errors import AuditError, ConfigError, PluginError
from audit.model.card import ModelKind
from audit.neural.registry import providers_of
from audit.neural.request import DEFAULT_RUNTIME, Address, ModelRequest, Runtime

ENTRY_POINTS = "audit.finders"
"""The entry point group under which other distributions offer finders."""

KEPT = 4
"""Finders kept in memory: one in a run, a few in a comparison; a model weighs up to gigabytes."""

_BUILT_IN: Mapping[str, str] = {"light": "audit.annotate.light:light"}
"""Finder name to `module:factory`, imported on use."""

_CHOSEN_BY_FOLDER = frozenset({"onnx", "transformers"})
"""Providers of whatever model the user names, for languages of the user's choice."""


def finders() -> tuple[str, ...]:
    """The names of all finders, in order of name."""
    offered = {point.name for point in entry_points(group=ENTRY_POINTS)}
    return tuple(sorted({*offered, *_BUILT_IN, *providers_of(ModelKind.MENTIONS)}))


@lru_cache(KEPT)
def finder(
    request: FinderRequest, runtime: Runtime = DEFAULT_RUNTIME, cache: str | None = None
) -> MentionFinder:
    """The finder that `request` names, made once a process; a built-in one wins over a foreign one.

    Whatever is asked for, the light finder works beside it. A neural one runs as `runtime` says and
    its answers are kept in the folder `cache`. Raises `ConfigError` for a finder or model that is
    not known, `MissingExtraError` where its packages are not installed, and `PluginError` for a
    foreign finder that cannot be made.
    """
    if request.name in _BUILT_IN:
        module, _, factory = _BUILT_IN[request.name].partition(":")
        made = getattr(import_module(module), factory)(request.argument)
        return beside_light(cast("MentionFinder", made))
    points = tuple(entry_points(group=ENTRY_POINTS, name=request.name))
    if not points and request.name in providers_of(ModelKind.MENTIONS):
        return beside_light(_neural(request, runtime, cache))
    for point in points:
        try:
            return beside_light(cast("MentionFinder", point.load()(request.argument)))
        except AuditError:
            raise
        except Exception as fault:  # a foreign module may raise anything
            origin = f"the entry point {point.name} = {point.value} ({ENTRY_POINTS})"
            reason = f"{type(fault).__name__}: {fault}"
            raise PluginError(f"{origin} gives no finder: {reason}") from fault
    raise ConfigError(f"unknown finder of names “{request.name}”; known are {', '.join(finders())}")


def _neural(request: FinderRequest, runtime: Runtime, cache: str | None) -> MentionFinder:
    """The finder that asks a neural model."""
    from audit.annotate.model_finder import ModelFinder  # noqa: PLC0415 - only where asked for
    from audit.neural.answers import kept  # noqa: PLC0415

    address = Address(request.name, request.argument)
    model = kept(ModelRequest(ModelKind.MENTIONS, address, runtime), cache)
    return ModelFinder(model, any_language=request.name in _CHOSEN_BY_FOLDER)
