"""`mtaudit trend`: what a watched feed came to over all its audits."""

from collections.abc import Iterator
from pathlib import Path

import click

from audit.cli.output import echo_columns, echo_json
from audit.cli.reports import BATCH, write_trend
from audit.cli.settings import load_config, settings_options
from audit.model.trend import AuditPoint, NameState, NameTrend, Trend
from audit.report.escape import printable
from audit.report.trend_json import trend_tree
from audit.watch import Store, decided, trend_of

_LATEST = 12
"""Audits shown on the terminal; the page has more."""
_NAMED = 12
"""Names shown on the terminal."""
_HEADING = ("Audit", "Published", "Words", "Errors/1,000", "Queries/1,000", "Score", "Open names")


@click.command("trend")
@click.argument("store", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the trend as an HTML page, with charts and tables.",
)
@click.option(
    "--reports",
    metavar="PATH",
    help=f"Where the HTML reports on the batches lie, such as reports/{BATCH}.html; the page leads "
    "to those that are there.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Form of what is printed (default: text).",
)
@click.option(
    "--report-lang",
    metavar="TAG",
    help="The language the page speaks: en (the default) or uk.",
)
@settings_options
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    store: Path,
    *,
    html: Path | None,
    reports: str | None,
    form: str,
    report_lang: str | None,
    quiet: bool,
    config_path: Path | None,
    isolated: bool,
    profile: str | None,
    names: tuple[str, ...],
) -> None:
    """Show how a watched feed does: findings, scores and names over all audits.

    STORE is the file that `mtaudit watch --store` keeps. Each audit left a record
    of counts in it; nothing is audited again. What your names files, profile and
    suppressions settle by now waits for no decision.
    """
    config = load_config(config_path=config_path, isolated=isolated, profile=profile, names=names)
    opened = Store(store, make=False)
    try:
        trend = trend_of(opened, decided(config))
    finally:
        opened.close()
    if html:
        write_trend(trend, html, report_lang or config.report_lang, reports)
    if form == "json":
        echo_json(trend_tree(trend))
    elif not quiet:
        _show(trend)
        if html:
            click.echo(f"Trend written: {html}")


def _show(trend: Trend) -> None:
    """The latest audits, and the names that wait for a decision."""
    if not trend.audits:
        click.echo("No audit is recorded yet.")
        return
    echo_columns(_HEADING, list(map(_row, trend.audits[-_LATEST:])))
    if len(trend.audits) > _LATEST:
        click.echo(f"(the latest {_LATEST} of {len(trend.audits)} audits)")
    for line in _names([one for one in trend.names if one.open]):
        click.echo(line)


def _row(point: AuditPoint) -> tuple[str, ...]:
    whole, days = point.record.whole, sorted(point.record.days)
    rates = (whole.rate(whole.classes.get(key, 0)) for key in ("error", "query"))
    return (
        str(point.number),
        " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "-",
        str(whole.words),
        *("-" if value is None else f"{value:.1f}" for value in rates),
        "-" if point.record.quality is None else f"{point.record.quality:.1f}",
        str(point.open_names),
    )


def _names(waiting: list[NameTrend]) -> Iterator[str]:
    if waiting:
        yield ""
        yield f"Names that wait for a decision: {len(waiting)}"
    for one in waiting[:_NAMED]:
        new = " (new)" if one.state is NameState.NEW else ""
        yield printable(f"  {one.canonical}{new}: also {', '.join(one.forms)}")
    if len(waiting) > _NAMED:
        yield f"  and {len(waiting) - _NAMED} more"
