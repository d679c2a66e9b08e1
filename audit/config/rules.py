"""What a configuration says of rules: which ones are meant, and the options of single ones."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from audit.config.nearest import hint
from audit.errors import ConfigError
from audit.model.rule import Rule

_FAMILY = re.compile(r"[A-Z]+")


def resolve(word: str, rules: Mapping[str, Rule], origin: str = "") -> str:
    """The id or family that `word` means: an id, a name or a family, in any letter case.

    Raises `ConfigError` that begins with `origin` ("FILE: KEY: ") for a word that means no rule.
    """
    wanted = word.strip().casefold()
    for id_, rule in rules.items():
        if wanted in (id_.casefold(), rule.name.casefold()):
            return id_
    families = {family(id_) for id_ in rules}
    if wanted.upper() in families:
        return wanted.upper()
    known = [*rules, *(rule.name for rule in rules.values()), *sorted(families)]
    near = hint(word, known, "`mtaudit rules` lists them")
    raise ConfigError(f"{origin}unknown rule “{word}”{near}")


def family(id_: str) -> str:
    """The letters of a rule id, which name its family."""
    found = _FAMILY.match(id_)
    return found.group() if found else id_


def typed_options(
    tables: Mapping[str, Any], rules: Mapping[str, Rule], at: Callable[[str], str]
) -> dict[str, Any]:
    """The options of single rules by rule id, each as the rule's own `options` dataclass.

    `tables` is the `[rules]` table: tables by rule id or name. `at` names the file and line of a
    key for messages. Raises `ConfigError` for an unknown rule, option or value.
    """
    found: dict[str, Any] = {}
    for word, table in tables.items():
        id_ = resolve(word, rules, f"{at(word)}: rules: ")
        if id_ not in rules:
            raise ConfigError(f"{at(word)}: rules.{word}: options belong to one rule, not a family")
        if id_ in found:
            raise ConfigError(f"{at(word)}: rules.{word}: {id_} has two tables; keep one")
        if not isinstance(table, dict):
            raise ConfigError(f"{at(word)}: rules.{word}: expected a table of options")
        found[id_] = _options(rules[id_], table, word, at)
    return found


def _options(rule: Rule, table: Mapping[str, Any], word: str, at: Callable[[str], str]) -> Any:
    """Make the options of one rule from its table, which the file calls `word`."""
    declared = {option_key(one): one for one in fields(rule.options)}
    hints = get_type_hints(rule.options)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in declared:
            why = hint(key, declared, None if declared else f"{rule.id} has no options")
            raise ConfigError(f"{at(key)}: rules.{word}: unknown option “{key}”{why}")
        try:
            values[declared[key].name] = _typed(value, hints[declared[key].name])
        except ValueError as fault:
            raise ConfigError(
                f"{at(key)}: rules.{word}.{key}: expected {fault}, found {shown(value)}"
            ) from fault
    try:
        return rule.options(**values)
    except (TypeError, ValueError) as fault:
        raise ConfigError(f"{at(word)}: rules.{word}: {fault}") from fault


def option_key(one: "Field[Any]") -> str:
    """How an option is written in a configuration file: with hyphens."""
    return one.name.replace("_", "-")


def default_of(one: "Field[Any]") -> Any:
    """The default of an option; `MISSING` where it has none."""
    if one.default is not MISSING:
        return one.default
    return one.default_factory() if one.default_factory is not MISSING else MISSING


def _typed(value: object, hinted: Any) -> Any:
    """`value` of a TOML file as the type a dataclass field declares.

    Raises `ValueError` whose text says what was expected.
    """
    origin = get_origin(hinted)
    if origin in (Union, UnionType):
        return _typed(value, next(one for one in get_args(hinted) if one is not NoneType))
    if origin is Literal:
        return _one_of(value, get_args(hinted))
    if origin in (tuple, frozenset):
        if not isinstance(value, list):
            raise ValueError("a list")
        return origin(_typed(item, get_args(hinted)[0]) for item in value)
    if isinstance(hinted, type) and issubclass(hinted, Enum):
        return hinted(_one_of(value, [member.value for member in hinted]))
    return _plain(value, hinted)


def _one_of(value: object, allowed: Iterable[object]) -> object:
    if value not in allowed:
        raise ValueError("one of " + ", ".join(shown(one) for one in allowed))
    return value


_PLAIN = {bool: "true or false", int: "a whole number", float: "a number", str: "a text in quotes"}


def _plain(value: object, hinted: type) -> object:
    if hinted not in _PLAIN:
        raise TypeError(f"an option of type {hinted} cannot be set from a file")
    if hinted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not hinted:
        raise ValueError(_PLAIN[hinted])
    return value


def shown(value: object) -> str:
    """`value` as TOML would write it, for messages."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list | tuple | set | frozenset):
        return "[" + ", ".join(_items(value)) + "]"
    if isinstance(value, dict):
        return "a table"
    return str(value)


def _items(values: Iterable[object]) -> Iterator[str]:
    """The parts of a list as TOML writes them; sets in sorted order, which is the same each run."""
    ordered = sorted(values, key=str) if isinstance(values, set | frozenset) else values
    return (shown(one) for one in ordered)
