"""Writes files whole or not at all, and never over what somebody else wrote in the meantime."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from audit.errors import ConfigError


def write_all(changes: Iterable[tuple[Path, bytes | None, bytes | None]]) -> None:
    """Write each (path, content that was read, content to write); None stands for no file.

    All are written beside their places first; only then do they take them. Raises `ConfigError`
    where a file cannot be written, or is not what was read.
    """
    ready: list[tuple[Path, Path]] = []
    gone: list[Path] = []
    try:
        for path, before, after in changes:
            _check_unchanged(path, before)
            if after is None:
                gone.append(path)
            else:
                ready.append((_beside(path, after), path.resolve()))
        for new, place in ready:
            new.replace(place)
        for path in gone:
            path.unlink()
    except OSError as fault:
        reason = fault.strerror or fault
        raise ConfigError(f"cannot write {fault.filename or 'the files'}: {reason}") from fault
    finally:
        for new, _ in ready:
            with suppress(OSError):
                new.unlink()


def _check_unchanged(path: Path, before: bytes | None) -> None:
    now = path.read_bytes() if path.exists() else None
    if now != before:
        raise ConfigError(f"{path} has changed since it was read; nothing was written")


def _beside(path: Path, content: bytes) -> Path:
    """A new file with `content` in the folder of `path`, with the permissions that are to be."""
    real = path.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    new = Path(name)
    try:
        with open(handle, "wb") as out:  # noqa: PTH123 - a descriptor, not a path
            out.write(content)
        new.chmod(_mode(real))
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    return new


def _mode(path: Path) -> int:
    """The permissions of the file there, or those of any new file."""
    with suppress(OSError):
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
