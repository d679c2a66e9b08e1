"""Files that are read up to a bound, and files that appear whole or not at all.

New content is written beside its place first, since only a move within one file system is atomic;
then it takes the place of what is there, whose permissions it keeps.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from audit.errors import ConfigError


class ChangedError(OSError):
    """The file is no longer what was read; nothing was written."""

    def __init__(self) -> None:
        super().__init__("it was changed since it was read; nothing was written")


def content(path: Path, what: str, most: int) -> bytes:
    """The bytes of the file `path`, which is called `what` in messages.

    Raises `ConfigError` where it cannot be read, or has more than `most` bytes.
    """
    try:
        with path.open("rb") as stream:
            found = stream.read(most + 1)
    except OSError as fault:
        raise ConfigError(f"{path}: {what} cannot be read: {fault.strerror or fault}") from None
    if len(found) > most:
        raise ConfigError(f"{path}: {what} is larger than {most} bytes")
    return found


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file `path`, whose folder is made where it is missing.

    Where `path` is a link, the file it leads to is replaced; what is no plain file (a device, a
    pipe) is written as it stands. Raises `OSError` where it cannot be written.
    """
    with replaced(path) as out:
        out.write(content)


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of `path` at the end, as `replace_file` says.

    Where the block fails, the file that is there stays.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as out:
            yield out
        return
    with _written_beside(path) as (new, out):
        yield out
    with _gone_on_failure(new):
        new.replace(path.resolve())


def save(path: Path, before: bytes, after: bytes) -> None:
    """Replace the content `before` of the file `path` by `after`.

    Raises `ChangedError` where the file holds something else by now, `OSError` where it cannot be
    written.
    """
    new = _beside(path, after)
    with _gone_on_failure(new):
        if path.read_bytes() != before:
            raise ChangedError
        new.replace(path.resolve())


def write_all(changes: Iterable[tuple[Path, bytes | None, bytes | None]]) -> None:
    """Write each (path, content that was read, content to write); None stands for no file.

    All are written beside their places before any takes its place. Raises `ConfigError` where a
    file cannot be written, or is not what was read.
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
    with _written_beside(path) as (new, out):
        out.write(content)
    return new


@contextmanager
def _written_beside(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file in the folder of `path`, open; safe on disk at the end, gone where that fails."""
    real = path.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    new = Path(name)
    with _gone_on_failure(new):
        with os.fdopen(handle, "wb") as out:
            yield new, out
            out.flush()
            os.fsync(out.fileno())
        new.chmod(_mode(real))


@contextmanager
def _gone_on_failure(path: Path) -> Iterator[None]:
    """Takes a temporary file away where the block fails."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file there, or those of any new file."""
    with suppress(OSError):
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
