"""Which files decisions go to: those that were named, those of the configuration, or the usual."""

from pathlib import Path

import click

from audit.config.file import find
from audit.config.schema import Config
from audit.config.suppressions import FILE_NAME
from audit.decide import Files

NAMES = "names.toml"


def files_to_write(
    config: Config, config_path: Path | None, names: str | None, suppressions: str | None
) -> Files:
    """The names file and the suppressions file that decisions are written to.

    `names` and `suppressions` are what the command line says; after that comes the configuration,
    whose first names file is the strongest; after that, the usual names beside the configuration.
    """
    folder = _folder(config_path)
    first = config.authority[0] if config.authority else None
    return Files(
        names=Path(names or first or folder / NAMES),
        suppressions=Path(suppressions or config.suppressions or folder / FILE_NAME),
    )


def hint_of_unread(config: Config, files: Files) -> str | None:
    """What to say where the next audit would not read the names file by itself."""
    if any(Path(one).resolve() == files.names.resolve() for one in config.authority):
        return None
    return (
        f'Set authority = ["{files.names.as_posix()}"] in mtaudit.toml, or give --names '
        f"{click.format_filename(files.names)} to `mtaudit check`, so that it counts."
    )


def _folder(config_path: Path | None) -> Path:
    """The folder of the configuration file in force, seen from here; this one without any."""
    if config_path is not None:
        return config_path.parent
    found = find(Path.cwd())
    if found is None or found.folder == Path.cwd():
        return Path()
    return Path(*[".."] * (len(Path.cwd().parts) - len(found.folder.parts)))
