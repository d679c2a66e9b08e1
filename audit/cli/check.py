"""`mtaudit check`: audit inputs, report, and tell CI by the exit code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from audit import run
from audit.cli.progress import progress_bar
from audit.cli.settings import glossary_option, load_config, settings_options, split_words
from audit.cli.verdict import exit_code, failures, unjudged
from audit.config.keys import ANY_GATE
from audit.config.schema import Config, FailOn, LinkScope
from audit.errors import ConfigError
from audit.model.report import NoteLevel, Report
from audit.model.score import GateKind
from audit.report.base import Reporter, Target, emit, reporter
from audit.report.console import LIMIT, ConsoleReporter, note_line

STDIN = "-"


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT[:PATH]",
    help="Write a report: html:out.html, json:out.json; json alone or json:- goes to standard "
    "output. Repeat for several.",
)
@click.option(
    "--scope",
    type=click.Choice([one.value for one in LinkScope]),
    help="Look for one name over all inputs (feed, the default) or within each document.",
)
@click.option(
    "--mentions",
    metavar="FINDER[:MODEL]",
    help="Who finds the names: light (the default), or a model beside it: spacy, "
    "spacy:PIPELINE, natasha, transformers:FOLDER.",
)
@click.option("--lang", metavar="TAG", help="Language of the texts, such as en, where not given.")
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules or families.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out these input files.")
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in FailOn]),
    help="The lightest finding that makes the exit code 1. critical, major: errors of at least "
    "that severity; error (default): any error; query: also queries; chrome: also page residue; "
    "info: everything.",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="SCORE",
    help="Exit 1 where the quality score of all inputs together is lower; under 500 words there "
    "is no score.",
)
@click.option(
    "--fail-on-gate",
    multiple=True,
    metavar="GATES",
    help="Exit 1 where a new finding closes one of these gates: "
    + ", ".join(GateKind)
    + f", or {ANY_GATE}.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option(
    "--jobs", type=click.IntRange(min=0), metavar="N", help="Processes to use; 0 for all cores."
)
@settings_options
@glossary_option
@click.option("--stdin-filename", metavar="PATH", help="What to call the text read from -.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print all findings, not the worst alone.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours in the summary (auto: in a terminal without NO_COLOR).",
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    reports: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on_gate: tuple[str, ...],
    exit_zero: bool,
    stdin_filename: str | None,
    quiet: bool,
    verbose: bool,
    color: str,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Audit texts and report what was found.

    INPUT is a file, a folder, a glob, or - for standard input. Names are
    compared over all inputs together. An option given here replaces the same
    key of the configuration file.
    """
    _check_usage(inputs, stdin_filename, quiet, verbose)
    config = load_config(
        config_path=config_path,
        isolated=isolated,
        report=reports,
        select=split_words(select),
        ignore=split_words(ignore),
        fail_on_gate=split_words(fail_on_gate),
        **settings,
    )
    targets = _targets(config, quiet=quiet, verbose=verbose, color=color)
    report = _audit(inputs, config, stdin_filename, show_progress=not quiet)
    _emit(report, targets, quiet)
    if not exit_zero:
        _say_why(report, config)
    ctx.exit(exit_code(report, config, exit_zero=exit_zero))


def _check_usage(
    inputs: Sequence[str], stdin_filename: str | None, quiet: bool, verbose: bool
) -> None:
    if not inputs:
        raise click.UsageError(
            "no INPUT; give files, folders or globs, or - for standard input, "
            "for example: mtaudit check articles/"
        )
    if stdin_filename and STDIN not in inputs:
        raise click.UsageError("--stdin-filename names what - reads; give - as INPUT")
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")


def _audit(
    inputs: Sequence[str], config: Config, stdin_filename: str | None, *, show_progress: bool
) -> Report:
    if not run.rules_in_force(config):
        raise ConfigError("select and ignore together leave no rule to run")
    with progress_bar(show_progress) as tell:
        return run.audit(
            inputs,
            config,
            stdin=sys.stdin.buffer if STDIN in inputs else None,
            stdin_filename=stdin_filename,
            progress=tell,
        )


def _targets(config: Config, *, quiet: bool, verbose: bool, color: str) -> list[Target]:
    """The reports to write, files first; the summary goes to standard output if nothing else does.

    They are made before the audit: a format that cannot be written should not cost an hour.
    """
    written = tuple(one.path for one in config.reports if one.path is not None)
    limit = None if verbose else LIMIT

    def made(name: str, path: str | None) -> Reporter:
        if name != "console":
            return reporter(name)
        if path is not None:
            return ConsoleReporter(colour=False, limit=limit)
        return ConsoleReporter(colour=_colour(color), limit=limit, written=written)

    requests = [(one.format, one.path) for one in config.reports]
    if not quiet and all(path is not None for _, path in requests):
        requests.append(("console", None))
    requests.sort(key=lambda request: request[1] is None)
    return [Target(made(*request), request[1]) for request in requests]


def _colour(choice: str) -> bool:
    """Whether to colour standard output; see https://no-color.org for NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _emit(report: Report, targets: list[Target], quiet: bool) -> None:
    """Write the reports; where no summary shows the notes, standard error does."""
    emit(report, targets)
    if any(isinstance(one.reporter, ConsoleReporter) and one.path is None for one in targets):
        return
    levels = {NoteLevel.ERROR} if quiet else {NoteLevel.ERROR, NoteLevel.WARNING}
    for note in report.notes:
        if note.level in levels:
            click.echo(note_line(note), err=True)


def _say_why(report: Report, config: Config) -> None:
    """Say on standard error what no finding shows: why the score or a gate fails the run."""
    left = unjudged(report, config)
    if left:
        click.echo(f"Note: {left}.", err=True)
    for reason in failures(report, config):
        click.echo(f"Failed: {reason}.", err=True)
