"""`mtaudit watch`: audit what is new in feeds, once or on a schedule."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import click

from audit import run
from audit.cli.exit_code import ExitCode
from audit.cli.fetching import Fetching, fetch_options
from audit.cli.progress import progress_bar
from audit.cli.reports import BATCH, of_batch, targets, write_reports, write_trend
from audit.cli.settings import audit_options, load_config, settings_options, split_words
from audit.cli.verdict import exit_code
from audit.config.schema import Config, FailOn
from audit.errors import AuditError, ConfigError
from audit.model.report import Note, NoteLevel, Report
from audit.model.text import Document
from audit.report.escape import printable
from audit.report.note_words import note_line
from audit.watch import REMEMBERED, Store, decided, look, trend_of

SOONEST = 5
"""Minutes between two looks at least: feeds change more rarely, and their servers are not ours."""


@click.command("watch")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="The SQLite file that remembers all items; it is made where there is none.",
)
@click.option("--once", is_flag=True, help="Look once and end, as in cron or CI.")
@click.option(
    "--every",
    type=click.IntRange(min=SOONEST),
    default=60,
    show_default=True,
    metavar="MINUTES",
    help="How long to wait between two looks.",
)
@click.option(
    "--remember",
    type=click.IntRange(min=0),
    default=REMEMBERED,
    show_default=True,
    metavar="N",
    help="Compare names with those of the N newest items of the store.",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT:PATH",
    help=f"Write a report on each batch of new items; {BATCH} in PATH stands for its number: "
    f"html:reports/{BATCH}.html. Repeat for several.",
)
@click.option(
    "--trend",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="After each look, write the trend over all audits as an HTML page.",
)
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in FailOn]),
    help="The lightest finding that makes the exit code 1, with --once.",
)
@fetch_options
@audit_options
@settings_options
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    store: Path,
    once: bool,
    every: int,
    remember: int,
    reports: tuple[str, ...],
    trend: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fetching: Fetching,
    stdin_filename: str | None,
    quiet: bool,
    config_path: Path | None,
    isolated: bool,
    **settings: object,
) -> None:
    """Audit what is new in feeds, against all that was seen before.

    INPUT is the http or https address of a feed or page; files and folders are
    watched, too. Each item is audited once, and once more when it was edited;
    its names are compared with those of the items before it. What was begun when
    the process was killed is done at the next start.
    """
    if "-" in inputs or stdin_filename:
        raise click.UsageError("standard input cannot be watched; give addresses or files")

    def configure() -> Config:
        """The settings as they are now: a names file may have been edited since the last look."""
        config = load_config(
            config_path=config_path,
            isolated=isolated,
            report=reports,
            select=split_words(select),
            ignore=split_words(ignore),
            **settings,
        )
        if not reports:  # those of the configuration file are meant for `mtaudit check`
            config = replace(config, reports=())
        _check_paths(config)
        return config if config.cache else replace(config, cache=f"{store}.cache")

    def read(config: Config) -> Iterator[Document | Note]:
        found = fetching.files(inputs)
        yield from found.notes
        for item in run.documents_of(found.inputs, config):
            yield found.addressed(item) if isinstance(item, Document) else item

    def look_once() -> ExitCode:
        config = configure()
        desk = _Desk(config, quiet)
        with progress_bar(not quiet) as tell:
            notes = look(
                partial(read, config),
                opened,
                config,
                desk.deliver,
                remembered=remember,
                progress=tell,
            )
        if trend:
            pages = [one.path for one in config.reports if one.format in ("html", "html-dir")]
            write_trend(trend_of(opened, decided(config)), trend, config.report_lang, *pages[:1])
        desk.end(notes)
        return desk.code

    configure()  # a bad configuration leaves no store behind
    opened = Store(store)
    try:
        code = look_once()
        if once:
            ctx.exit(code)
        while True:
            time.sleep(60 * every)
            try:
                look_once()
            except AuditError as fault:  # a file that somebody is just editing, say
                click.echo(f"Error: {printable(str(fault))}; the next look tries again", err=True)
    finally:
        opened.close()


def _check_paths(config: Config) -> None:
    """Refuse a report that the next batch would overwrite."""
    for one in config.reports:
        if one.path is None or BATCH not in one.path:
            path = one.path or "standard output"
            raise ConfigError(
                f"the report {one.format} to {path} would hold one batch only; "
                f"give a path with {BATCH} in it, such as {one.format}:reports/{BATCH}.html"
            )


@dataclass
class _Desk:
    """Where the reports of one look go, and what they amount to."""

    config: Config
    quiet: bool
    code: ExitCode = ExitCode.CLEAN
    batches: list[int] = field(default_factory=list)

    def deliver(self, number: int, report: Report) -> None:
        """Write the reports on a batch; the same files with the same bytes if told again."""
        requests = tuple(
            replace(one, path=of_batch(one.path or "", number)) for one in self.config.reports
        )
        config = replace(self.config, reports=requests)
        write_reports(
            report,
            targets(config, quiet=self.quiet, verbose=False, color="auto"),
            self.quiet,
        )
        self.batches.append(number)
        self.code = max(self.code, exit_code(report, config, exit_zero=False))

    def end(self, notes: tuple[Note, ...]) -> None:
        """Say what no report says: that nothing was new, and what could not be read then."""
        for note in notes:
            if note.level is not NoteLevel.INFO:
                click.echo(note_line(note), err=True)
        if any(note.level is NoteLevel.ERROR for note in notes):
            self.code = ExitCode.UNUSABLE
        if not self.batches and not self.quiet:
            click.echo("Nothing new.")
