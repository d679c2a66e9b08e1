"""Which lines of the inputs have changed since a commit, as git sees it."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from audit.errors import ConfigError
from audit.model.baseline import ChangedLines

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SECONDS = 60
"""How long git may take; it compares files, it fetches nothing."""


def changed_lines(base: str, paths: Iterable[str]) -> dict[str, ChangedLines]:
    """The lines of each file of `paths` that are new or other than in the commit `base`.

    A file that git does not know is new as a whole. Raises `ConfigError` where there is no git, no
    repository or no such commit.
    """
    root = Path(_git("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    named = ("--verify", "--end-of-options", f"{base}^{{commit}}")
    commit = _git("rev-parse", *named).decode().strip()
    tracked = _files_of(commit)
    changes: dict[str, ChangedLines] = {}
    for path in paths:
        real = Path(path).resolve()
        inside = real.relative_to(root.resolve()).as_posix() if _within(real, root) else None
        if inside is None or inside not in tracked:
            changes[path] = ChangedLines(whole=True)
        else:
            changes[path] = _hunks(commit, path)
    return changes


def _within(path: Path, root: Path) -> bool:
    return path.is_relative_to(root.resolve())


def _files_of(commit: str) -> frozenset[str]:
    listed = _git("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    return frozenset(listed.decode("utf-8", "surrogateescape").split("\0"))


def _hunks(commit: str, path: str) -> ChangedLines:
    """The changed lines of one file, read from a diff without context."""
    options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--text")
    diff = _git("diff", *options, commit, "--", path)
    ranges = []
    for hunk in _HUNK.finditer(diff):
        first, count = int(hunk[1]), int(hunk[2] or 1)
        if count:
            ranges.append((first, first + count))
    return ChangedLines(tuple(ranges))


def _git(*arguments: str) -> bytes:
    command = ["git", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 - arguments are not a shell's
    except FileNotFoundError:
        raise ConfigError("diff-base: git is not installed here") from None
    except subprocess.TimeoutExpired:
        raise ConfigError("diff-base: git did not answer within a minute") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigError(f"diff-base: git says: {reason[-1] if reason else 'nothing'}")
    return done.stdout
