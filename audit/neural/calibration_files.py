"""Calibration files of the user, beside the built-in thresholds."""

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path

from audit.errors import ConfigError
from audit.neural.calibration import Calibrations, built_in, parsed


@lru_cache(8)
def calibrations(path: str | None) -> Calibrations:
    """The built-in calibrations and those of a file, which win.

    Raises `ConfigError` for a file that cannot be read or understood.
    """
    if path is None:
        return Calibrations(built_in())
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        return Calibrations((*built_in(), *parsed(table)))
    except OSError as fault:
        raise ConfigError(f"{path}: cannot be read: {fault.strerror or fault}") from fault
    except ValueError as fault:
        raise ConfigError(f"{path}: expected {fault}") from fault


def digest(path: str | None) -> str:
    """What identifies the content of a calibration file, for signatures; "built-in" without one."""
    if path is None:
        return "built-in"
    return hashlib.blake2b(Path(path).read_bytes(), digest_size=4).hexdigest()
