"""Detection: rules look at segments, documents and entities and say what is wrong with them.

Rules are found, not listed: every module-level `Rule` in this package, and every one that another
distribution offers under the entry point group `audit.rules`, is a rule of the same kind.
"""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType, ModuleType

from audit.model.rule import Rule


@cache
def load() -> Mapping[str, Rule]:
    """All rules by id, in order of id.

    Raises `ValueError` when two rules claim one id or one name.
    """
    rules: dict[str, Rule] = {}
    names: dict[str, str] = {}
    for rule in _found():
        if rules.setdefault(rule.id, rule) is not rule:
            raise ValueError(f"two rules have the id {rule.id}")
        if names.setdefault(rule.name, rule.id) != rule.id:
            raise ValueError(f"{rule.id} and {names[rule.name]} are both named {rule.name}")
    return MappingProxyType(dict(sorted(rules.items())))


def _found() -> Iterator[Rule]:
    package = import_module(__name__)
    for info in pkgutil.walk_packages(package.__path__, f"{__name__}."):
        yield from _rules_of(import_module(info.name))
    for point in entry_points(group="audit.rules"):
        thing = point.load()
        yield from [thing] if isinstance(thing, Rule) else _rules_of(thing)


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    """The rules that `module` itself makes; an imported rule belongs to its own module."""
    for value in vars(module).values():
        if isinstance(value, Rule) and value.check.__module__ == module.__name__:
            yield value
