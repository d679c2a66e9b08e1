"""The engine for more than one machine: tasks of Ray, on a cluster or on one started for the run.

Needs the extra `ray`, and on each machine this very version of the program. Ray retries the tasks
of a machine that is lost; examining a document has no effects, so that is safe.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

from audit import __version__
from audit.errors import ConfigError, MissingExtraError
from audit.run.engines.ordered import in_order
from audit.run.examine import Bench, Examined
from audit.run.packed import unpack
from audit.run.parts import Part, examine_part

AHEAD = 4
"""Parts out for each processor."""
_HERE = "local"
"""What Ray calls a cluster of its own on this machine."""


def engine(address: str | None, jobs: int) -> "RayTasks":
    """Tasks on the cluster at `address`, or on one of `jobs` processors started here for the run.

    Raises `MissingExtraError` where Ray is not installed.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    os.environ.setdefault("RAY_NUM_REDIS_GET_RETRIES", "1")  # 40 s each for an address of nobody
    try:
        import_module("ray")
    except ImportError:
        raise MissingExtraError("the engine “ray” needs Ray: pip install 'mtaudit[ray]'") from None
    return RayTasks(address, jobs)


class RayTasks:
    """Examines documents by tasks of Ray; what was connected for the run is let go after it."""

    def __init__(self, address: str | None, jobs: int) -> None:
        self._address = address
        self._jobs = jobs

    def examined(self, bench: Bench, parts: Iterable[Part]) -> Iterator[Iterable[Examined]]:
        """The parts examined, in their order."""
        ray = import_module("ray")  # an extra
        ours = not ray.is_initialized()
        if ours:
            self._connect(ray)
        try:
            ahead = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
            reference = ray.put(bench)
            sent = _Sent(__version__, reference.hex(), [reference])
            submit: Callable[[Part], Any] = partial(ray.remote(_examine).remote, sent)
            for done in in_order(parts, submit, ray.get, ahead):
                yield [unpack(one) for one in done]
        except ray.exceptions.RayTaskError as fault:
            cause = fault.cause
            raise cause if isinstance(cause, ConfigError) else fault from None
        finally:
            if ours:
                ray.shutdown()

    def _connect(self, ray: Any) -> None:
        """Connect to the cluster, or start one here."""
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
        if self._address is None:
            ray.init(_HERE, num_cpus=self._jobs, include_dashboard=False, **quiet)
            return
        try:
            ray.init(self._address, **quiet)
        except (ConnectionError, RuntimeError, ValueError) as fault:
            reason = str(fault).partition("\n")[0]
            raise ConfigError(f"no Ray cluster at “{self._address}”: {reason}") from fault


class _Sent(NamedTuple):
    """What goes with each part: our version, and the bench by a reference and a name of its own.

    The reference is in a list, since Ray fetches what is an argument itself for each task anew.
    """

    version: str
    name: str
    bench: list[Any]


_workbench: dict[str, Bench] = {}
"""The bench of this worker, by its name; fetched once, since an authority weighs megabytes."""


def _examine(sent: _Sent, part: Part) -> list[bytes]:
    """Examine a part on a worker."""
    if sent.version != __version__:
        raise ConfigError(
            f"a machine of the Ray cluster has mtaudit {__version__}, this one {sent.version}; "
            "all must have the same"
        )
    if sent.name not in _workbench:
        _workbench.clear()
        _workbench[sent.name] = import_module("ray").get(sent.bench[0])
    return examine_part(_workbench[sent.name], part)
