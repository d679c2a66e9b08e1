"""The configuration described: as a commented file for people and a JSON Schema for programs."""

import textwrap
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from audit.config.keys import KEYS
from audit.config.rules import default_of, option_key
from audit.model.rule import Rule

COMMENT_WIDTH = 78
"""Columns of a comment in the written file, its `# ` not counted: it fits a plain terminal."""

_HEAD = """\
# Configuration of mtaudit. Lines that begin with "#" show what may be set; take the sign away
# to set it. The nearest such file counts, from the current folder upwards; files are not merged.
# The command line comes before this file. Paths count from this file's folder.
"""

_RULES = """\
# Settings of single rules; `mtaudit explain RULE` shows what each takes.
# [rules.NAM001]
"""


def template(active: Mapping[str, str]) -> str:
    """A `mtaudit.toml` with every key commented; `active` are TOML values to set, by key."""
    parts = [_HEAD]
    for key in KEYS:
        comment = textwrap.wrap(key.says, COMMENT_WIDTH, break_on_hyphens=False)
        line = (
            f"{key.name} = {active[key.name]}"
            if key.name in active
            else f"# {key.name} = {key.example}"
        )
        parts.append("\n".join([*(f"# {one}" for one in comment), line]) + "\n")
    return "\n".join([*parts, _RULES])


def schema(rules: Mapping[str, Rule]) -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a configuration file, options of `rules` included."""
    properties: dict[str, object] = {
        key.name: {**key.schema, "description": key.says} for key in KEYS
    }
    properties["rules"] = {
        "type": "object",
        "description": "Settings of single rules, by rule id or rule name.",
        "additionalProperties": False,
        "properties": {
            word: _options_schema(rule) for rule in rules.values() for word in (rule.id, rule.name)
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:mtaudit:config:1",
        "title": "mtaudit configuration",
        "description": "A `mtaudit.toml`, or the table `[tool.mtaudit]` of a `pyproject.toml`.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _options_schema(rule: Rule) -> dict[str, object]:
    hints = get_type_hints(rule.options)
    return {
        "type": "object",
        "description": f"Options of {rule.id} {rule.name}.",
        "additionalProperties": False,
        "properties": {
            option_key(one): _type_schema(hints[one.name])
            | ({} if default_of(one) in (MISSING, None) else {"default": _json(default_of(one))})
            for one in fields(rule.options)
        },
    }


_PLAIN = {bool: "boolean", int: "integer", float: "number", str: "string"}


def _type_schema(hinted: Any) -> dict[str, object]:
    origin = get_origin(hinted)
    if origin in (Union, UnionType):
        return _type_schema(next(one for one in get_args(hinted) if one is not NoneType))
    if origin is Literal:
        return {"enum": list(get_args(hinted))}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _type_schema(get_args(hinted)[0])}
    if isinstance(hinted, type) and issubclass(hinted, Enum):
        return {"enum": [member.value for member in hinted]}
    return {"type": _PLAIN[hinted]} if hinted in _PLAIN else {}


def _json(value: object) -> object:
    """A default as JSON has it; sets in sorted order."""
    if isinstance(value, frozenset):
        return sorted((_json(one) for one in value), key=str)
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    return value.value if isinstance(value, Enum) else value
