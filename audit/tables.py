"""The tables of the package (TOML), and what is made of them, kept ready to use.

Parsing TOML takes a hundred times as long as reading what was parsed, so what was read once is kept
as Python keeps its compiled modules and among them: in the folder `__pycache__` of the package that
holds the table (or where `PYTHONPYCACHEPREFIX` says), unless `PYTHONDONTWRITEBYTECODE` is set or
the folder cannot be written to. A copy holds for the very bytes that it was made from; one that is
stale, cut short or damaged is made anew, so it can be deleted at any time and never shows in a
result. It is plain data (MessagePack): reading it runs no code.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

SUFFIX = ".kept"
"""Of the files that hold what was kept."""

_DIGEST = 16
"""Bytes of each of the two digests at the head: of what it was made from, and of what follows."""


def read_table(file: Traversable) -> dict[str, Any]:
    """The table in a TOML file of the package; every call gives one of its own."""
    content = file.read_bytes()

    def parse() -> dict[str, Any]:
        import tomllib  # noqa: PLC0415 - not needed where all is kept

        return tomllib.loads(content.decode("utf-8"))

    return kept(file, (content,), dict[str, Any], parse)


def kept(
    file: Traversable,
    made_from: Iterable[bytes],
    kind: type[T],
    make: Callable[[], T],
) -> T:
    """What `make` makes, from the copy that goes by `file` if that was made from the same bytes.

    `made_from` is all that bears on the result, the code that makes it included where that is more
    than a parser of a standard. `kind` is the type of the result, in terms of `msgspec`; a result
    that does not come back as it was (a date, of which MessagePack knows nothing) is not kept.
    """
    place = _place(file)
    source = _digest(*made_from)
    if place is not None:
        with suppress(OSError, msgspec.MsgspecError):
            return _read(place, source, kind)
    made = make()
    if place is not None and not sys.dont_write_bytecode:
        with suppress(OSError, msgspec.MsgspecError, TypeError, ValueError):
            _write(place, source, kind, made)
    return made


def _place(file: Traversable) -> Path | None:
    """Where the copy of a file lies; None for a package in an archive, or where nothing is kept."""
    package = _package(file.parent) if isinstance(file, Path) else None
    if package is None or not isinstance(file, Path):
        return None
    name = ".".join(file.relative_to(package).parts)
    with suppress(NotImplementedError):
        return Path(cache_from_source(str(package / "__init__.py"))).with_name(name + SUFFIX)
    return None


@cache
def _package(folder: Path) -> Path | None:
    """The package that a folder is in: itself, or the nearest above it with an `__init__.py`."""
    found = (each for each in (folder, *folder.parents) if (each / "__init__.py").is_file())
    return next(found, None)


def _read(place: Path, source: bytes, kind: type[T]) -> T:
    """The copy at `place`; raises `OSError` or `MsgspecError` where it does not serve."""
    content = place.read_bytes()
    body = memoryview(content)[2 * _DIGEST :]
    if content[: 2 * _DIGEST] != source + _digest(body):
        raise msgspec.DecodeError("stale or damaged")
    return msgspec.msgpack.decode(body, type=kind)


def _write(place: Path, source: bytes, kind: type[T], made: T) -> None:
    """Put a copy at `place` in one step, so that no other process ever reads half of it."""
    body = msgspec.msgpack.encode(made)
    if msgspec.msgpack.decode(body, type=kind) != made:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        with draft.open("xb") as file:
            file.write(source + _digest(body) + body)
        draft.replace(place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _digest(*parts: bytes | memoryview) -> bytes:
    """A digest of some contents and of where each of them ends."""
    state = blake2b(digest_size=_DIGEST)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.digest()
