"""`mtaudit serve`: the report on this machine, where decisions are carried out at once."""

import webbrowser
from pathlib import Path

import click

from audit.cli.files_to_write import files_to_write
from audit.cli.progress import progress_bar
from audit.cli.settings import load_config, settings_options
from audit.config.schema import Config
from audit.decide import Files
from audit.decide.known import is_report, read_paths
from audit.errors import ConfigError
from audit.serve import ReportServer, Session

HEAD_BYTES = 200
"""What is read of an input to see whether it is a report."""


@click.command("serve")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--lang", metavar="TAG", help="Language of the texts, such as en, where not given.")
@click.option(
    "--suppressions",
    metavar="FILE",
    help="Findings to let stand, instead of mtaudit.suppressions.toml beside the configuration.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port; 0 for any free one.")
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Listen on another address than this machine’s own; others can then reach the report.",
)
@click.option("--open/--no-open", "show", default=True, help="Open the report in the browser.")
@settings_options
def command(
    *,
    inputs: tuple[str, ...],
    lang: str | None,
    suppressions: str | None,
    port: int,
    host: str,
    show: bool,
    config_path: Path | None,
    isolated: bool,
    profile: str | None,
    names: tuple[str, ...],
) -> None:
    """Show the report and write decisions at once.

    INPUT is what `mtaudit check` takes, or a report.json, whose inputs are
    audited again. The first names file and the suppressions are written to as
    you decide; "Audit again" shows what is left. Only this machine can reach
    the page, and only with the address that is printed. Ctrl-C ends it.
    """

    def configure() -> tuple[Config, Files]:
        config = load_config(
            config_path=config_path, isolated=isolated, profile=profile, names=names, lang=lang
        )
        return config, files_to_write(config, config_path, None, suppressions)

    session = Session(_inputs(inputs), configure)
    try:
        server = ReportServer(session, host, port)
    except OSError as fault:
        raise ConfigError(f"cannot listen on {host}:{port}: {fault.strerror or fault}") from fault
    with progress_bar(True) as tell:
        session.audit(tell)
    click.echo(server.url)
    if not server.is_local:
        click.echo(
            "Warning: other machines can reach this address, and what they send is not encrypted. "
            "Whoever has the address can change your files.",
            err=True,
        )
    click.echo(f"Decisions go to {session.files.names} and {session.files.suppressions}.")
    if show:
        webbrowser.open(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.server_close()


def _inputs(given: tuple[str, ...]) -> tuple[str, ...]:
    """The inputs, those of a report in its place."""
    found: dict[str, None] = {}
    for one in given:
        path = Path(one)
        for each in _inputs_of(path) if path.is_file() and _is_report(path) else (one,):
            found[each] = None
    return tuple(found)


def _is_report(path: Path) -> bool:
    with path.open("rb") as stream:
        return is_report(stream.read(HEAD_BYTES))


def _inputs_of(report: Path) -> tuple[str, ...]:
    """The inputs of a report.json; it may come from anybody, so none may lie outside this folder.

    Raises `ConfigError` for one that does, or that is not there.
    """
    paths = read_paths(report.read_bytes(), str(report))
    here = Path.cwd().resolve()
    for path in paths:
        if not Path(path).resolve().is_relative_to(here):
            raise ConfigError(f"{report}: {path} lies outside the current folder; give it by name")
        if not Path(path).exists():
            raise ConfigError(f"{report}: {path} is not here; run this where the audit was run")
    return paths
