"""`mtaudit init`: a commented configuration and names file to begin with."""

from pathlib import Path

import click

from audit.authority import template as names_template
from audit.config.describe import template
from audit.config.file import OWN_NAME
from audit.errors import ConfigError

NAMES = "names.toml"


@click.command("init")
@click.argument(
    "folder", default=".", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
def command(folder: Path, force: bool) -> None:
    """Write a commented mtaudit.toml and names.toml into DIR (default: here)."""
    contents = {
        folder / OWN_NAME: template({"authority": f'["{NAMES}"]'}),
        folder / NAMES: names_template(),
    }
    taken = [str(path) for path in contents if path.exists()]
    if taken and not force:
        verb = "exists" if len(taken) == 1 else "exist"
        raise ConfigError(f"{' and '.join(taken)} {verb} already; --force overwrites")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            path.write_text(content, encoding="utf-8", newline="\n")
            click.echo(f"Wrote {path}")
    except OSError as fault:
        raise ConfigError(f"cannot write into {folder}: {fault.strerror or fault}") from fault
    click.echo("Next: set your house style in these files, then `mtaudit check INPUT`.")
