"""`mtaudit check`: audit inputs, report, and tell CI by the exit code."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from audit import run
from audit.cli.fetching import Fetching, any_address, fetch_options
from audit.cli.progress import progress_bar
from audit.cli.reports import targets, write_reports
from audit.cli.settings import audit_options, load_config, settings_options, split_words
from audit.cli.verdict import exit_code, failures, unjudged
from audit.config.schema import Config, FailOn
from audit.config.values import ANY_GATE
from audit.errors import ConfigError
from audit.model.report import Report
from audit.model.score import GateKind
from audit.run.collector import not_looking

STDIN = "-"


@click.command("check")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT[:PATH]",
    help="Write a report: html:out.html, html-dir:FOLDER, json:out.json; json alone or json:- goes "
    "to standard output. Repeat for several.",
)
@click.option(
    "--report-lang",
    metavar="TAG",
    help="The language an HTML report speaks: en (the default) or uk.",
)
@click.option(
    "--max-report-findings",
    type=click.IntRange(min=1),
    metavar="N",
    help="Let an HTML report hold the N worst findings at most; it says what is left out.",
)
@click.option(
    "--files-from",
    type=click.File("rb"),
    metavar="FILE",
    help="Also audit the inputs that FILE lists, one a line or parted by NUL (git ls-files -z); "
    "- for standard input.",
)
@fetch_options
@audit_options
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
@click.option(
    "--suppressions",
    metavar="FILE",
    help="Findings to let stand, instead of mtaudit.suppressions.toml beside the configuration.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="Findings that are known and do not count, instead of mtaudit.baseline beside the "
    "configuration; `mtaudit baseline` writes it.",
)
@click.option("--ignore-baseline", is_flag=True, help="Count known findings, too.")
@click.option(
    "--metrics/--no-metrics",
    default=None,
    help="Also measure the texts by the references that they bring: BLEU, chrF, TER, consistency.",
)
@click.option(
    "--cache",
    metavar="DIR",
    help="Keep what was found of single documents in this folder; the next run looks only at "
    "those that changed.",
)
@click.option("--no-cache", is_flag=True, help="Use no cache, whatever the configuration says.")
@click.option(
    "--diff-base",
    metavar="COMMIT",
    help="Count findings on lines that changed since this commit, branch or tag; the others are "
    "known. Names are still compared over all inputs.",
)
@click.option(
    "--as-of",
    metavar="DATE",
    help="Today’s date: suppressions with a last day before it no longer hold.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@settings_options
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
    files_from: BinaryIO | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on_gate: tuple[str, ...],
    ignore_baseline: bool,
    no_cache: bool,
    exit_zero: bool,
    fetching: Fetching,
    stdin_filename: str | None,
    quiet: bool,
    verbose: bool,
    color: str,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Audit texts and report what was found.

    INPUT is a file, a folder, a glob, - for standard input, or an http or https
    address, which is fetched and saved. Names are compared over all inputs
    together. An option given here replaces the same key of the configuration
    file.
    """
    inputs = (*inputs, *_listed(files_from))
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
    if ignore_baseline:
        config = replace(config, baseline=None)
    if no_cache:
        config = replace(config, cache=None)
    to_write = targets(config, quiet=quiet, verbose=verbose, color=color)
    found = fetching.files(inputs) if any_address(inputs) else None
    given = found.inputs if found else inputs
    with not_looking(config):
        report = _audit(given, config, stdin_filename, show_progress=not quiet)
        if found:
            report = found.completed(report)
        write_reports(report, to_write, quiet)
    if not exit_zero:
        _say_why(report, config)
    ctx.exit(exit_code(report, config, exit_zero=exit_zero))


def _listed(files: BinaryIO | None) -> list[str]:
    """The inputs that a list names, parted by NUL where it holds one, otherwise a line each."""
    content = files.read() if files else b""
    lines = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


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


def _say_why(report: Report, config: Config) -> None:
    """Say on standard error what no finding shows: why the score or a gate fails the run."""
    left = unjudged(report, config)
    if left:
        click.echo(f"Note: {left}.", err=True)
    for reason in failures(report, config):
        click.echo(f"Failed: {reason}.", err=True)
