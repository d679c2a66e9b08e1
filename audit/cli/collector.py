"""When Python looks for cycles among its values, which costs time by the number of values."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from audit.config.schema import LIGHT, Config


@contextmanager
def not_looking(config: Config) -> Iterator[None]:
    """Do not look for cycles meanwhile, unless models of others run, which may make any number.

    An audit leaves none: the values of its stages hold one another one way only. What is there at
    the end is never looked through, not even when the process ends: it is of this one run.
    """
    if config.models.addresses or config.mentions != LIGHT or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
