"""The default engine: this process, or some processes of this machine."""

import gc
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from audit.errors import ConfigError
from audit.run.collector import makes_no_cycles
from audit.run.engines.ordered import in_order
from audit.run.examine import Bench, Examined
from audit.run.packed import unpack
from audit.run.parts import Part, examine_part

AHEAD = 4
"""Parts out for each process: hides that some take longer, and bounds what is held."""


def engine(address: str | None, jobs: int) -> "ThisProcess | ProcessPool":
    """The engine for `jobs` processes; it has no address."""
    if address is not None:
        raise ConfigError(f"the engine “local” takes no address, found “{address}”")
    return ThisProcess() if jobs <= 1 else ProcessPool(jobs)


class ThisProcess:
    """Examines documents here, each when it is asked for."""

    def examined(self, bench: Bench, parts: Iterable[Part]) -> Iterator[Iterable[Examined]]:
        """The parts examined, in their order."""
        return (map(bench.examine, part) for part in parts)


class ProcessPool:
    """Examines documents in `jobs` processes, made for the run."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def examined(self, bench: Bench, parts: Iterable[Part]) -> Iterator[Iterable[Examined]]:
        """The parts examined, in their order."""
        with ProcessPoolExecutor(
            self._jobs, mp_context=get_context("spawn"), initializer=_set_up, initargs=(bench,)
        ) as pool:

            def submit(part: Part) -> "Future[list[bytes]]":
                return pool.submit(_examine, part)

            try:
                for done in in_order(parts, submit, Future.result, AHEAD * self._jobs):
                    yield [unpack(one) for one in done]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


_workbench: list[Bench] = []
"""The bench of this worker process; sent once, since an authority weighs megabytes."""


def _set_up(bench: Bench) -> None:
    _workbench[:] = [bench]
    if makes_no_cycles(bench.config):
        gc.disable()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed perhaps: nobody waits then."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _examine(part: Part) -> list[bytes]:
    return examine_part(_workbench[0], part)
