"""Putting new bytes in place of a file: whole or not at all, and only if it is still the same."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


class ChangedError(OSError):
    """The file is no longer what was read; nothing was written."""

    def __init__(self) -> None:
        super().__init__("it was changed since it was read; nothing was written")


def save(path: Path, before: bytes, after: bytes) -> None:
    """Replace the content `before` of the file `path` by `after`, atomically.

    Where `path` is a link, the file it leads to is replaced; permissions stay. Raises
    `ChangedError` where the file holds something else by now, `OSError` where it cannot be written.
    """
    real = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".tmp", dir=real.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(after)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(real.stat().st_mode & 0o7777)
        if real.read_bytes() != before:
            raise ChangedError
        temporary.replace(real)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
