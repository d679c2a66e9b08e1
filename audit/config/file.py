"""The configuration file: where it is found and what it holds."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audit.errors import ConfigError

OWN_NAME = "mtaudit.toml"
"""The project file of our own; in one folder it wins over `pyproject.toml`."""

SHARED_NAME = "pyproject.toml"
"""The file of Python projects; our part of it is the table `[tool.mtaudit]`."""

_TOML_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
"""How `tomllib` ends its messages where it knows the place."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """One file that was read: where it lies, how messages call it, and our table in it."""

    folder: Path
    label: str
    table: Mapping[str, Any]
    text: str = field(repr=False, default="")

    def at(self, key: str) -> str:
        """The file with the line of `key`, where exactly one line can be meant.

        TOML values carry no line numbers once parsed; where a key stands twice, the file alone is
        named rather than a guess.
        """
        quoted = re.escape(key)
        line = re.compile(rf"\s*(?:[\"']?{quoted}[\"']?\s*=|\[[^]]*\b{quoted}\b[^]]*\])")
        rows = [row for row, text in enumerate(self.text.splitlines(), 1) if line.match(text)]
        return f"{self.label}:{rows[0]}" if len(rows) == 1 else self.label


def find(start: Path) -> ConfigFile | None:
    """The nearest configuration file in `start` or a folder above it; None where there is none.

    A `pyproject.toml` without our table is passed over.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / OWN_NAME).is_file():
            return read(folder / OWN_NAME)
        if (folder / SHARED_NAME).is_file():
            shared = read(folder / SHARED_NAME)
            if shared.table:
                return shared
    return None


def read(path: Path) -> ConfigFile:
    """Read the configuration file `path`.

    Raises `ConfigError` where it cannot be read or is no TOML.
    """
    label = _label(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise ConfigError(f"{label}: cannot be read: {fault.strerror or fault}") from fault
    except UnicodeDecodeError as fault:
        raise ConfigError(f"{label}: byte {fault.start} is not UTF-8, as TOML must be") from fault
    try:
        table: Mapping[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise ConfigError(_not_toml(label, text, str(fault))) from fault
    if path.name == SHARED_NAME:
        table = _own_table(table, label)
    return ConfigFile(path.parent, label, table, text)


def _own_table(table: Mapping[str, Any], label: str) -> Mapping[str, Any]:
    tool = table.get("tool", {})
    own = tool.get("mtaudit", {}) if isinstance(tool, dict) else {}
    if not isinstance(own, dict):
        raise ConfigError(f"{label}: tool.mtaudit: expected a table")
    return own


def _not_toml(label: str, text: str, message: str) -> str:
    """`FILE:LINE:COLUMN: what is wrong`; a fault at the end of the file stands on its last line."""
    found = _TOML_PLACE.search(message)
    if found:
        line, column = found.groups()
        return f"{label}:{line}:{column}: not valid TOML: {message[: found.start()]}"
    lines = text.split("\n")
    reason = message.removesuffix(" (at end of document)")
    return f"{label}:{len(lines)}:{len(lines[-1]) + 1}: not valid TOML: {reason}"


def _label(path: Path) -> str:
    """`path` as seen from the current folder, where it lies in it; as it is elsewhere."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
