"""Finding what to read: the inputs of a command become files in a fixed order.

An input is a file, a folder, a glob pattern or `-` for standard input. What cannot be found is told
in a note; nothing is read here.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.errors import InputError
from audit.model.report import Note, NoteLevel
from audit.read.formats import SUFFIXES, known_suffix
from audit.read.glob_pattern import excluded, glob_regex, is_glob, split_glob

STANDARD_INPUT = "-"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, `None` being standard input, and its name for ids and messages.

    `named` says that the user gave this very file, not a folder or pattern that holds it.
    """

    path: Path | None
    name: str
    named: bool = False


def sources(
    inputs: Sequence[str], exclude: Sequence[str] = (), stdin_name: str | None = None
) -> Iterator[Source | Note]:
    """The files that `inputs` name, each once, in the order of the inputs and then of names."""
    seen: set[str] = set()
    for each in inputs:
        try:
            for found in _found(each, tuple(exclude), stdin_name):
                if isinstance(found, Source):
                    key = STANDARD_INPUT if found.path is None else os.path.realpath(found.path)
                    if key in seen:
                        continue
                    seen.add(key)
                yield found
        except InputError as error:
            yield Note(NoteLevel.ERROR, error.code, error.message, error.path, error.line)
        except OSError as error:
            yield unreadable(error, display(Path(each), None))


def unreadable(error: OSError, name: str) -> Note:
    """The note for a file or folder that the system does not let us read."""
    reason = error.strerror or type(error).__name__
    return Note(NoteLevel.ERROR, "unreadable", f"cannot be read: {reason}", name)


def display(path: Path, base: Path | None) -> str:
    """The name of `path` in ids and messages: as given, with `/`, and never absolute.

    An absolute path is told from the current folder if it lies in it, otherwise from `base` (by
    default the folder that holds it).
    """
    if path.is_absolute():
        here = Path.cwd()
        inside = here in path.parents
        path = path.relative_to(here if inside else (base or path.parent))
    name = path.as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _found(given: str, exclude: tuple[str, ...], stdin_name: str | None) -> Iterator[Source | Note]:
    """What one input names; raises `InputError` where that is nothing."""
    if given == STANDARD_INPUT:
        yield Source(None, display(Path(stdin_name), None) if stdin_name else "stdin", named=True)
    elif _URL.match(given):
        message = (
            "an address; only `mtaudit check` and `mtaudit watch` fetch those with http or https, "
            "and save them as files that can be given here"
        )
        raise InputError("network-input", given, message)
    elif not given or "\0" in given:
        raise InputError("missing", given, "an empty input; expected a file, a folder or a pattern")
    elif Path(given).is_dir():
        yield from _in_folder(Path(given), exclude)
    elif is_glob(given) and not os.path.lexists(given):
        yield from _in_glob(given, exclude)
    else:
        yield _file(Path(given), exclude)


def _file(path: Path, exclude: tuple[str, ...]) -> Source | Note:
    name = display(path, None)
    if excluded(name, exclude):
        return Note(NoteLevel.INFO, "excluded", "excluded by a pattern; not read", name)
    if not path.exists():
        message = "no such file or folder; expected a file, a folder or a pattern"
        raise InputError("missing", name, message)
    return Source(path, name, named=True)


def _in_folder(folder: Path, exclude: tuple[str, ...]) -> Iterator[Source | Note]:
    base = folder.absolute().parent
    files: list[Path] = []
    for found in _walk(folder):
        if isinstance(found, OSError):
            yield unreadable(found, display(Path(found.filename or folder), base))
        else:
            files.append(found)
    kept = [path for path in files if not excluded(display(path, base), exclude)]
    wanted = [path for path in kept if known_suffix(path)]
    name = display(folder, base)
    if len(wanted) < len(kept):
        yield _skipped(kept, len(kept) - len(wanted), name)
    if not wanted:
        message = f"the folder holds no file to read; expected {', '.join(SUFFIXES)}"
        raise InputError("nothing-found", name, message)
    yield from (Source(path, display(path, base)) for path in wanted)


def _in_glob(given: str, exclude: tuple[str, ...]) -> Iterator[Source | Note]:
    start, pattern = split_glob(Path(given).as_posix())
    folder, regex = Path(start), glob_regex(pattern)
    files: list[Path] = []
    for found in _walk(folder) if folder.is_dir() else ():
        if isinstance(found, OSError):
            yield unreadable(found, display(Path(found.filename or folder), folder))
            continue
        parts = found.relative_to(folder).parts
        heads = ("/".join(parts[:size]) for size in range(1, len(parts) + 1))
        if any(regex.fullmatch(head) for head in heads):
            files.append(found)
    kept = [path for path in files if not excluded(display(path, folder), exclude)]
    named = Path(pattern).suffix  # "*.log" asks for files of that kind, "*" for what we can read
    by_name = bool(named) and not is_glob(named)
    wanted = [path for path in kept if by_name or known_suffix(path)]
    name = display(Path(given), folder)
    if len(wanted) < len(kept):
        yield _skipped(kept, len(kept) - len(wanted), name)
    if not wanted:
        raise InputError("nothing-found", name, "no file to read matches this pattern")
    yield from (Source(path, display(path, folder)) for path in wanted)


def _skipped(files: list[Path], count: int, name: str) -> Note:
    """The note on files of unknown kinds, which are named with their number."""
    kinds = sorted({path.suffix.lower() or "no suffix" for path in files if not known_suffix(path)})
    files_word = "file" if count == 1 else "files"
    message = f"skipped {count} {files_word} of kinds that are not read: {', '.join(kinds)}"
    return Note(NoteLevel.INFO, "skipped-files", message, name)


def _walk(folder: Path) -> Iterator[Path | OSError]:
    """All files below `folder` in order of their names, without hidden ones.

    Symbolic links are followed, but no folder is entered twice, so that circles end.
    """
    entered: set[tuple[int, int]] = set()
    stack = [folder]
    while stack:
        path = stack.pop()
        try:
            if not path.is_dir():
                yield path
                continue
            status = path.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - names, not paths
        except OSError as error:
            yield error
            continue
        stack.extend(path / name for name in names if not name.startswith("."))
