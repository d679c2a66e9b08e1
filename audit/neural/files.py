"""The files of a model on this machine: where they lie, and the digest that names their content.

A model is a local folder, or a model of the Hugging Face Hub with the commit or tag that is meant
(`ORG/MODEL@REVISION`). Nothing is ever downloaded in a run: a model of the Hub is taken from the
local cache, where `hf download ORG/MODEL --revision REVISION` puts it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.errors import ConfigError
from audit.neural.extras import imported, require

HUB = "hub"
FOLDER = "folder"

_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_SILENT = {".md", ".png", ".jpg", ".lock", ".pyc"}
"""Endings of files that no model is read from."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A folder with a model, what to call it, and where it came from."""

    folder: Path
    name: str
    origin: str
    revision: str | None = None

    def paths(self) -> Iterator[Path]:
        """The files that bear on what the model says, in order of name."""
        for path in sorted(self.folder.rglob("*"), key=lambda one: one.as_posix()):
            inside = path.relative_to(self.folder)
            hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
            if path.is_file() and not hidden and path.suffix not in _SILENT:
                yield path

    def digest(self) -> str:
        """What identifies the content, wherever the folder lies: 12 hexadecimal digits."""
        return digest(self.paths(), self.folder)

    def size(self) -> int:
        """Bytes on disk."""
        return sum(path.stat().st_size for path in self.paths())

    def settings(self, name: str = "config.json") -> dict[str, Any]:
        """What a JSON file of the folder says; nothing where there is none.

        Raises `ConfigError` for a file that is no JSON object.
        """
        path = self.folder / name
        if not path.is_file():
            return {}
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as fault:
            raise ConfigError(f"the model “{self.name}”: {name} cannot be read: {fault}") from fault
        if not isinstance(found, dict):
            raise ConfigError(f"the model “{self.name}”: {name} is no JSON object")
        return found


def digest(paths: Iterable[Path], root: Path) -> str:
    """A digest of files by their names below `root` and their content: 12 hexadecimal digits."""
    found = hashlib.blake2b(digest_size=6)
    for path in paths:
        name = path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "blake2b").digest()
        found.update(len(name).to_bytes(4, "big") + name + content)
    return found.hexdigest()


def located(model: str, provider: str) -> ModelFiles:
    """The files of `model`: a folder, or a model of the Hub in the local cache.

    `provider` is for messages. Raises `ConfigError` where there is no such folder, where a model of
    the Hub is named without its revision, and where it is not on this machine.
    """
    folder = Path(model)
    if folder.is_dir():
        return ModelFiles(folder, _plain(folder.resolve().name), FOLDER)
    name, _, revision = model.rpartition("@") if "@" in model else (model, "", "")
    if not _HUB_ID.fullmatch(name):
        raise ConfigError(
            f"no folder “{model}”; a model of the Hub is {provider}:ORG/MODEL@REVISION"
        )
    if not revision:
        raise ConfigError(
            f"no folder “{model}”; for a model of the Hub name its revision, so that the same run "
            f"finds the same: {provider}:{model}@REVISION"
        )
    return ModelFiles(_cached(name, revision), name, HUB, revision)


def _cached(name: str, revision: str) -> Path:
    """The folder of a model in the local cache of the Hub."""
    require("a model of the Hub", ["huggingface_hub"], "mtaudit[neural]")
    hub = imported("huggingface_hub")
    try:
        return Path(hub.snapshot_download(name, revision=revision, local_files_only=True))
    except (OSError, ValueError) as fault:
        raise ConfigError(
            f"the model “{name}” is not on this machine in the revision {revision}, and a run "
            f"downloads nothing: hf download {name} --revision {revision}"
        ) from fault


def _plain(name: str) -> str:
    """A folder's name as signatures can hold it: without the signs that part their fields."""
    return re.sub(r"[^\w.+-]+", "-", name) or "model"
