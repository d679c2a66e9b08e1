"""`mtaudit apply`: carry decisions into the names file and the suppressions."""

import sys
from pathlib import Path

import click

from audit.cli.files_to_write import files_to_write, hint_of_unread
from audit.cli.settings import load_config
from audit.decide import Known, Plan, plan, read_decisions
from audit.decide.known import read_known
from audit.errors import ConfigError
from audit.report.escape import revealed

STDIN = "-"


@click.command("apply")
@click.argument("decisions", metavar="DECISIONS", type=click.Path(path_type=Path))
@click.option(
    "--names",
    metavar="FILE",
    help="Names file to write to; the first one of the configuration, or names.toml.",
)
@click.option(
    "--suppressions",
    metavar="FILE",
    help="Suppressions to write to; mtaudit.suppressions.toml beside the configuration.",
)
@click.option(
    "--report",
    "report_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A report.json: decisions on what it does not hold are listed and left out.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, write nothing.")
@click.option(
    "--config",
    "config_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Read this configuration file instead of the nearest one.",
)
@click.option("--profile", metavar="NAME", help="House style for names, as in the audit.")
def command(
    *,
    decisions: Path,
    names: str | None,
    suppressions: str | None,
    report_path: Path | None,
    dry_run: bool,
    config_path: Path | None,
    profile: str | None,
) -> None:
    """Carry out decisions that were made in a report.

    DECISIONS is the decisions.json that the HTML report exports, or - for the
    same text from standard input. House style goes into the names file,
    findings to let stand into the suppressions; the next `mtaudit check`
    honours both. Applying twice is applying once.
    """
    config = load_config(config_path=config_path, isolated=False, profile=profile)
    files = files_to_write(config, config_path, names, suppressions)
    said = read_decisions(_content(decisions), str(decisions))
    known: Known | None = None
    if report_path is not None:
        known = read_known(_content(report_path), str(report_path))
    made = plan(said, files, config, known)
    for change in made.changes:
        for line in change.diff():
            click.echo(revealed(line))
    if not dry_run:
        made.write()
    _tell(made, len(said.decisions), dry_run=dry_run)
    hint = hint_of_unread(config, files)
    if made.names.changes and hint:
        click.echo(hint)


def _content(path: Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as fault:
        raise ConfigError(f"{path}: cannot be read: {fault.strerror or fault}") from None


def _tell(made: Plan, count: int, *, dry_run: bool) -> None:
    """Say what was done, what was not and what is left to do."""
    for stale in made.stale:
        click.echo(f"Not applied: {revealed(str(stale))}", err=True)
    if made.corrections:
        noun = "decision changes" if made.corrections == 1 else "decisions change"
        click.echo(f"{made.corrections} {noun} the text of an article; nothing to write for that.")
    number = "1 decision" if count == 1 else f"{count:,} decisions"
    if not made.changes:
        click.echo(f"{number}: nothing to change.")
        return
    paths = " and ".join(str(change.path) for change in made.changes)
    click.echo(f"{number}: {'would write' if dry_run else 'wrote'} {paths}.")
