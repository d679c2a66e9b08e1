"""`mtaudit calibrate`: which scores of your models are rare on texts that you know to be sound."""

import sys
from pathlib import Path

import click

from audit.cli.settings import load_config, settings_options
from audit.neural.calibration import Calibration, written
from audit.report.escape import printable
from audit.run.calibrate import calibrate

HEAD = """Thresholds of models, measured by `mtaudit calibrate` on texts taken for sound.
They hold for the models, languages and kind of text that they were measured on."""


@click.command("calibrate")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="File to write; name it as `calibration` in the table [models].",
)
@click.option(
    "--models",
    "chosen",
    multiple=True,
    metavar="KIND=MODEL",
    help="Neural models, as for `mtaudit check`.",
)
@settings_options
def command(
    *,
    inputs: tuple[str, ...],
    out: Path,
    chosen: tuple[str, ...],
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Measure the models of [models] on texts that are known to be sound.

    For models that compare, INPUT are human translations beside their sources;
    for fluency, texts that were written in their language. Some 200 passages a
    language are the least, for one false alarm in 200.
    """
    config = load_config(config_path=config_path, isolated=isolated, models=chosen, **settings)
    done = calibrate(inputs, config, stdin=sys.stdin.buffer if "-" in inputs else None)
    for note in done.notes:
        click.echo(f"{note.level}: {printable(note.message)}", err=True)
    if not done.calibrations:
        click.echo("nothing was written", err=True)
        sys.exit(2)
    out.write_text(written(done.calibrations, HEAD), encoding="utf-8")
    for one in done.calibrations:
        click.echo(_line(one))


def _line(one: Calibration) -> str:
    langs = one.lang if one.source_lang is None else f"{one.source_lang}-{one.lang}"
    first = one.steps[0]
    return (
        f"{one.kind} {langs}: {one.sound} sound; {first.score:g} and less is had by "
        f"{100 * first.rate:g} % of them and {100 * first.found:.0f} % of the damaged"
    )
