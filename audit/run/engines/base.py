"""What an engine is, and which there are."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from audit.config.schema import EngineRequest
from audit.errors import ConfigError
from audit.model.text import Document
from audit.run.examine import Bench, Examined
from audit.run.parts import Item, Part, parts_of

_BUILT_IN: Mapping[str, str] = {
    "local": "audit.run.engines.local:engine",
    "ray": "audit.run.engines.ray:engine",
}
"""The name of an engine to `module:factory`, imported on use; a factory takes address and jobs."""


class Engine(Protocol):
    """Examines parts of a feed somewhere."""

    def examined(self, bench: Bench, parts: Iterable[Part]) -> Iterator[Iterable[Examined]]:
        """The parts examined at `bench`, in their order.

        No more parts are taken than are at work or about to be, so that a feed of any size goes
        through. Raises `AuditError` where the engine cannot work.
        """
        ...


def engine(request: EngineRequest, jobs: int) -> Engine:
    """The engine that `request` names, with `jobs` processes where it starts its own.

    Raises `ConfigError` for one that is not known, `MissingExtraError` where its packages are not
    installed.
    """
    if request.name not in _BUILT_IN:
        raise ConfigError(f"unknown engine “{request.name}”; known are {', '.join(_BUILT_IN)}")
    module, _, factory = _BUILT_IN[request.name].partition(":")
    return cast("Engine", getattr(import_module(module), factory)(request.address, jobs))


def examine_all(
    items: Iterable[Item], bench: Bench, engine: Engine, done: Callable[[int], None]
) -> Iterator[Examined]:
    """All `items` examined, in order; `engine` gets those that are not yet. Same result on any.

    `done` is called with the number of documents finished so far.
    """
    out = deque[list[Item]]()

    def to_examine() -> Iterator[Part]:
        for part in parts_of(items):
            out.append(part)
            yield [one for one in part if isinstance(one, Document)]

    finished = 0
    for fresh in engine.examined(bench, to_examine()):
        new = iter(fresh)
        for item in out.popleft():
            yield next(new) if isinstance(item, Document) else item
            finished += 1
            done(finished)
