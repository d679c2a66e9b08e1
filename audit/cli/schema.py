"""`mtaudit schema`: the JSON Schemas of what programs read and write."""

import click

from audit import detect
from audit.cli.output import echo_json
from audit.config.describe import schema
from audit.report.json import schema_text


@click.command("schema")
@click.argument("which", type=click.Choice(["report", "config"]), default="report")
def command(which: str) -> None:
    """Print the JSON Schema of report.json (default) or of mtaudit.toml."""
    if which == "report":
        click.echo(schema_text(), nl=False)
        return
    echo_json(schema(detect.load()))
