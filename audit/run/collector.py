"""When Python looks for cycles among its values, which costs time by the number of values."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from audit.config.schema import LIGHT, Config


def makes_no_cycles(config: Config) -> bool:
    """Whether an audit as `config` says leaves no cycles behind.

    The values of its stages hold one another one way only. Models of others may make any number.
    """
    return not config.models.addresses and config.mentions == LIGHT


@contextmanager
def not_looking(config: Config) -> Iterator[None]:
    """Do not look for cycles meanwhile, unless there may be some.

    What is there at the end is never looked through, not even when the process ends: it is of this
    one run.
    """
    if not makes_no_cycles(config) or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
