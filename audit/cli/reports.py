"""The reports that a command writes: where to, in which order, and what is said of them."""

import os
import sys
from pathlib import Path
from urllib.parse import quote

import click

from audit.config.schema import Config
from audit.errors import ConfigError
from audit.files import replace_file
from audit.model.report import NoteLevel, Report
from audit.model.trend import Trend
from audit.report.base import AnyReporter, Target, Tunable, emit, reporter
from audit.report.console import LIMIT, ConsoleReporter
from audit.report.note_words import note_line

LARGE = 20_000_000
"""Bytes above which a browser takes long to open an HTML report and mail refuses it."""


def targets(config: Config, *, quiet: bool, verbose: bool, color: str) -> list[Target]:
    """The reports to write, files first; the summary goes to standard output if nothing else does.

    They are made before the audit: a format that cannot be written should not cost an hour.
    """
    written = tuple(one.path for one in config.reports if one.path is not None)
    limit = None if verbose else LIMIT

    def made(name: str, path: str | None) -> AnyReporter:
        if name != "console":
            asked = reporter(name)
            if isinstance(asked, Tunable):
                return asked.tuned(config.report_lang, config.max_report_findings)
            return asked
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


def write_reports(report: Report, targets: list[Target], quiet: bool) -> None:
    """Write the reports; where no summary shows the notes, standard error does."""
    emit(report, targets)
    for path in (one.path for one in targets if one.path and isinstance(one.reporter, Tunable)):
        size = _size(Path(path))
        if size > LARGE:
            click.echo(
                f"Warning: {path} has {size // 1_000_000} MB and will be slow to open; "
                "--max-report-findings makes it smaller.",
                err=True,
            )
    if any(isinstance(one.reporter, ConsoleReporter) and one.path is None for one in targets):
        return
    levels = {NoteLevel.ERROR} if quiet else {NoteLevel.ERROR, NoteLevel.WARNING}
    for note in report.notes:
        if note.level in levels:
            click.echo(note_line(note), err=True)


BATCH = "{batch}"
"""Stands in the path of a report for the number of the batch."""


def of_batch(path: str, number: int) -> str:
    """The path of the report on the batch `number`."""
    return path.replace(BATCH, f"{number:06}")


def write_trend(trend: Trend, path: Path, lang: str, reports: str | None = None) -> None:
    """Write the trend page to `path`, in the language `lang`.

    It leads to the HTML reports on batches that are there; `reports` is their path, which holds
    {batch}.

    Raises `ConfigError` for a language that no page speaks and for a path that cannot be written.
    """
    from audit.report.html.trend import trend_text  # noqa: PLC0415 - loads the template engine

    try:
        text = trend_text(trend, lang, _addresses(trend, path, reports) if reports else {})
        replace_file(path, text.encode("utf-8", "backslashreplace"))
    except OSError as fault:
        raise ConfigError(f"cannot write {path}: {fault.strerror or fault}") from fault


def _addresses(trend: Trend, page: Path, reports: str) -> dict[int, str]:
    """The way from `page` to the reports that are there, by the number of the batch."""
    found = {}
    for number in (one.number for one in trend.audits):
        report = Path(of_batch(reports, number))
        file = report / "index.html" if report.is_dir() else report
        if file.is_file():
            way = os.path.relpath(file, page.parent)
            found[number] = quote(Path(way).as_posix())
    return found


def _size(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    return sum(each.stat().st_size for each in ([path] if path.is_file() else path.glob("*")))
