"""From file and command line to one `Config`."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path
from typing import Any

from audit.authority import profiles
from audit.authority.load import PROFILES_WITHOUT_FILE
from audit.config.baseline import FILE_NAME as BASELINE_FILE
from audit.config.file import ConfigFile, find, read
from audit.config.keys import KEYS, Key
from audit.config.models import known as known_models
from audit.config.nearest import hint
from audit.config.rules import resolve, shown, typed_options
from audit.config.schema import LIGHT, Config, FinderRequest, ReportRequest
from audit.config.suppressions import FILE_NAME as SUPPRESSIONS_FILE
from audit.config.values import WEIGHED
from audit.errors import ConfigError
from audit.model.rule import Rule
from audit.neural.request import Address, ModelSettings

RULES_KEY = "rules"
"""The table whose sub-tables hold the options of single rules."""

_BY_NAME = {key.name: key for key in KEYS}


def load(
    start: Path,
    explicit: Path | None,
    overrides: Mapping[str, object],
    *,
    rules: Mapping[str, Rule],
    formats: Collection[str],
    finders: Collection[str] = (LIGHT.name,),
    isolated: bool = False,
) -> Config:
    """The configuration in force.

    The nearest `mtaudit.toml` or `[tool.mtaudit]` from `start` upwards is read, or `explicit`
    instead, or none where `isolated`; files are never merged. `overrides` are the values of the
    command line by key name, and each replaces the value of the file. `rules`, `formats` and
    `finders` are the rules, report formats and finders of names there are. Raises `ConfigError`
    naming file, key and the nearest known word for anything that is not understood.
    """
    found = None if isolated else read(explicit) if explicit else find(start)
    values: dict[str, Any] = {}
    if not isolated:
        values |= _beside_config(found.folder if found else start)
    known = _Known(rules, formats, finders)
    if found:
        values |= _from_file(found, known, set(overrides))
    for name, value in overrides.items():
        option = "--names" if name == "authority" else f"--{name}"
        values[_BY_NAME[name].field] = _parsed(_BY_NAME[name], value, option, known)
    return replace(Config(), **values)


def _beside_config(folder: Path) -> dict[str, Any]:
    """The files that lie where they are looked for without being named."""
    usual = {"suppressions": folder / SUPPRESSIONS_FILE, "baseline": folder / BASELINE_FILE}
    return {key: _seen_from_here(path) for key, path in usual.items() if path.is_file()}


@dataclass(frozen=True, slots=True)
class _Known:
    """What words may name: rules, report formats, finders and, once asked for, the profiles."""

    rules: Mapping[str, Rule]
    formats: Collection[str]
    finders: Collection[str]

    def profiles(self) -> Collection[str]:
        """The house styles there are."""
        return (*profiles(), *PROFILES_WITHOUT_FILE)


def _from_file(found: ConfigFile, known: _Known, overridden: set[str]) -> dict[str, Any]:
    """The fields of `Config` that the file sets; a path in it counts from the file's folder."""
    values: dict[str, Any] = {}
    for name, value in found.table.items():
        if name == RULES_KEY:
            if not isinstance(value, dict):
                raise ConfigError(f"{found.at(name)}: {name}: expected a table")
            values["rule_options"] = typed_options(value, known.rules, found.at)
            continue
        key = _BY_NAME.get(name)
        if key is None:
            raise ConfigError(
                f"{found.at(name)}: unknown key “{name}”{hint(name, [*_BY_NAME, RULES_KEY])}"
            )
        parsed = _parsed(key, value, f"{found.at(name)}: {name}", known)
        if name not in overridden:
            values[key.field] = _placed(parsed, found.folder) if key.paths else parsed
    return values


def _parsed(key: Key, value: object, origin: str, known: _Known) -> Any:
    """The value of one key, checked; `origin` opens the message where it is refused."""
    try:
        parsed = key.parse(value)
    except ValueError as fault:
        raise ConfigError(f"{origin}: expected {fault}, found {shown(value)}") from fault
    check = _CHECKS.get(key.name)
    return check(parsed, origin, known) if check else parsed


def _known_profile(name: str, origin: str, known: _Known) -> str:
    if name not in known.profiles():
        raise ConfigError(f"{origin}: unknown profile “{name}”{hint(name, known.profiles())}")
    return name


def _known_finder(request: FinderRequest, origin: str, known: _Known) -> FinderRequest:
    if request.name not in known.finders:
        near = hint(request.name, known.finders)
        raise ConfigError(f"{origin}: unknown finder of names “{request.name}”{near}")
    return request


def _known_rules(words: tuple[str, ...], origin: str, known: _Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys(resolve(word, known.rules, f"{origin}: ") for word in words))


def _known_reports(
    requests: tuple[ReportRequest, ...], origin: str, known: _Known
) -> tuple[ReportRequest, ...]:
    """Refuse unknown formats, and two reports that would overwrite each other."""
    taken: set[str | None] = set()
    for request in requests:
        if request.format not in known.formats:
            raise ConfigError(
                f"{origin}: unknown report format “{request.format}”"
                + hint(request.format, known.formats)
            )
        if request.path in taken:
            where = "standard output" if request.path is None else f"“{request.path}”"
            raise ConfigError(f"{origin}: two reports go to {where}; give each its own file")
        taken.add(request.path)
    return requests


def _known_types(
    weights: Mapping[str, float],
    origin: str,
    known: _Known,  # noqa: ARG001 - all checks are called alike
) -> Mapping[str, float]:
    for name in weights:
        if name not in WEIGHED:
            raise ConfigError(f"{origin}: unknown MQM type “{name}”{hint(name, WEIGHED)}")
    return weights


def _known_models(
    settings: ModelSettings,
    origin: str,
    known: _Known,  # noqa: ARG001 - all checks are called alike
) -> ModelSettings:
    return known_models(settings, origin)


_CHECKS: Mapping[str, Callable[[Any, str, _Known], Any]] = {
    "profile": _known_profile,
    "mentions": _known_finder,
    "models": _known_models,
    "report": _known_reports,
    "score-weights": _known_types,
    "select": _known_rules,
    "ignore": _known_rules,
}
"""Checks of single keys that need to know what there is."""


def _placed(value: Any, folder: Path) -> Any:
    """Paths of a file in `folder`, as the current folder must name them."""
    if isinstance(value, str):
        return _seen_from_here(folder / value)
    if isinstance(value, FinderRequest):
        return _beside(value, folder)
    if isinstance(value, ModelSettings):
        placed = {kind: _address(one, folder) for kind, one in value.addresses.items()}
        file = value.calibration and _seen_from_here(folder / value.calibration)
        return replace(value, addresses=placed, calibration=file)
    return tuple(_moved(one, folder) for one in value)


def _beside(request: FinderRequest, folder: Path) -> FinderRequest:
    """A model that is a folder beside the file; other words of a finder are no paths."""
    return replace(request, argument=_model(request.argument, folder))


def _address(address: Address, folder: Path) -> Address:
    """The same of the address of a model."""
    return replace(address, model=_model(address.model, folder))


def _model(named: str | None, folder: Path) -> str | None:
    if named is None or not (folder / named).is_dir():
        return named
    return _seen_from_here(folder / named)


def _moved(one: str | ReportRequest, folder: Path) -> str | ReportRequest:
    if isinstance(one, ReportRequest):
        return one if one.path is None else replace(one, path=_seen_from_here(folder / one.path))
    return _seen_from_here(folder / one)


def _seen_from_here(path: Path) -> str:
    """`path` relative to the current folder: no report may depend on where a project lies."""
    try:
        return relpath(path)
    except ValueError:  # another drive on Windows
        return str(path)
