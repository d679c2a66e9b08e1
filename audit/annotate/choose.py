"""Which finders of names there are, and how one is made.

A finder of another distribution is offered under the entry point group `audit.finders`: a callable
that takes what stands behind the colon of `--mentions FINDER:MODEL` (None without one) and gives a
`MentionFinder`.
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

ENTRY_POINTS = "audit.finders"
"""The entry point group under which other distributions offer finders."""

KEPT = 4
"""Finders kept in memory: one in a run, a few in a comparison; a model weighs up to gigabytes."""

_BUILT_IN: Mapping[str, str] = {
    "light": "audit.annotate.light:light",
    "natasha": "audit.annotate.models.natasha:natasha",
    "spacy": "audit.annotate.models.spacy:spacy",
    "transformers": "audit.annotate.models.transformers:transformers",
}
"""Finder name to `module:factory`, imported on use."""


def finders() -> tuple[str, ...]:
    """The names of all finders, in order of name."""
    offered = {point.name for point in entry_points(group=ENTRY_POINTS)}
    return tuple(sorted(offered | _BUILT_IN.keys()))


@lru_cache(KEPT)
def finder(request: FinderRequest) -> MentionFinder:
    """The finder that `request` names, made once a process; a built-in one wins over a foreign one.

    Whatever is asked for, the light finder works beside it. Raises `ConfigError` for a finder or
    model that is not known, `MissingExtraError` where its packages are not installed, and
    `PluginError` for a foreign finder that cannot be made.
    """
    if request.name in _BUILT_IN:
        module, _, factory = _BUILT_IN[request.name].partition(":")
        made = getattr(import_module(module), factory)(request.argument)
        return beside_light(cast("MentionFinder", made))
    for point in entry_points(group=ENTRY_POINTS, name=request.name):
        try:
            return beside_light(cast("MentionFinder", point.load()(request.argument)))
        except AuditError:
            raise
        except Exception as fault:  # a foreign module may raise anything
            origin = f"the entry point {point.name} = {point.value} ({ENTRY_POINTS})"
            reason = f"{type(fault).__name__}: {fault}"
            raise PluginError(f"{origin} gives no finder: {reason}") from fault
    raise ConfigError(f"unknown finder of names “{request.name}”; known are {', '.join(finders())}")
