"""Glob patterns: `*` and `?` within a name, `[…]` for one of several characters, `**` for folders.

The standard library gained `glob.translate` in 3.13 only; its `glob.glob` runs in circles where a
symbolic link leads back to a folder above it.
"""

import re
from functools import lru_cache
from pathlib import PurePosixPath

_MAGIC = re.compile(r"[*?[]")
_CLASS = re.compile(r"\[([!^]?)(\]?[^\]]*)\]")


def is_glob(text: str) -> bool:
    """Whether `text` holds a sign that patterns are made of."""
    return bool(_MAGIC.search(text))


def split_glob(pattern: str) -> tuple[str, str]:
    """The folder that a pattern begins with ("." where there is none) and the pattern within it."""
    parts = PurePosixPath(pattern).parts
    plain = next(index for index, part in enumerate(parts) if is_glob(part))
    return str(PurePosixPath(*parts[:plain])), "/".join(parts[plain:])


@lru_cache(maxsize=256)
def glob_regex(pattern: str) -> re.Pattern[str]:
    """The regular expression for whole paths, with `/` between names, that `pattern` stands for."""
    parts = pattern.split("/")
    regex = ""
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        if part == "**":
            regex += ".*" if last else "(?:[^/]+/)*"
        else:
            regex += _name_regex(part) + ("" if last else "/")
    return re.compile(regex, re.DOTALL)


def excluded(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of `patterns` matches `path` or a folder that it lies in.

    A pattern without `/` matches the name of a file or folder at any depth.
    """
    if not patterns:
        return False
    parts = path.split("/")
    folders = ["/".join(parts[:size]) for size in range(1, len(parts) + 1)]
    for pattern in patterns:
        regex = glob_regex(pattern.strip("/").removeprefix("./"))
        if any(regex.fullmatch(name) for name in (folders if "/" in pattern.strip("/") else parts)):
            return True
    return False


def _name_regex(part: str) -> str:
    """The regular expression for one name of a path."""
    regex, at = "", 0
    while at < len(part):
        found = _CLASS.match(part, at)
        if part[at] == "*":
            regex += "[^/]*"
        elif part[at] == "?":
            regex += "[^/]"
        elif found:
            inside = re.sub(r"([\\\[\]&~|^])", r"\\\1", found[2])
            regex += f"[{'^' if found[1] else ''}{inside}]"
            at = found.end() - 1
        else:
            regex += re.escape(part[at])
        at += 1
    return regex
