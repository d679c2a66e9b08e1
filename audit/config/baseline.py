"""The baseline file: the findings that were there when the line was drawn, one a line.

Each line has the fingerprint, the rule and the id of the document, parted by blanks. Lines are in
order of fingerprint and hold no offset, no date and no count, so that the file changes only where
findings come or go, and two branches that change it merge without conflict.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from audit.errors import ConfigError
from audit.files import content as content_of
from audit.model.baseline import KnownFinding

FILE_NAME = "mtaudit.baseline"
"""The file that is read where it lies beside the configuration and no other is named."""

HEAD = "# mtaudit baseline 1: findings that are known; `mtaudit baseline update` writes this file\n"
MAX_BYTES = 256 * 1024 * 1024
"""Ceiling on a baseline file: some three million findings."""

_VERSION = re.compile(r"# mtaudit baseline (\d+)\b")
_LINE = re.compile(r"([0-9a-f]{8,64}) ([A-Z]{2,3}[0-9]{3}) (\S.*)")


def load(path: Path) -> tuple[KnownFinding, ...]:
    """The findings in the file `path`, in order. Raises `ConfigError` for a bad file."""
    return read(content_of(path, "the baseline", MAX_BYTES), str(path))


def read(content: bytes, name: str) -> tuple[KnownFinding, ...]:
    """The findings in `content`; `name` names the file in messages.

    Raises `ConfigError` for another version and for a line that is not of the form.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as fault:
        raise ConfigError(f"{name}: byte {fault.start} is not UTF-8") from None
    version = _VERSION.match(lines[0]) if lines else None
    if version is None or version[1] != "1":
        raise ConfigError(f"{name}: its first line must be: {HEAD.partition(':')[0]}")
    return tuple(
        sorted({_known(line, number, name) for number, line in enumerate(lines, 1) if _says(line)})
    )


def text_of(known: Iterable[KnownFinding]) -> str:
    """The text of the file that holds `known`."""
    lines = {f"{one.fingerprint} {one.rule} {_flat(one.document)}\n" for one in known}
    return HEAD + "".join(sorted(lines))


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _known(line: str, number: int, name: str) -> KnownFinding:
    found = _LINE.fullmatch(line.rstrip())
    if found is None:
        message = "expected a fingerprint, a rule and a document, such as: 0f1e2d3c NAM001 a.txt"
        raise ConfigError(f"{name}: line {number}: {message}")
    return KnownFinding(*found.groups())


def _flat(document: str) -> str:
    """An id on one line; it is there for people and for pruning, not to tell findings apart."""
    return " ".join(document.split()) or "-"
