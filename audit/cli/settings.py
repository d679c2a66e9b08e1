"""The options that set up a run, shared by commands, and how they become a `Config`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from audit import annotate, config, detect
from audit.config.schema import Config
from audit.report.base import formats

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--config",
        "config_path",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Read this configuration file instead of the nearest one.",
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option(
        "--profile", metavar="NAME", help="House style for names, such as ap, reuters or bbc."
    ),
    click.option(
        "--names",
        multiple=True,
        metavar="FILE",
        help="Your own names file; repeat for more, strongest first.",
    ),
)

glossary_option = click.option(
    "--glossary",
    multiple=True,
    metavar="FILE",
    help="Your glossary (TOML, TBX, or CSV with a heading); repeat for more, strongest first.",
)


def settings_options(command: F) -> F:
    """Add the options that say where settings and names come from."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def load_config(*, config_path: Path | None, isolated: bool, **options: object) -> Config:
    """The configuration of this run: the file in force and, over it, the options that were given.

    `options` are by parameter name; None and empty mean "not given".
    """
    if isolated and config_path:
        raise click.UsageError("--isolated and --config exclude each other")
    overrides = {_key(name): value for name, value in options.items() if value not in (None, ())}
    return config.load(
        Path.cwd(),
        config_path,
        overrides,
        rules=detect.load(),
        formats=formats(),
        finders=annotate.finders(),
        isolated=isolated,
    )


def _key(parameter: str) -> str:
    """The configuration key that an option stands for."""
    return "authority" if parameter == "names" else parameter.replace("_", "-")


def split_words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a repeatable option that also takes lists: `--select NAM,NUM --select REP`."""
    return tuple(word for value in values for part in value.split(",") if (word := part.strip()))
