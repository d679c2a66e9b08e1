"""The options of a rule, read from the dataclass that declares them."""

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from enum import Enum
from itertools import pairwise
from typing import Any, get_origin, get_type_hints

from audit.config.rules import default_of, option_key, shown
from audit.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a rule as its page shows it; `says` is empty where the rule is silent."""

    name: str
    type: str
    default: str
    says: str


def options_of(rule: Rule) -> tuple[Option, ...]:
    """The options a rule takes, in the order in which it declares them."""
    hints = get_type_hints(rule.options)
    prose = _prose_of(rule.options)
    return tuple(
        Option(
            option_key(one),
            _type_name(hints[one.name]),
            _default(default_of(one)),
            prose.get(one.name, ""),
        )
        for one in fields(rule.options)
    )


def _type_name(declared: Any) -> str:
    """A declared type in words: the choices of an enumeration, else as the code has it."""
    if isinstance(declared, type) and issubclass(declared, Enum):
        return " | ".join(f'"{member.value}"' for member in declared)
    if isinstance(declared, type) and get_origin(declared) is None:
        return declared.__name__
    return str(declared)


def _default(value: object) -> str:
    if value is MISSING:
        return "must be given"
    return "not set" if value is None else shown(value)


def _prose_of(options: type) -> Mapping[str, str]:
    """What stands in the string below each field of the class, by field.

    Python keeps no docstrings of fields, so they are read from the source; where there is none,
    as in a frozen program, nothing is said.
    """
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(options)))
    except (OSError, TypeError, SyntaxError):
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return {
        field.target.id: " ".join(below.value.value.split())
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
