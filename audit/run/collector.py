"""When Python looks for cycles among its values, which costs time by the number of values."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from audit.config.schema import LIGHT, Config
from audit.model.rule import Rule
from audit.run.select import rules_in_force


def makes_no_cycles(config: Config) -> bool:
    """Whether an audit as `config` says leaves no cycles behind.

    The values of its stages hold one another one way only. Models and rules of others may make any
    number. Raises `ConfigError` as `rules_in_force` does.
    """
    own = not config.models.addresses and config.mentions == LIGHT
    return own and all(map(_is_own, rules_in_force(config).values()))


def _is_own(rule: Rule) -> bool:
    """Whether a rule is of this package, and not of another one."""
    return rule.check.__module__.startswith("audit.")


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
