"""The options that set up a run, shared by commands, and how they become a `Config`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from audit import annotate, config, detect
from audit.config.schema import Config, LinkScope
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

_AUDIT_OPTIONS = (
    click.option(
        "--scope",
        type=click.Choice([one.value for one in LinkScope]),
        help="Look for one name over all inputs (feed, the default) or within each document.",
    ),
    click.option(
        "--mentions",
        metavar="FINDER[:MODEL]",
        help="Who finds the names: light (the default), or a model beside it: spacy, "
        "spacy:PIPELINE, natasha, transformers:FOLDER, onnx:FOLDER.",
    ),
    click.option(
        "--models",
        multiple=True,
        metavar="KIND=MODEL",
        help="Neural models that take part, in place of the table [models] of the file, such as "
        "fluency=onnx:FOLDER; and how they run: device=cuda, batch=32, dtype=float16.",
    ),
    click.option(
        "--lang", metavar="TAG", help="Language of the texts, such as en, where not given."
    ),
    click.option(
        "--source",
        metavar="PATH",
        help="The source of the text, a file of as many lines; for several inputs, a folder with a "
        "file of the same name for each.",
    ),
    click.option(
        "--source-lang", metavar="TAG", help="Language of the source, such as uk, where not given."
    ),
    click.option(
        "--columns",
        multiple=True,
        metavar="ROLE=COLUMN",
        help="Which columns of CSV and TSV files hold what, where the header does not say: "
        "target=English,source=Ukrainian, or target=2,source=1 where there is no header.",
    ),
    click.option(
        "--select", multiple=True, metavar="RULES", help="Run only these rules or families."
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out these input files."),
    click.option(
        "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes to use; 0 for all cores."
    ),
    click.option(
        "--engine",
        metavar="ENGINE[:ADDRESS]",
        help="What documents are examined on: local (processes of this machine, the default), ray "
        "(a Ray cluster started for the run) or ray:ADDRESS (one that runs).",
    ),
    click.option("--stdin-filename", metavar="PATH", help="What to call the text read from -."),
    glossary_option,
)


def audit_options(command: F) -> F:
    """Add the options that say what is audited, and by which rules."""
    for option in reversed(_AUDIT_OPTIONS):
        command = option(command)
    return command


def settings_options(command: F) -> F:
    """Add the options that say where settings and names come from."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def load_config(
    start: Path | None = None, /, *, config_path: Path | None, isolated: bool, **options: object
) -> Config:
    """The configuration of this run: the file in force and, over it, the options that were given.

    `start` is the folder from which the file is looked for, otherwise the current one.

    `options` are by parameter name; None and empty mean "not given".
    """
    if isolated and config_path:
        raise click.UsageError("--isolated and --config exclude each other")
    overrides = {_key(name): value for name, value in options.items() if value not in (None, ())}
    if "columns" in overrides:
        overrides["columns"] = _table("--columns", "ROLE=COLUMN", overrides["columns"])
    if "models" in overrides:
        overrides["models"] = _table("--models", "KIND=MODEL", overrides["models"])
    return config.load(
        start or Path.cwd(),
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


def _table(option: str, form: str, given: object) -> Mapping[str, str | int]:
    """`key=value` words as a table, digits as numbers; `option` and its `form` are for messages."""
    found: dict[str, str | int] = {}
    for word in split_words(cast("tuple[str, ...]", given)):
        key, equals, value = (one.strip() for one in word.partition("="))
        if not equals or not value:
            raise click.UsageError(f"{option}: expected {form}, found {word!r}")
        found[key] = int(value) if value.isdecimal() else value
    return found


def split_words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a repeatable option that also takes lists: `--select NAM,NUM --select REP`."""
    return tuple(word for value in values for part in value.split(",") if (word := part.strip()))
