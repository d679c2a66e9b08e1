"""A progress bar on standard error, for people who wait."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

PATIENCE = 1.0
"""Seconds before a bar appears: shorter work is over before it could be read."""

Tell = Callable[[int, int | None], None]
"""Is told how many documents are done and, where it is known, how many there are."""


@contextmanager
def progress_bar(wanted: bool) -> Iterator[Tell | None]:
    """A function to report progress to; None where nobody looks at standard error."""
    if not (wanted and sys.stderr.isatty()):
        yield None
        return
    with ExitStack() as stack:
        yield _slow_bar(stack)


def _slow_bar(stack: ExitStack) -> Tell:
    """A function that draws a bar once the work has lasted; `stack` takes it away again."""
    begun = time.monotonic()
    update: Tell | None = None

    def tell(done: int, total: int | None) -> None:
        nonlocal update
        if update is None and time.monotonic() - begun >= PATIENCE:
            update = _bar(stack)
        if update is not None:
            update(done, total)

    return tell


def _bar(stack: ExitStack) -> Tell:
    from rich.console import Console  # noqa: PLC0415 - only for people who wait
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        BarColumn(),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
    )
    bar = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = bar.add_task("", total=None)
    return lambda done, total: bar.update(task, completed=done, total=total)
