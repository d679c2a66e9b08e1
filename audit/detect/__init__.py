"""Detection: rules look at segments, documents and entities and say what is wrong with them.

Rules are found, not listed: every module-level `Rule` in this package, and every one that another
distribution offers under the entry point group `audit.rules`, is a rule of the same kind.
"""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType, ModuleType

from audit.errors import PluginError
from audit.model.rule import Rule

ENTRY_POINTS = "audit.rules"
"""The entry point group under which other distributions offer rules."""


@cache
def load() -> Mapping[str, Rule]:
    """All rules by id, in order of id.

    Raises `PluginError` where two rules claim one id or one name, or where the rules of another
    distribution cannot be loaded: an audit without them would pass for one with them.
    """
    rules: dict[str, Rule] = {}
    names: dict[str, Rule] = {}
    for rule in _found():
        if rules.setdefault(rule.id, rule) is not rule:
            homes = f"{_home(rules[rule.id])} and {_home(rule)}"
            raise PluginError(f"two rules have the id {rule.id}: in {homes}")
        if names.setdefault(rule.name, rule) is not rule:
            first = names[rule.name]
            raise PluginError(
                f"two rules have the name {rule.name}: {first.id} in {_home(first)} "
                f"and {rule.id} in {_home(rule)}"
            )
    return MappingProxyType(dict(sorted(rules.items())))


def _home(rule: Rule) -> str:
    """The module that makes a rule."""
    return rule.check.__module__


def _found() -> Iterator[Rule]:
    package = import_module(__name__)
    for info in pkgutil.walk_packages(package.__path__, f"{__name__}."):
        module = import_module(info.name)
        yield from (rule for rule in _rules_of(module) if _home(rule) == module.__name__)
    for point in entry_points(group=ENTRY_POINTS):
        yield from _offered(point)


def _offered(point: EntryPoint) -> Iterator[Rule]:
    """The rules behind one entry point: a rule, or all rules that a module or package holds.

    A package may collect the rules of its modules by importing them.
    """
    origin = f"the entry point {point.name} = {point.value} ({ENTRY_POINTS})"
    try:
        thing = point.load()
    except Exception as fault:  # a foreign module may raise anything
        reason = f"{type(fault).__name__}: {fault}"
        raise PluginError(f"{origin} cannot be loaded: {reason}") from fault
    if isinstance(thing, Rule):
        yield thing
        return
    rules = []
    if isinstance(thing, ModuleType):
        inside = f"{thing.__name__}."
        rules = [rule for rule in _rules_of(thing) if f"{_home(rule)}.".startswith(inside)]
    if not rules:
        raise PluginError(f"{origin} offers no rule; expected a rule or a module that makes some")
    yield from rules


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    """The rules among the names of `module`, those that it imports included."""
    return (value for value in vars(module).values() if isinstance(value, Rule))
